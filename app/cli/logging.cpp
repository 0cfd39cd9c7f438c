#include "app/cli/logging.h"

#include "app/cli/redactor.h"
#include "app/cli/screen.h"
#include "core/base/log.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <atomic>

namespace dip::cli {

namespace {

// A message handler is a plain function, so it finds its object here.
std::atomic<Logging *> active = nullptr;

void drop(QtMsgType, const QMessageLogContext &, const QString &) {}

QString levelName(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return QStringLiteral("debug");
    case QtInfoMsg:
        return QStringLiteral("info");
    case QtWarningMsg:
        return QStringLiteral("warning");
    case QtCriticalMsg:
        return QStringLiteral("error");
    case QtFatalMsg:
        break;
    }
    return QStringLiteral("fatal");
}

int severity(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return 0;
    case QtInfoMsg:
        return 1;
    case QtWarningMsg:
        return 2;
    case QtCriticalMsg:
        return 3;
    case QtFatalMsg:
        break;
    }
    return 4;
}

/// The text ends with the fields, which JSON has for itself.
QString withoutFields(const QString &message)
{
    for (const auto field : {QLatin1String(" operation="), QLatin1String(" digest="),
                             QLatin1String(" bytes="), QLatin1String(" duration=")}) {
        if (const qsizetype at = message.indexOf(field); at >= 0)
            return message.first(at);
    }
    return message;
}

QString jsonLine(const QDateTime &time, QtMsgType type, const QString &category, const QString &message)
{
    QJsonObject line{{QStringLiteral("time"), time.toString(Qt::ISODateWithMs)},
                     {QStringLiteral("level"), levelName(type)},
                     {QStringLiteral("category"), category},
                     {QStringLiteral("message"), message}};
    if (const LogFields *fields = LogFields::current()) {
        line[QStringLiteral("message")] = withoutFields(message);
        if (!fields->operation.isEmpty())
            line[QStringLiteral("operation")] = fields->operation;
        if (!fields->digest.isEmpty())
            line[QStringLiteral("digest")] = fields->digest;
        if (fields->bytes)
            line[QStringLiteral("bytes")] = *fields->bytes;
        if (fields->durationMs)
            line[QStringLiteral("duration_ms")] = *fields->durationMs;
    }
    return QString::fromUtf8(QJsonDocument(line).toJson(QJsonDocument::Compact));
}

} // namespace

QString logLine(LogFormat format, const QDateTime &time, QtMsgType type, const QString &category,
                const QString &message)
{
    if (format == LogFormat::Json)
        return jsonLine(time, type, category, message);
    QString oneLine = message;
    oneLine.replace(u'\n', u' ');
    return QStringLiteral("%1 %2 %3: %4")
        .arg(time.toString(Qt::ISODateWithMs), levelName(type), category, oneLine);
}

void Logging::silence()
{
    qInstallMessageHandler(drop);
}

Result<std::unique_ptr<Logging>> Logging::start(const CommonOptions &options, Screen &screen,
                                                const Redactor &redactor)
{
    std::unique_ptr<Logging> logging(new Logging(options, screen, redactor));
    if (!options.logFile.isEmpty()) {
        logging->m_file.setFileName(options.logFile);
        if (!logging->m_file.open(QIODevice::WriteOnly | QIODevice::Append))
            return fail(ErrorCode::DiskFailed, logging->m_file.errorString(), options.logFile);
    }
    QString rules;
    if (options.verbose > 0 || !options.logFile.isEmpty())
        rules += QLatin1String("pusher.*.info=true\n");
    if (options.verbose > 1)
        rules += QLatin1String("pusher.*.debug=true\n");
    QLoggingCategory::setFilterRules(rules);
    active = logging.get();
    qInstallMessageHandler(handle);
    return logging;
}

Logging::Logging(const CommonOptions &options, Screen &screen, const Redactor &redactor)
    : m_options(options), m_screen(screen), m_redactor(redactor)
{}

Logging::~Logging()
{
    silence();
    active = nullptr;
}

void Logging::handle(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (Logging *logging = active)
        logging->take(type, QString::fromUtf8(context.category), message);
}

void Logging::take(QtMsgType type, const QString &category, const QString &message)
{
    const QString clean = m_redactor.redacted(message);
    const QString line = logLine(m_options.logFormat, QDateTime::currentDateTimeUtc(), type, category, clean);
    if (m_file.isOpen()) {
        const QMutexLocker lock(&m_mutex);
        m_file.write(line.toUtf8() + '\n');
        m_file.flush();
    }
    if (isShown(type, category))
        m_screen.line(m_options.logFormat == LogFormat::Json ? line
                                                             : levelName(type) + QLatin1String(": ") + clean);
}

/// Qt's own remarks are for those who ask for everything.
bool Logging::isShown(QtMsgType type, const QString &category) const
{
    int least = severity(QtWarningMsg) - std::min(m_options.verbose, 2);
    if (m_options.quiet)
        least = severity(QtCriticalMsg);
    else if (!category.startsWith(QLatin1String("pusher.")) && m_options.verbose < 2)
        least = severity(QtFatalMsg);
    return severity(type) >= least;
}

} // namespace dip::cli

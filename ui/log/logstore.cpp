#include "ui/log/logstore.h"

#include <QRegularExpression>

#include <atomic>

#include "core/base/log.h"

namespace dip::ui {

namespace {

constexpr qint64 largestFile = 8 * 1024 * 1024;
constexpr qsizetype shownOfJob = 8; // of its id; enough to tell them apart

// A message handler is a plain function, so it finds its object here.
std::atomic<LogStore *> target = nullptr;
QtMessageHandler before = nullptr;

void handle(QtMsgType level, const QMessageLogContext &context, const QString &text)
{
    if (LogStore *store = target)
        store->append({QDateTime::currentDateTimeUtc(), level, QString::fromUtf8(context.category), text,
                       LogScope::current()});
    if (before && severityOf(level) >= severityOf(QtWarningMsg))
        before(level, context, withoutSecrets(text));
}

QString levelName(QtMsgType level)
{
    switch (level) {
    case QtDebugMsg:
        return QStringLiteral("debug");
    case QtInfoMsg:
        return QStringLiteral("info");
    case QtWarningMsg:
        return QStringLiteral("warning");
    case QtCriticalMsg:
    case QtFatalMsg:
        break;
    }
    return QStringLiteral("error");
}

} // namespace

int severityOf(QtMsgType level)
{
    switch (level) {
    case QtDebugMsg:
        return 0;
    case QtInfoMsg:
        return 1;
    case QtWarningMsg:
        return 2;
    case QtCriticalMsg:
    case QtFatalMsg:
        break;
    }
    return 3;
}

QString logLine(const LogEntry &entry)
{
    const QString job =
        entry.job.isEmpty() ? QString() : QStringLiteral("[job %1] ").arg(entry.job.left(shownOfJob));
    return QStringLiteral("%1 %2 %3: %4%5")
        .arg(entry.when.toString(Qt::ISODateWithMs), levelName(entry.level), entry.category, job, entry.text);
}

QString withoutSecrets(const QString &text)
{
    static const QRegularExpression named(
        QStringLiteral("((?:basic|bearer)\\s+|"
                       "(?:password|passwd|access_token|refresh_token|identitytoken|token|secret)"
                       "(?:\\s*[=:]\\s*|\"\\s*:\\s*\"))([A-Za-z0-9+/=._~%-]{4,})"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression inAddress(QStringLiteral("(://[^/\\s:@]+:)[^/\\s@]+(@)"));
    QString result = text;
    result.replace(named, QStringLiteral("\\1***"));
    result.replace(inAddress, QStringLiteral("\\1***\\2"));
    return result;
}

LogStore::LogStore(const QString &file, QObject *parent) : QObject(parent), m_file(file)
{
    if (file.isEmpty())
        return;
    if (m_file.size() > largestFile) {
        const QString older = file + QStringLiteral(".1");
        QFile::remove(older);
        QFile::rename(file, older);
    }
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append))
        append({QDateTime::currentDateTimeUtc(), QtWarningMsg, QStringLiteral("pusher.settings"),
                QStringLiteral("The log file cannot be written: ") + m_file.errorString()});
}

void LogStore::append(LogEntry entry)
{
    entry.text = withoutSecrets(entry.text).replace(u'\n', u' ');
    bool tell = false;
    {
        const QMutexLocker lock(&m_mutex);
        write(entry);
        m_new.push_back(std::move(entry));
        if (m_new.size() > size_t(mostEntries))
            m_new.pop_front();
        tell = !std::exchange(m_told, true);
    }
    if (tell)
        QMetaObject::invokeMethod(this, &LogStore::arrived, Qt::QueuedConnection);
}

void LogStore::write(const LogEntry &entry)
{
    if (!m_file.isOpen() || m_file.size() > 2 * largestFile)
        return;
    m_file.write(logLine(entry).toUtf8() + '\n');
    m_file.flush();
}

QList<LogEntry> LogStore::takeNew()
{
    const QMutexLocker lock(&m_mutex);
    QList<LogEntry> entries(m_new.begin(), m_new.end());
    m_new.clear();
    m_told = false;
    return entries;
}

LogCapture::LogCapture(LogStore &store)
{
    target = &store;
    before = qInstallMessageHandler(handle);
}

LogCapture::~LogCapture()
{
    qInstallMessageHandler(before);
    target = nullptr;
    before = nullptr;
}

} // namespace dip::ui

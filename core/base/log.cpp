#include "core/base/log.h"

namespace dip {

// Warnings and worse are on by default; the faces switch on more.
Q_LOGGING_CATEGORY(logArchive, "pusher.archive", QtWarningMsg)
Q_LOGGING_CATEGORY(logCache, "pusher.cache", QtWarningMsg)
Q_LOGGING_CATEGORY(logHttp, "pusher.http", QtWarningMsg)
Q_LOGGING_CATEGORY(logAuth, "pusher.auth", QtWarningMsg)
Q_LOGGING_CATEGORY(logRegistry, "pusher.registry", QtWarningMsg)
Q_LOGGING_CATEGORY(logTransfer, "pusher.transfer", QtWarningMsg)
Q_LOGGING_CATEGORY(logSettings, "pusher.settings", QtWarningMsg)

namespace {
thread_local const LogFields *currentFields = nullptr;
thread_local QString currentScope;
} // namespace

LogScope::LogScope(QString name) : m_before(std::exchange(currentScope, std::move(name))) {}

LogScope::~LogScope()
{
    currentScope = m_before;
}

QString LogScope::current()
{
    return currentScope;
}

const LogFields *LogFields::current()
{
    return currentFields;
}

void logEvent(const QLoggingCategory &category, const QString &message, const LogFields &fields)
{
    if (!category.isInfoEnabled())
        return;
    QString text = message;
    if (!fields.operation.isEmpty())
        text += QLatin1String(" operation=") + fields.operation;
    if (!fields.digest.isEmpty())
        text += QLatin1String(" digest=") + fields.digest;
    if (fields.bytes)
        text += QLatin1String(" bytes=") + QString::number(*fields.bytes);
    if (fields.durationMs)
        text += QLatin1String(" duration=") + QString::number(*fields.durationMs) + QLatin1String("ms");
    currentFields = &fields;
    QMessageLogger(nullptr, 0, nullptr, category.categoryName()).info().noquote() << text;
    currentFields = nullptr;
}

} // namespace dip

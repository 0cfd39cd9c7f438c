#include "app/cli/output.h"

#include "app/cli/displaywidth.h"
#include "app/cli/exitcode.h"
#include "app/cli/redactor.h"
#include "app/cli/screen.h"
#include "app/cli/terminal.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace dip::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Output)
};

using terminal::Stream;

QString errorLine(const QString &what)
{
    return Text::tr("Error: %1").arg(what);
}

/// A terminal would break lines in the middle of words; a file gets each as one line.
QString fitted(const QString &text)
{
    if (!terminal::isTerminal(Stream::Error))
        return text;
    QStringList lines;
    for (const QString &line : text.split(u'\n'))
        lines += wrapped(line, terminal::columns(Stream::Error));
    return lines.join(u'\n');
}

} // namespace

int Output::show(const CommandResult &result) const
{
    if (m_options.json)
        terminal::write(Stream::Output, m_redactor.redacted(jsonText(result)));
    else if (!m_options.quiet || !result.isAccount)
        terminal::write(Stream::Output, result.text);
    if (!result.failure)
        return static_cast<int>(ExitCode::Done);
    showFailure(result);
    return static_cast<int>(exitCodeOf(result.failure->error.code));
}

void Output::showFailure(const CommandResult &result) const
{
    const Failure &failure = *result.failure;
    if (m_options.progress == ProgressMode::Json) {
        const QJsonObject event{{QStringLiteral("event"), QStringLiteral("error")},
                                {QStringLiteral("error"), failureJson(failure)}};
        m_screen.line(QString::fromUtf8(QJsonDocument(event).toJson(QJsonDocument::Compact)));
        return;
    }
    if (!result.soFar.isEmpty() && !m_options.quiet)
        m_screen.line(result.soFar.trimmed());
    m_screen.line(fitted(errorLine(failure.text.what)));
    if (!failure.text.hint.isEmpty())
        m_screen.line(fitted(failure.text.hint));
}

int showUsageError(const UsageError &error)
{
    if (error.json)
        terminal::write(
            Stream::Output,
            jsonText({{}, {}, Failure(ErrorCode::InvalidArgument, error.message, error.hint), {}, false}));
    terminal::write(Stream::Error, fitted(errorLine(error.message) + u'\n' + error.hint) + u'\n');
    return static_cast<int>(ExitCode::Usage);
}

QString jsonText(const CommandResult &result)
{
    QJsonObject object = result.json;
    if (result.failure)
        object[QStringLiteral("error")] = failureJson(*result.failure);
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Indented));
}

} // namespace dip::cli

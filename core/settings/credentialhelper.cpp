#include "core/settings/credentialhelper.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>

#include <chrono>

namespace dip {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds patience = 30s;
constexpr qsizetype maxMessage = 200;

Result<Credentials> parseAnswer(const QByteArray &answer, const QString &program)
{
    const auto json = QJsonDocument::fromJson(answer).object();
    const auto name = json.value(u"Username").toString();
    const auto secret = json.value(u"Secret").toString();
    if (secret.isEmpty())
        return fail(ErrorCode::Unsupported,
                    QStringLiteral("the credential helper's answer is not understood"), program);
    // This user name says that the secret is an identity token.
    if (name == u"<token>")
        return Credentials{.identityToken = secret};
    return Credentials{.username = name, .password = secret};
}

/// Helpers say on their output what failed.
QString firstLine(const QByteArray &output)
{
    return QString::fromUtf8(output.trimmed().split('\n').first()).simplified().left(maxMessage);
}

} // namespace

Result<std::optional<Credentials>> askCredentialHelper(const QString &name, const QString &server,
                                                       const QProcessEnvironment &environment)
{
    static const QRegularExpression allowed(QStringLiteral("\\A[A-Za-z0-9._-]+\\z"));
    if (!allowed.match(name).hasMatch())
        return fail(ErrorCode::InvalidArgument, QStringLiteral("not a credential helper's name"), name);
    const auto program = QStringLiteral("docker-credential-") + name;
    const auto folders =
        environment.value(QStringLiteral("PATH")).split(QDir::listSeparator(), Qt::SkipEmptyParts);
    const auto path = folders.isEmpty() ? QString() : QStandardPaths::findExecutable(program, folders);
    if (path.isEmpty())
        return fail(ErrorCode::FileMissing,
                    QStringLiteral("docker's configuration names a credential helper that is not there"),
                    program);

    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(path, {QStringLiteral("get")});
    process.write(server.toUtf8());
    process.closeWriteChannel();
    if (!process.waitForFinished(int(patience.count()))) {
        const bool isRunning = process.state() != QProcess::NotRunning;
        process.kill();
        process.waitForFinished();
        return isRunning ? fail(ErrorCode::Timeout, QStringLiteral("the credential helper does not answer"),
                                program)
                         : fail(ErrorCode::Unsupported, process.errorString(), program);
    }
    const auto answer = process.readAllStandardOutput();
    if (process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0) {
        auto found = parseAnswer(answer, program);
        if (!found)
            return failure(found);
        return *found;
    }
    if (answer.contains("credentials not found"))
        return std::nullopt;
    return fail(ErrorCode::Unsupported, QStringLiteral("the credential helper failed: ") + firstLine(answer),
                program);
}

} // namespace dip

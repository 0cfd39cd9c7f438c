#include "tests/support/program.h"

#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

namespace dip::test {

namespace {
constexpr int longestRunMs = 120'000;
}

QJsonObject Outcome::json() const
{
    return QJsonDocument::fromJson(out).object();
}

Outcome run(const QString &program, const QStringList &arguments, const QByteArray &input,
            const QProcessEnvironment &environment)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    if (!process.waitForStarted())
        return {};
    process.write(input);
    process.closeWriteChannel();
    const bool ended = process.waitForFinished(longestRunMs);
    if (!ended)
        process.kill();
    const bool normally = ended && process.exitStatus() == QProcess::NormalExit;
    return {normally ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

QProcessEnvironment cleanEnvironment(const QString &home)
{
    static const QTemporaryDir emptyHome;
    QProcessEnvironment environment;
    const QProcessEnvironment system = QProcessEnvironment::systemEnvironment();
    for (const QString &name :
         {QStringLiteral("PATH"), QStringLiteral("ASAN_OPTIONS"), QStringLiteral("UBSAN_OPTIONS"),
          QStringLiteral("LSAN_OPTIONS"), QStringLiteral("TMPDIR")}) {
        if (system.contains(name))
            environment.insert(name, system.value(name));
    }
    environment.insert(QStringLiteral("HOME"), home.isEmpty() ? emptyHome.path() : home);
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    return environment;
}

Outcome pusher(const QStringList &arguments, const QByteArray &input)
{
    return pusher(arguments, input, cleanEnvironment());
}

Outcome pusher(const QStringList &arguments, const QByteArray &input, const QProcessEnvironment &environment)
{
    return run(QStringLiteral(PROGRAM), arguments, input, environment);
}

void verifyMessage(const Outcome &outcome, int exitCode)
{
    QVERIFY2(outcome.exitCode == exitCode, QByteArray::number(outcome.exitCode) + ": " + outcome.all());
    QCOMPARE(outcome.out, QByteArray());
    QVERIFY2(outcome.err.trimmed().count('\n') >= 1, outcome.err);
}

Outcome skopeo(const QStringList &arguments)
{
    return run(QStringLiteral("skopeo"), QStringList{QStringLiteral("--insecure-policy")} + arguments);
}

} // namespace dip::test

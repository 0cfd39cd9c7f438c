#pragma once

#include <QJsonObject>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

namespace dip::test {

/// What a program that ran to its end left.
struct Outcome
{
    int exitCode = -1; ///< -1: it crashed, could not be started or did not end
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QJsonObject json() const; ///< standard output as a JSON object
    [[nodiscard]] QByteArray all() const { return out + err; }
};

/// Runs a program to its end (at most two minutes).
[[nodiscard]] Outcome run(const QString &program, const QStringList &arguments, const QByteArray &input = {},
                          const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment());

/// Our own command line, in English, with an environment that has no credentials, proxies or home of the
/// person who runs the tests.
[[nodiscard]] Outcome pusher(const QStringList &arguments, const QByteArray &input = {});
[[nodiscard]] Outcome pusher(const QStringList &arguments, const QByteArray &input,
                             const QProcessEnvironment &environment);
[[nodiscard]] QProcessEnvironment cleanEnvironment(const QString &home = {});

/// The outcome of our own command line that told of a failure: with this exit code, nothing on standard
/// output, and on standard error what failed and where, then the likely cause or the next step: two lines, or
/// more where there were notices before. Fails the test where it is otherwise.
void verifyMessage(const Outcome &outcome, int exitCode);

/// skopeo, which did not come from us; any TLS is taken.
[[nodiscard]] Outcome skopeo(const QStringList &arguments);

} // namespace dip::test

#include "tests/support/clientbench.h"
#include "tests/support/httpstub.h"
#include "tests/support/testregistry.h"
#include "tests/support/tokenserver.h"

#include <QTest>

using namespace dip;
using namespace dip::test;

namespace {

const RepositoryName app = RepositoryName::parse(u"tiny/app").value();
const Reference tag = Reference::parse(u"1.0").value();
const QString archive = QStringLiteral(TEST_DATA_DIR "/docker26-single.tar");
const QString name = QStringLiteral("tiny/app:1.0");

} // namespace

/// DELETE of a manifest (OCI distribution-spec, Deleting manifests).
class TestDeleteManifest final : public QObject
{
    Q_OBJECT

private slots:
    void goesFromARealRegistry()
    {
        TestRegistry real;
        real.pushArchive(archive, name);
        Client c(real.url());
        const auto manifest = c.client.getManifest(app, tag);
        QCOMPARE(codeOf(manifest), QStringLiteral("fine"));
        QCOMPARE(codeOf(c.client.deleteManifest(app, manifest->digest())), QStringLiteral("fine"));
        const auto head = c.client.headManifest(app, tag);
        QVERIFY(head && !*head);
        QCOMPARE(codeOf(c.client.deleteManifest(app, manifest->digest())), QStringLiteral("not-found"));
    }

    void whereItIsNotAllowed()
    {
        TestRegistry real({.deletes = false});
        real.pushArchive(archive, name);
        Client c(real.url());
        const auto manifest = c.client.getManifest(app, tag);
        const auto deleted = c.client.deleteManifest(app, manifest->digest());
        QCOMPARE(codeOf(deleted), QStringLiteral("unsupported"));
        QCOMPARE(deleted.error().httpStatus, 405);
        QVERIFY(*c.client.headManifest(app, tag));
    }

    void asksForTheRightToDelete()
    {
        TokenServer tokens;
        tokens.setUser(QStringLiteral("robot"), QStringLiteral("secret"));
        TestRegistry real({.tokenServer = &tokens});
        real.pushArchive(archive, name);
        auto settings = settingsFor(real.url());
        settings.credentials = {.username = QStringLiteral("robot"), .password = QStringLiteral("secret")};
        Client c(settings);
        const auto manifest = c.client.getManifest(app, tag);
        tokens.setGrant([](const QString &, const QString &, const QStringList &) {
            return QStringList{QStringLiteral("pull"), QStringLiteral("push")};
        });
        QCOMPARE(codeOf(c.client.deleteManifest(app, manifest->digest())), QStringLiteral("denied"));
        QCOMPARE(tokens.requests().last().scopes,
                 QStringList{QStringLiteral("repository:tiny/app:pull,push,delete")});
        tokens.setGrant([](const QString &, const QString &, const QStringList &actions) { return actions; });
        QCOMPARE(codeOf(c.client.deleteManifest(app, manifest->digest())), QStringLiteral("fine"));
        QVERIFY(!*c.client.headManifest(app, tag));
    }

    /// Quay's takes a scope with an action that it does not know for a broken request.
    void aTokenServerThatKnowsNoSuchAction()
    {
        TokenServer tokens;
        TestRegistry real({.tokenServer = &tokens});
        real.pushArchive(archive, name);
        Client c(real.url());
        const auto manifest = c.client.getManifest(app, tag);
        tokens.failNext({.status = 400, .body = "{\"error\":\"Unable to decode repository and actions\"}"});
        // This registry wants the action, so the request comes through and is refused there.
        QCOMPARE(codeOf(c.client.deleteManifest(app, manifest->digest())), QStringLiteral("auth-required"));
        QCOMPARE(tokens.requests().last().scopes,
                 QStringList{QStringLiteral("repository:tiny/app:pull,push")});
    }

    void refusals_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *title, int status, const char *body, const char *expected) {
            QTest::newRow(title) << status << QByteArray(body) << QString::fromLatin1(expected);
        };
        row("405 alone", 405, "", "unsupported");
        row("unsupported", 400, "{\"errors\":[{\"code\":\"UNSUPPORTED\"}]}", "unsupported");
        row("denied", 403, "{\"errors\":[{\"code\":\"DENIED\"}]}", "denied");
        row("immutable, as Harbor says it", 412, "{\"errors\":[{\"code\":\"PRECONDITION\"}]}",
            "server-failed");
        row("gone", 404, "{\"errors\":[{\"code\":\"MANIFEST_UNKNOWN\"}]}", "not-found");
        row("done, said otherwise", 200, "", "fine");
    }

    void refusals()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QString, expected);
        const HttpStub stub([&](const StubRequest &request) {
            return request.method == "DELETE" ? StubResponse{.status = status, .body = body} : StubResponse{};
        });
        Client c(stub.url());
        QCOMPARE(codeOf(c.client.deleteManifest(app, Digest::of("x"))), expected);
    }
};

QTEST_GUILESS_MAIN(TestDeleteManifest)
#include "tst_deletemanifest.moc"

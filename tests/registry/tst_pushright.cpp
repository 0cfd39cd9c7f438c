#include "core/registry/registryclient.h"
#include "tests/support/testregistry.h"
#include "tests/support/uploadfaults.h"

#include <QtTest>

using namespace dip;
using namespace dip::test;

/// Whether one may push is found out before anything is sent, and leaves nothing behind.
class TestPushRight final : public QObject
{
    Q_OBJECT

private slots:
    void leavesNothingBehind();
    void refusals_data();
    void refusals();
    void aRealRegistryAllowsIt();

private:
    static Result<void> ask(const QString &url, const QString &user = {});
};

Result<void> TestPushRight::ask(const QString &url, const QString &user)
{
    RegistrySettings settings{.address = *RegistryAddress::parse(url)};
    if (!user.isEmpty())
        settings.credentials = Credentials{user, QStringLiteral("pw"), {}};
    ProgressSink progress;
    return RegistryClient(std::make_shared<Registry>(settings), progress, {})
        .checkPush(*RepositoryName::parse(u"team/app"));
}

void TestPushRight::leavesNothingBehind()
{
    ScriptedRegistry registry;
    QVERIFY(ask(registry.url()));
    QCOMPARE(count(registry, "POST"), 1);
    QCOMPARE(count(registry, "DELETE"), 1);
    QCOMPARE(openUploads(registry), 0);
    registry.with([](MemoryRegistry &memory) {
        memory.basic = "robot:pw";
        memory.bearer = true;
    });
    QVERIFY(ask(registry.url(), QStringLiteral("robot")));
    QCOMPARE(openUploads(registry), 0);
}

void TestPushRight::refusals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("no right") << 403 << QByteArray("DENIED") << ErrorCode::Denied;
    QTest::newRow("no project") << 404 << QByteArray("NAME_UNKNOWN") << ErrorCode::NotFound;
    QTest::newRow("no room") << 507 << QByteArray("UNKNOWN") << ErrorCode::RegistryStorage;
    QTest::newRow("read-only") << 405 << QByteArray("UNSUPPORTED") << ErrorCode::ServerFailed;
}

void TestPushRight::refusals()
{
    QFETCH(int, status);
    QFETCH(QByteArray, said);
    ScriptedRegistry registry;
    registry.add(on("POST", refused(status, said)));
    const auto answer = ask(registry.url());
    QVERIFY(!answer);
    QTEST(answer.error().code, "code");
    QCOMPARE(answer.error().where, QStringLiteral("team/app"));
    QCOMPARE(count(registry, "DELETE"), 0);
}

void TestPushRight::aRealRegistryAllowsIt()
{
    const TestRegistry registry({.username = QStringLiteral("robot"), .password = QStringLiteral("pw")});
    QVERIFY(ask(registry.url().toString(), QStringLiteral("robot")));
    const auto anonymous = ask(registry.url().toString());
    QVERIFY(!anonymous);
    QCOMPARE(anonymous.error().code, ErrorCode::AuthRequired);
}

QTEST_GUILESS_MAIN(TestPushRight)
#include "tst_pushright.moc"

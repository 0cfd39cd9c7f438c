#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QtTest>

#include "tests/support/httpstub.h"
#include "tests/ui/support/windowfixture.h"
#include "ui/settings/language.h"
#include "ui/views/sidebar.h"

using namespace dip;
using namespace dip::test;
using ui::ProxyChoice;
using ui::ProxySettings;

/// The proxy by which the window's jobs reach registries.
class TestProxyForm final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_language.use(QStringLiteral("en")); }
    void addressesAreJudged_data();
    void addressesAreJudged();
    void theEnvironmentFollows();
    void jobsGoThroughIt();
    void passwordsAreNotKept();

private:
    static void openSettings(WindowFixture &fixture);
    static void choose(WindowFixture &fixture, ProxyChoice choice);
    static QString hint(const WindowFixture &fixture);

    ui::Language m_language;
};

void TestProxyForm::addressesAreJudged_data()
{
    using enum ProxySettings::Problem;
    QTest::addColumn<QString>("address");
    QTest::addColumn<int>("problem");
    const auto row = [](const char *address, ProxySettings::Problem problem) {
        QTest::newRow(*address ? address : "nothing") << QString::fromLatin1(address) << int(problem);
    };
    row("proxy.example.cn:3128", None);
    row("http://proxy.example.cn", None);
    row("socks5://10.0.0.1:1080", None);
    row("[fd00::1]:3128", None);
    row("", NoAddress);
    row("ftp://proxy.example.cn", NoAddress);
    row("https://proxy.example.cn:443", NoAddress); // TLS to the proxy itself is unknown here
    row("proxy example", NoAddress);
    row("proxy:port", NoAddress);
    row("robot:s3cr3t@proxy.example.cn:3128", HasPassword);
    row("http://robot@proxy.example.cn", HasPassword);
}

void TestProxyForm::addressesAreJudged()
{
    QFETCH(QString, address);
    QFETCH(int, problem);
    QCOMPARE(int(ProxySettings{ProxyChoice::Own, address, {}}.problem()), problem);
    QCOMPARE(int(ProxySettings{ProxyChoice::None, address, {}}.problem()), int(ProxySettings::Problem::None));
}

void TestProxyForm::theEnvironmentFollows()
{
    QProcessEnvironment before;
    before.insert(QStringLiteral("https_proxy"), QStringLiteral("old:1"));
    before.insert(QStringLiteral("NO_PROXY"), QStringLiteral("old.example"));
    QCOMPARE(ProxySettings{}.applyTo(before), before);
    const ProxySettings wrong{ProxyChoice::Own, {}, {}};
    QCOMPARE(wrong.applyTo(before), before);
    const ProxySettings none{ProxyChoice::None, QStringLiteral("p:1"), {}};
    QCOMPARE(none.applyTo(before), QProcessEnvironment());
    const ProxySettings own{ProxyChoice::Own, QStringLiteral("p:1"), QStringLiteral(".local.cn")};
    QProcessEnvironment expected;
    expected.insert(QStringLiteral("HTTPS_PROXY"), QStringLiteral("http://p:1"));
    expected.insert(QStringLiteral("HTTP_PROXY"), QStringLiteral("http://p:1"));
    expected.insert(QStringLiteral("NO_PROXY"), QStringLiteral(".local.cn"));
    QCOMPARE(own.applyTo(before), expected);
}

void TestProxyForm::jobsGoThroughIt()
{
    const HttpStub proxy([](const StubRequest &) { return StubResponse{.status = 404}; });
    WindowFixture fixture;
    const QString profile = fixture.addRegistry(QStringLiteral("registry.example"), ui::TlsChoice::PlainHttp);
    openSettings(fixture);
    choose(fixture, ProxyChoice::Own);
    QVERIFY(hint(fixture).contains(QLatin1String("host and port")));
    QVERIFY(
        fixture.type(QStringLiteral("proxyAddress"), QStringLiteral("127.0.0.1:%1").arg(proxy.url().port())));
    QTest::keyClick(fixture.find<QLineEdit>(QStringLiteral("proxyAddress")), Qt::Key_Return);
    QCOMPARE(hint(fixture), QStringLiteral("Takes effect with the next job."));
    const PullAndCache pull{*ImageName::parse(u"app/web:1"), {}, {}};
    fixture.workspace().jobs().add(
        {ui::JobKind::Pull, QStringLiteral("registry.example/app/web:1"), {}, profile, {}, {pull}});
    QVERIFY(fixture.waitForJobs({ui::JobState::Failed}));
    QVERIFY(!proxy.requests().isEmpty());
    QVERIFY(proxy.requests().first().target.startsWith("http://registry.example/v2/"));

    fixture.restart();
    QCOMPARE(fixture.workspace().settings().proxy.choice, ProxyChoice::Own);
    openSettings(fixture);
    QVERIFY(fixture.find<QLineEdit>(QStringLiteral("proxyAddress"))
                ->text()
                .endsWith(QString::number(proxy.url().port())));
    choose(fixture, ProxyChoice::None);
    QVERIFY(!fixture.find<QLineEdit>(QStringLiteral("proxyAddress")));
}

void TestProxyForm::passwordsAreNotKept()
{
    WindowFixture fixture;
    openSettings(fixture);
    choose(fixture, ProxyChoice::Own);
    QVERIFY(fixture.type(QStringLiteral("proxyAddress"), QStringLiteral("robot:s3cr3t@proxy.example:3128")));
    QTest::keyClick(fixture.find<QLineEdit>(QStringLiteral("proxyAddress")), Qt::Key_Return);
    QVERIFY(hint(fixture).contains(QLatin1String("plain text")));
    const QString folder = fixture.folder();
    fixture.restart();
    for (const QString &name : QDir(folder).entryList(QDir::Files)) {
        QFile file(folder + u'/' + name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains("s3cr3t"), qPrintable(name));
    }
}

void TestProxyForm::openSettings(WindowFixture &fixture)
{
    fixture.window().findChild<ui::Sidebar *>()->choose(ui::Sidebar::Settings);
    QVERIFY(fixture.find<QComboBox>(QStringLiteral("proxyChoice")));
}

void TestProxyForm::choose(WindowFixture &fixture, ProxyChoice choice)
{
    auto *combo = fixture.find<QComboBox>(QStringLiteral("proxyChoice"));
    combo->setCurrentIndex(combo->findData(int(choice)));
}

QString TestProxyForm::hint(const WindowFixture &fixture)
{
    const auto *label = fixture.find<QLabel>(QStringLiteral("proxyHint"));
    return label ? label->text() : QString();
}

QTEST_MAIN(TestProxyForm)
#include "tst_proxyform.moc"

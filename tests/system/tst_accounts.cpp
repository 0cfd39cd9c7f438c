#include "tests/support/program.h"
#include "tests/support/testregistry.h"
#include "tests/support/tokenserver.h"

#include <QDir>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace dip;
using namespace dip::test;

namespace {

const QString user = QStringLiteral("delivery");
const QString password = QStringLiteral("s3cret of delivery");

/// A home whose docker config.json holds this entry for the host.
class Home final
{
public:
    Home(const QString &host, const QJsonObject &entry)
    {
        QDir(m_folder.path()).mkdir(QStringLiteral(".docker"));
        QFile file(m_folder.filePath(QStringLiteral(".docker/config.json")));
        const QJsonObject config{{QStringLiteral("auths"), QJsonObject{{host, entry}}}};
        if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(config).toJson()) < 0)
            qFatal("config.json cannot be written");
    }
    [[nodiscard]] QProcessEnvironment environment() const { return cleanEnvironment(m_folder.path()); }

private:
    QTemporaryDir m_folder;
};

} // namespace

/// The program against a real docker-registry with `auth: token`: accounts from every source, and only the
/// rights that the work needs.
class TestAccounts final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void passwordFromStandardInput();
    void passwordFromDockersFile();
    void refreshTokenFromDockersFile();
    void overTls();
    void withoutAnAccountWhereOneIsNeeded();
    void wrongPassword();
    void notAllowedToPush();
    void tokensThatRunOutAreRenewed();

private:
    [[nodiscard]] QStringList arguments(const char *command, const TestRegistry &registry,
                                        const QStringList &more = {}) const;
    [[nodiscard]] QStringList pushed(const TestRegistry &registry, const QStringList &more = {}) const
    {
        return arguments("push", registry,
                         QStringList{QStringLiteral("-s"), QStringLiteral("tiny/app:1.0"),
                                     QStringLiteral("-r"), QStringLiteral("site/app")} +
                             more);
    }
    [[nodiscard]] QStringList pulled(const TestRegistry &registry, const QStringList &more = {}) const
    {
        return arguments("pull", registry,
                         QStringList{QStringLiteral("-r"), QStringLiteral("site/app"), QStringLiteral("-t"),
                                     QStringLiteral("1.0")} +
                             more);
    }
    [[nodiscard]] bool onlyScopes(const QStringList &scopes) const;

    std::unique_ptr<QTemporaryDir> m_cache;
    std::unique_ptr<TokenServer> m_tokens;
    std::unique_ptr<TestRegistry> m_registry;
};

QStringList TestAccounts::arguments(const char *command, const TestRegistry &registry,
                                    const QStringList &more) const
{
    return QStringList{QLatin1String(command), QStringLiteral("--registry"), registry.url().toString(),
                       QStringLiteral("--cache-dir"), m_cache->path()} +
           more;
}

bool TestAccounts::onlyScopes(const QStringList &scopes) const
{
    const auto requests = m_tokens->requests();
    return !requests.isEmpty() &&
           std::ranges::all_of(requests, [&scopes](const TokenServer::Request &request) {
               return std::ranges::all_of(request.scopes,
                                          [&scopes](const QString &scope) { return scopes.contains(scope); });
           });
}

void TestAccounts::initTestCase()
{
    m_cache = std::make_unique<QTemporaryDir>();
    const Outcome extracted = pusher({QStringLiteral("extract"), QStringLiteral("--file"),
                                      QStringLiteral(TEST_DATA_DIR "/docker20-multi.tar"),
                                      QStringLiteral("--cache-dir"), m_cache->path()});
    QVERIFY2(extracted.exitCode == 0, extracted.err);
}

void TestAccounts::init()
{
    m_registry.reset();
    m_tokens = std::make_unique<TokenServer>();
    m_tokens->setUser(user, password);
    m_tokens->setAnonymous(false);
    m_registry = std::make_unique<TestRegistry>(TestRegistry::Options{.tokenServer = m_tokens.get()});
}

void TestAccounts::passwordFromStandardInput()
{
    const QStringList account{QStringLiteral("-u"), user, QStringLiteral("--password-stdin")};
    const QByteArray input = password.toUtf8() + '\n';
    const Outcome sent = pusher(pushed(*m_registry, account), input);
    QVERIFY2(sent.exitCode == 0, sent.err);
    QVERIFY(!sent.all().contains(password.toUtf8()));
    const QString push = QStringLiteral("repository:site/app:pull,push");
    const QString look = QStringLiteral("repository:site/app:pull"); // whether the tag is there already
    QVERIFY(onlyScopes({look, push}));

    const qsizetype before = m_tokens->requests().size();
    const Outcome got = pusher(pulled(*m_registry, account), input);
    QVERIFY2(got.exitCode == 0, got.err);
    for (const TokenServer::Request &request : m_tokens->requests().sliced(before)) {
        QCOMPARE(request.user, user);
        for (const QString &scope : request.scopes)
            QCOMPARE(scope, QStringLiteral("repository:site/app:pull"));
    }
}

void TestAccounts::passwordFromDockersFile()
{
    const QString basic = QString::fromLatin1((user + u':' + password).toUtf8().toBase64());
    const Home home(m_registry->host(), {{QStringLiteral("auth"), basic}});
    const Outcome sent = pusher(pushed(*m_registry), {}, home.environment());
    QVERIFY2(sent.exitCode == 0, sent.err);
    QVERIFY(!sent.all().contains(basic.toUtf8()));
}

void TestAccounts::refreshTokenFromDockersFile()
{
    m_tokens->setRefreshToken(QStringLiteral("a-token-that-renews"));
    const Home home(m_registry->host(),
                    {{QStringLiteral("identitytoken"), QStringLiteral("a-token-that-renews")}});
    const Outcome sent = pusher(pushed(*m_registry, {QStringLiteral("-vv")}), {}, home.environment());
    QVERIFY2(sent.exitCode == 0, sent.err);
    QVERIFY(!sent.all().contains("a-token-that-renews"));
    QVERIFY(std::ranges::any_of(m_tokens->requests(),
                                [](const auto &request) { return request.method == "POST"; }));
}

void TestAccounts::overTls()
{
    const TestRegistry secure({.tls = true, .tokenServer = m_tokens.get()});
    const QByteArray input = password.toUtf8() + '\n';
    const QStringList account{QStringLiteral("-u"), user, QStringLiteral("--password-stdin"),
                              QStringLiteral("--skip-tls")};
    const Outcome sent = pusher(pushed(secure, account), input);
    // A realm of plain HTTP beside a registry of HTTPS is a downgrade: the password stays here.
    QCOMPARE(sent.exitCode, 5);
    QVERIFY2(sent.err.contains("plain HTTP"), sent.err);
    QVERIFY(m_tokens->requests().isEmpty());
}

void TestAccounts::withoutAnAccountWhereOneIsNeeded()
{
    const Outcome sent = pusher(pushed(*m_registry));
    QCOMPARE(sent.exitCode, 4);
    QVERIFY2(sent.err.contains("-u") || sent.err.contains("--username"), sent.err);
}

void TestAccounts::wrongPassword()
{
    const Outcome sent =
        pusher(pushed(*m_registry, {QStringLiteral("-u"), user, QStringLiteral("--password-stdin")}),
               "not-the-password\n");
    QCOMPARE(sent.exitCode, 4);
    QVERIFY(!sent.all().contains("not-the-password"));
}

void TestAccounts::notAllowedToPush()
{
    m_tokens->setGrant([](const QString &, const QString &, const QStringList &) {
        return QStringList{QStringLiteral("pull")};
    });
    const Outcome sent =
        pusher(pushed(*m_registry, {QStringLiteral("-u"), user, QStringLiteral("--password-stdin")}),
               password.toUtf8() + '\n');
    QCOMPARE(sent.exitCode, 4);
    QVERIFY2(sent.err.contains("not allowed") && sent.err.contains("project"), sent.err);
}

void TestAccounts::tokensThatRunOutAreRenewed()
{
    m_tokens->setLifetime(std::nullopt, 1);
    const Outcome sent =
        pusher(pushed(*m_registry, {QStringLiteral("-u"), user, QStringLiteral("--password-stdin"),
                                    QStringLiteral("--limit-rate"), QStringLiteral("12K")}),
               password.toUtf8() + '\n');
    QVERIFY2(sent.exitCode == 0, sent.err);
    QVERIFY(m_tokens->requests().size() > 1);
}

QTEST_GUILESS_MAIN(TestAccounts)
#include "tst_accounts.moc"

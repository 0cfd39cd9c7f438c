#include "core/registry/registryclient.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace dip;
using namespace dip::test;
using namespace std::chrono_literals;

namespace {

RegistrySettings settingsFor(const TestRegistry &registry, const QSslCertificate &pinned)
{
    RegistrySettings settings{.address = RegistryAddress::parse(registry.url().toString()).value(),
                              .idleTimeout = 5s,
                              .retry = {.attempts = 0}};
    if (!pinned.isNull())
        settings.pinnedCertificate = Digest::of(pinned.toDer());
    return settings;
}

Result<void> ping(const RegistrySettings &settings)
{
    ProgressSink progress;
    return RegistryClient(std::make_shared<Registry>(settings), progress, {}).ping();
}

QString codeOf(const Result<void> &result)
{
    return result ? QStringLiteral("fine") : errorCodeName(result.error().code);
}

QString fingerprint(const QSslCertificate &certificate)
{
    return QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex(':'));
}

} // namespace

class TestPinnedCertificate final : public QObject
{
    Q_OBJECT

private slots:
    void theRightOneIsTaken()
    {
        const TestRegistry registry({.tls = true});
        QCOMPARE(codeOf(ping(settingsFor(registry, QSslCertificate()))), QStringLiteral("tls-untrusted"));
        QCOMPARE(codeOf(ping(settingsFor(registry, registry.certificate()))), QStringLiteral("fine"));
    }

    /// Not even the authority that signed it, or any other certificate, stands in for it.
    void noOtherIsTaken_data()
    {
        QTest::addColumn<bool>("trustCa");
        QTest::addColumn<bool>("pinCa");
        QTest::addColumn<bool>("skipTls");
        QTest::newRow("unknown authority") << false << false << false;
        QTest::newRow("trusted authority") << true << false << false;
        QTest::newRow("the authority's own") << false << true << false;
        QTest::newRow("checks are off") << false << false << true;
    }

    void noOtherIsTaken()
    {
        QFETCH(bool, trustCa);
        QFETCH(bool, pinCa);
        QFETCH(bool, skipTls);
        const TestRegistry registry({.tls = true});
        const TestRegistry another({.tls = true});
        auto settings = settingsFor(registry, pinCa ? QSslCertificate::fromPath(registry.caFile()).value(0)
                                                    : another.certificate());
        settings.skipTls = skipTls;
        if (trustCa) {
            settings.certificateFolders = {registry.certificateFolder()};
            auto trusting = settings;
            trusting.pinnedCertificate.reset();
            QCOMPARE(codeOf(ping(trusting)), QStringLiteral("fine"));
        }
        QCOMPARE(codeOf(ping(settings)), QStringLiteral("tls-changed"));
        QVERIFY(!registry.log().contains("GET /v2/ HTTP/1.1\" 200\" docker-image-pusher"));
    }

    void aChangedOneIsSaid()
    {
        TestRegistry registry({.tls = true});
        const QSslCertificate before = registry.certificate();
        const auto settings = settingsFor(registry, before);
        QCOMPARE(codeOf(ping(settings)), QStringLiteral("fine"));
        registry.renewCertificate();
        const auto changed = ping(settings);
        QCOMPARE(codeOf(changed), QStringLiteral("tls-changed"));
        QCOMPARE(changed.error().where, registry.host());
        for (const QString &part : {fingerprint(before), fingerprint(registry.certificate()),
                                    QStringLiteral("subject: renewed"), QStringLiteral("issuer: Test CA")})
            QVERIFY2(changed.error().detail.contains(part), qPrintable(changed.error().detail));
        QCOMPARE(codeOf(ping(settingsFor(registry, registry.certificate()))), QStringLiteral("fine"));
    }

    void theLadderFailsAtItsStep()
    {
        const TestRegistry registry({.tls = true});
        const TestRegistry another({.tls = true});
        ProgressSink progress;
        const auto steps =
            RegistryClient(std::make_shared<Registry>(settingsFor(registry, another.certificate())), progress,
                           {})
                .check();
        QCOMPARE(steps.last().kind, CheckStep::Kind::Tls);
        QCOMPARE(steps.last().error->code, ErrorCode::TlsChanged);
    }
};

QTEST_GUILESS_MAIN(TestPinnedCertificate)
#include "tst_pinnedcertificate.moc"

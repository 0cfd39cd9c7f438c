#pragma once

#include "tests/support/testcertificates.h"

#include <QProcess>
#include <QSslCertificate>
#include <QTemporaryDir>
#include <QUrl>

#include <optional>

namespace dip::test {

class TokenServer;

/// A real docker-registry on a free loopback port, storing in a temporary folder. Start it in a thread that
/// lives as long as it: it dies with that thread, also when the test crashes.
class TestRegistry final
{
public:
    struct Options
    {
        bool tls = false;
        QString username{}; ///< htpasswd, where given
        QString password{};
        const TokenServer *tokenServer = nullptr; ///< `auth: token`
        QString moreConfiguration{};              ///< appended to config.yml
        bool deletes = true;                      ///< `storage.delete.enabled`
    };

    explicit TestRegistry(Options options);
    TestRegistry() : TestRegistry(Options{}) {}
    ~TestRegistry();
    Q_DISABLE_COPY_MOVE(TestRegistry)

    /// Returns when it answers; ends the test program where it does not. Upload sessions live through stop
    /// and start, as the secret that signs them is fixed.
    void start();
    void stop();
    void restart();
    /// From the next start on, so that sessions of before are not known any more.
    void changeSecret() { m_secret += "-changed"; }

    [[nodiscard]] QUrl url() const;
    [[nodiscard]] QString host() const; ///< "127.0.0.1:port"
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QString folder() const;              ///< of its storage
    [[nodiscard]] QString caFile() const;              ///< with TLS
    [[nodiscard]] QSslCertificate certificate() const; ///< with TLS: its own
    void renewCertificate();                           ///< the same names, the same CA; restarts
    [[nodiscard]] QString certificateFolder() const;   ///< a certs.d with the CA of this registry
    [[nodiscard]] QByteArray log() const;              ///< what the registry has written

    /// Whether the storage holds this blob, whatever repository it is in ("sha256:…").
    [[nodiscard]] bool storesBlob(const QString &digest) const;

    /// A manifest's bytes as skopeo reads them, of "repository:tag"; empty where there is none.
    [[nodiscard]] QByteArray manifest(const QString &image) const;

    /// Pushes the first image of a docker-archive by skopeo under "repository:tag".
    void pushArchive(const QString &archive, const QString &name) const;
    /// The same with an oci-archive and all platforms of its index.
    void pushIndex(const QString &archive, const QString &name) const;

private:
    void push(const QString &from, const QString &name, const QStringList &options) const;
    void prepare();
    bool tryStart();
    [[nodiscard]] QByteArray configuration() const;
    [[nodiscard]] bool answers() const;

    Options m_options;
    QTemporaryDir m_folder;
    std::optional<TestAuthority> m_authority;
    std::optional<TestCertificate> m_certificate;
    QProcess m_process;
    QByteArray m_secret = "one-secret-for-all-starts";
    quint16 m_port = 0;
};

} // namespace dip::test

#pragma once

#include "tests/support/httpstub.h"
#include "tests/support/testcertificates.h"

#include <QStringList>
#include <QTemporaryDir>

namespace dip::test {

/// A token server as docker-registry trusts it with `auth: token` (Docker distribution, Token
/// Authentication): GET with Basic credentials or anonymous, and OAuth2 POST with a refresh token. Tokens are
/// signed by RS256, the certificate in the header's x5c. All members may be called while it runs.
class TokenServer final
{
public:
    struct Request
    {
        QByteArray method;
        QString user; ///< empty: anonymous
        QString service;
        QStringList scopes; ///< as asked for
    };
    /// Which actions of those asked for `user` may do in `repository`.
    using Grant = std::function<QStringList(const QString &user, const QString &repository,
                                            const QStringList &actions)>;

    TokenServer();
    ~TokenServer();
    Q_DISABLE_COPY_MOVE(TokenServer)

    [[nodiscard]] QUrl realm() const { return m_stub->url(QStringLiteral("/token")); }
    [[nodiscard]] QString host() const { return m_stub->host(); }
    [[nodiscard]] QString service() const { return QStringLiteral("test registry, one"); }
    [[nodiscard]] QString issuer() const { return QStringLiteral("test issuer"); }
    [[nodiscard]] QString certificateFile() const { return m_certificate.certificate; }

    void setUser(const QString &name, const QString &password);
    void setRefreshToken(const QString &token); ///< empty: no OAuth2 here, POST is answered 404
    void setGrant(Grant grant);                 ///< as made: everything to everybody who may sign in
    void setAnonymous(bool allowed);            ///< as made: true
    /// `expiresIn` is what the answer says; `validFor` how long the registry really takes the token. Seconds.
    void setLifetime(std::optional<int> expiresIn, int validFor);
    void failNext(const StubResponse &response); ///< one answer of this kind before all others

    [[nodiscard]] QList<Request> requests() const;

private:
    StubResponse answer(const StubRequest &request);
    [[nodiscard]] std::optional<Request> identify(const StubRequest &request) const;
    [[nodiscard]] QByteArray sign(const Request &request) const;

    QTemporaryDir m_folder;
    TestCertificate m_certificate;
    mutable QMutex m_mutex;
    QString m_user;
    QString m_password;
    QString m_refreshToken;
    Grant m_grant;
    bool m_anonymous = true;
    std::optional<int> m_expiresIn = 300;
    int m_validFor = 300;
    QList<StubResponse> m_failures;
    QList<Request> m_requests;
    std::unique_ptr<HttpStub> m_stub;
};

} // namespace dip::test

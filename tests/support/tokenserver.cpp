#include "tests/support/tokenserver.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSslCertificate>
#include <QUrlQuery>
#include <QUuid>

#include <openssl/evp.h>
#include <openssl/pem.h>

namespace dip::test {

namespace {

constexpr auto urlSafe = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QByteArray rs256(const QByteArray &text, const QString &keyFile)
{
    QFile file(keyFile);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(keyFile));
    const auto pem = file.readAll();
    const std::unique_ptr<BIO, decltype(&BIO_free)> bio(BIO_new_mem_buf(pem.constData(), int(pem.size())),
                                                        &BIO_free);
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(
        PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr), &EVP_PKEY_free);
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    const auto *data = reinterpret_cast<const unsigned char *>(text.constData());
    size_t length = 0;
    if (EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key.get()) != 1 ||
        EVP_DigestSign(context.get(), nullptr, &length, data, size_t(text.size())) != 1)
        qFatal("OpenSSL cannot sign");
    QByteArray signature(qsizetype(length), '\0');
    if (EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &length, data,
                       size_t(text.size())) != 1)
        qFatal("OpenSSL cannot sign");
    return signature.first(qsizetype(length));
}

StubResponse refusal(int status, const QByteArray &code)
{
    return {status,
            {{"Content-Type", "application/json"}},
            "{\"errors\":[{\"code\":\"" + code + "\",\"message\":\"the token server says no\"}]}"};
}

/// "+" is a space in a form, which QUrlQuery does not know.
QUrlQuery parseForm(QByteArray form)
{
    return QUrlQuery(QString::fromUtf8(form.replace('+', "%20")));
}

} // namespace

TokenServer::TokenServer()
    : m_certificate(makeSelfSigned(m_folder.path(), QStringLiteral("token")))
    , m_grant([](const QString &, const QString &, const QStringList &actions) { return actions; })
    , m_stub(std::make_unique<HttpStub>([this](const StubRequest &request) { return answer(request); }))
{}

TokenServer::~TokenServer() = default;

void TokenServer::setUser(const QString &name, const QString &password)
{
    const QMutexLocker lock(&m_mutex);
    m_user = name;
    m_password = password;
}

void TokenServer::setRefreshToken(const QString &token)
{
    const QMutexLocker lock(&m_mutex);
    m_refreshToken = token;
}

void TokenServer::setGrant(Grant grant)
{
    const QMutexLocker lock(&m_mutex);
    m_grant = std::move(grant);
}

void TokenServer::setAnonymous(bool allowed)
{
    const QMutexLocker lock(&m_mutex);
    m_anonymous = allowed;
}

void TokenServer::setLifetime(std::optional<int> expiresIn, int validFor)
{
    const QMutexLocker lock(&m_mutex);
    m_expiresIn = expiresIn;
    m_validFor = validFor;
}

void TokenServer::failNext(const StubResponse &response)
{
    const QMutexLocker lock(&m_mutex);
    m_failures.append(response);
}

QList<TokenServer::Request> TokenServer::requests() const
{
    const QMutexLocker lock(&m_mutex);
    return m_requests;
}

StubResponse TokenServer::answer(const StubRequest &request)
{
    const QMutexLocker lock(&m_mutex);
    if (!m_failures.isEmpty())
        return m_failures.takeFirst();
    if (request.path() != "/token")
        return refusal(404, "NOT_FOUND");
    if (request.method == "POST" && m_refreshToken.isEmpty())
        return refusal(404, "NOT_FOUND");
    const auto who = identify(request);
    if (!who)
        return refusal(401, "UNAUTHORIZED");
    m_requests.append(*who);
    QJsonObject json{{request.method == "POST" ? QStringLiteral("access_token") : QStringLiteral("token"),
                      QString::fromLatin1(sign(*who))}};
    if (m_expiresIn)
        json.insert(QStringLiteral("expires_in"), *m_expiresIn);
    return {200, {{"Content-Type", "application/json"}}, QJsonDocument(json).toJson()};
}

std::optional<TokenServer::Request> TokenServer::identify(const StubRequest &request) const
{
    const auto decode = QUrl::FullyDecoded;
    if (request.method == "POST") {
        const auto form = parseForm(request.body);
        if (form.queryItemValue(QStringLiteral("refresh_token"), decode) != m_refreshToken ||
            form.queryItemValue(QStringLiteral("grant_type")) != QStringLiteral("refresh_token") ||
            form.queryItemValue(QStringLiteral("client_id")).isEmpty())
            return {};
        return Request{"POST", QStringLiteral("refreshed"),
                       form.queryItemValue(QStringLiteral("service"), decode),
                       form.queryItemValue(QStringLiteral("scope"), decode).split(u' ', Qt::SkipEmptyParts)};
    }
    const auto query = parseForm(request.target.mid(request.path().size() + 1));
    Request who{"GET",
                {},
                query.queryItemValue(QStringLiteral("service"), decode),
                query.allQueryItemValues(QStringLiteral("scope"), decode)};
    const auto authorization = request.headers.value("authorization");
    if (authorization.isEmpty())
        return m_anonymous ? std::optional(who) : std::nullopt;
    const auto expected = "Basic " + (m_user + u':' + m_password).toUtf8().toBase64();
    if (authorization != expected)
        return {};
    who.user = m_user;
    return who;
}

QByteArray TokenServer::sign(const Request &request) const
{
    QJsonArray access;
    for (const auto &scope : request.scopes) {
        // repository:NAME:action,action - and NAME may hold colons of its own (a host and port).
        const auto name = scope.section(u':', 1, -2);
        const auto actions = m_grant(request.user, name, scope.section(u':', -1).split(u','));
        access.append(QJsonObject{{QStringLiteral("type"), scope.section(u':', 0, 0)},
                                  {QStringLiteral("name"), name},
                                  {QStringLiteral("actions"), QJsonArray::fromStringList(actions)}});
    }
    // docker-registry takes tokens for another 60 seconds after their end.
    const auto now = QDateTime::currentSecsSinceEpoch();
    const QJsonObject claims{{QStringLiteral("iss"), issuer()},
                             {QStringLiteral("sub"), request.user},
                             {QStringLiteral("aud"), service()},
                             {QStringLiteral("iat"), now},
                             {QStringLiteral("nbf"), now - 120},
                             {QStringLiteral("exp"), now + m_validFor - 60},
                             {QStringLiteral("jti"), QUuid::createUuid().toString()},
                             {QStringLiteral("access"), access}};
    const auto certificate = QSslCertificate::fromPath(m_certificate.certificate).first().toDer().toBase64();
    const QJsonObject header{{QStringLiteral("typ"), QStringLiteral("JWT")},
                             {QStringLiteral("alg"), QStringLiteral("RS256")},
                             {QStringLiteral("x5c"), QJsonArray{QString::fromLatin1(certificate)}}};
    const auto text = QJsonDocument(header).toJson(QJsonDocument::Compact).toBase64(urlSafe) + '.' +
                      QJsonDocument(claims).toJson(QJsonDocument::Compact).toBase64(urlSafe);
    return text + '.' + rs256(text, m_certificate.key).toBase64(urlSafe);
}

} // namespace dip::test

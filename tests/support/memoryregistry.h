#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QMap>
#include <QString>
#include <QUrlQuery>

#include <functional>

namespace dip::test {

using HeaderList = QList<std::pair<QByteArray, QByteArray>>;

/// The first of that name, without regard to case; empty where there is none.
[[nodiscard]] QByteArray headerIn(const HeaderList &headers, QByteArrayView name);

/// A request as a registry saw it.
struct SeenRequest
{
    QByteArray method;
    QString path; ///< decoded, without query
    QUrlQuery query;
    HeaderList headers;
    QByteArray body;     ///< in records only its first 64 KiB
    qint64 bodySize = 0; ///< bytes of the body that arrived

    [[nodiscard]] QByteArray header(QByteArrayView name) const { return headerIn(headers, name); }
    [[nodiscard]] QString argument(const QString &key) const
    {
        return query.queryItemValue(key, QUrl::FullyDecoded);
    }
};

struct Answer
{
    int status = 200;
    HeaderList headers{};
    QByteArray body{};

    Answer &with(const QByteArray &name, const QByteArray &value) ///< replaces what is there of that name
    {
        without(name);
        headers.append({name, value});
        return *this;
    }
    Answer &without(QByteArrayView name);
};

/// An answer with the registry's error list (OCI distribution-spec, Error Codes).
[[nodiscard]] Answer errorAnswer(int status, const QByteArray &code, const QByteArray &message = "scripted");

/// A small registry that keeps everything in memory and follows the OCI distribution specification to the
/// letter, so that a client's slip shows: Content-Range must be exact, Content-Length must be there, and of a
/// session only the newest Location is good (as on docker-registry, whose _state holds the offset).
/// Not thread-safe; ScriptedRegistry guards it.
class MemoryRegistry final
{
public:
    [[nodiscard]] Answer handle(const SeenRequest &request);
    /// The connection broke in the body: a session takes the torn piece, and with tornKills it is spoilt.
    void takeTorn(const SeenRequest &request);

    [[nodiscard]] bool wantsSignIn() const { return bearer || !basic.isEmpty(); }

    struct Upload
    {
        QString repository;
        QByteArray bytes;
        bool spoilt = false;
    };

    QHash<QString, QMap<QString, QByteArray>> blobs; ///< repository → digest → bytes
    struct StoredManifest
    {
        QByteArray mediaType;
        QByteArray bytes;
    };
    QHash<QString, QMap<QString, StoredManifest>> manifests; ///< repository → tag or digest → manifest
    QMap<QString, Upload> uploads;
    QByteArray basic; ///< "user:password"; with `bearer` the token server asks for it
    bool bearer = false;
    QByteArray openHost; ///< asked under this name it wants no Authorization, as object storage
    QByteArray realm;    ///< where tokens are had; set by ScriptedRegistry
    int tokensGiven = 0;
    bool onlyNewest = true;       ///< of a session's Locations only the newest is good, as on docker-registry
    bool tornKills = false;       ///< a torn PATCH makes the session useless, as on docker-registry 2.8
    bool mountsAnswer202 = false; ///< never mounts
    HeaderList uploadHeaders;     ///< added to the answer to POST, for example OCI-Chunk-Min-Length
    std::function<QByteArray(const QByteArray &)> location = [](const QByteArray &path) {
        return path;
    };

    void expireTokens() { m_tokens.clear(); }

private:
    [[nodiscard]] Answer route(const SeenRequest &request);
    [[nodiscard]] std::optional<Answer> refuse(const SeenRequest &request) const;
    [[nodiscard]] Answer challenge(const SeenRequest &request) const;
    [[nodiscard]] Answer giveToken(const SeenRequest &request);
    [[nodiscard]] bool mayAct(const QByteArray &token, const QString &repository,
                              const QString &action) const;

    [[nodiscard]] Answer blob(const SeenRequest &request, const QString &repository,
                              const QString &digest) const;
    [[nodiscard]] Answer startUpload(const SeenRequest &request, const QString &repository);
    [[nodiscard]] Answer upload(const SeenRequest &request, const QString &repository, const QString &id);
    [[nodiscard]] Answer patch(const SeenRequest &request, const QString &id);
    [[nodiscard]] Answer commit(const SeenRequest &request, const QString &id);
    [[nodiscard]] Answer uploadAnswer(int status, const QString &id) const;
    [[nodiscard]] Answer manifest(const SeenRequest &request, const QString &repository,
                                  const QString &reference);
    [[nodiscard]] Answer list(const SeenRequest &request, const QString &field, const QStringList &all) const;

    QHash<QByteArray, QStringList> m_tokens; ///< token → scopes
    int m_nextUpload = 1;
};

} // namespace dip::test

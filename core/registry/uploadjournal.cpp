#include "core/registry/uploadjournal.h"

#include "core/base/files.h"
#include "core/base/log.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

namespace dip {

namespace {

constexpr std::chrono::days keptFor{7};
constexpr qint64 largestFile = 64 * 1024;

/// Whether a URL may lie around in a file. Object stores sign their URLs in the query; who holds one may
/// write.
bool holdsSecret(const QUrl &url)
{
    static const QStringList suspects{QStringLiteral("signature"), QStringLiteral("token"),
                                      QStringLiteral("auth"),      QStringLiteral("credential"),
                                      QStringLiteral("secret"),    QStringLiteral("password")};
    if (!url.userInfo().isEmpty())
        return true;
    for (const auto &[key, value] : QUrlQuery(url).queryItems()) {
        const QString name = key.toLower();
        if (name == u"sig" || name == u"key" || name == u"jwt")
            return true;
        if (std::ranges::any_of(suspects, [&](const QString &suspect) { return name.contains(suspect); }))
            return true;
    }
    return false;
}

QString pageName(const QString &host, const QString &repository, const QString &digest)
{
    const QString all = host + u'\n' + repository + u'\n' + digest;
    const QByteArray sum = QCryptographicHash::hash(all.toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(sum.toHex().first(32)) + QStringLiteral(".json");
}

QString lockOf(const QString &page)
{
    return page + QStringLiteral(".lock");
}

} // namespace

QString UploadJournal::pathOf(const QString &host, const RepositoryName &repository,
                              const Digest &digest) const
{
    return m_folder + u'/' + pageName(host, repository.toString(), digest.toString());
}

bool UploadJournal::has(const QString &host, const RepositoryName &repository, const Digest &digest) const
{
    return !m_folder.isEmpty() && QFile::exists(pathOf(host, repository, digest));
}

UploadJournal::Page UploadJournal::open(const QString &host, const RepositoryName &repository,
                                        const Digest &digest) const
{
    Page page;
    if (m_folder.isEmpty() || !files::makeFolder(m_folder))
        return page;
    std::call_once(m_swept, [this] { sweep(); });
    const QString path = pathOf(host, repository, digest);
    auto lock = FileLock::tryAcquire(lockOf(path));
    if (!lock || !*lock)
        return page;
    page.m_path = path;
    page.m_host = host;
    page.m_repository = repository.toString();
    page.m_digest = digest.toString();
    page.m_lock = std::move(**lock);

    const auto bytes = files::readAll(path, largestFile);
    const QJsonObject object = bytes ? QJsonDocument::fromJson(*bytes).object() : QJsonObject();
    const auto noted = QDateTime::fromString(object.value(u"noted").toString(), Qt::ISODate);
    const Entry entry{QUrl(object.value(u"location").toString(), QUrl::StrictMode),
                      object.value(u"offset").toInteger(-1)};
    const bool isOurs = object.value(u"host") == host && object.value(u"repository") == page.m_repository &&
                        object.value(u"digest") == page.m_digest;
    const bool isFresh = noted.isValid() && noted.addDuration(keptFor) > QDateTime::currentDateTimeUtc();
    if (isOurs && isFresh && entry.offset > 0 && entry.location.isValid() && !entry.location.isRelative())
        page.m_found = entry;
    return page;
}

void UploadJournal::Page::note(const Entry &entry)
{
    if (m_path.isEmpty())
        return;
    if (holdsSecret(entry.location)) {
        QFile::remove(m_path);
        return;
    }
    const QJsonObject object{
        {QStringLiteral("host"), m_host},
        {QStringLiteral("repository"), m_repository},
        {QStringLiteral("digest"), m_digest},
        {QStringLiteral("location"), entry.location.toString(QUrl::FullyEncoded)},
        {QStringLiteral("offset"), entry.offset},
        {QStringLiteral("noted"), QDateTime::currentDateTimeUtc().toString(Qt::ISODate)}};
    const QByteArray bytes = QJsonDocument(object).toJson();
    QFile fresh(m_path + QStringLiteral(".new"));
    const bool written = fresh.open(QIODevice::WriteOnly | QIODevice::Unbuffered,
                                    QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
                         fresh.write(bytes) == bytes.size();
    fresh.close();
    if (!written || !files::replace(fresh.fileName(), m_path))
        qCWarning(logRegistry) << "an unfinished upload is not noted:" << fresh.errorString();
}

void UploadJournal::Page::erase()
{
    if (m_path.isEmpty())
        return;
    // The lock is kept for as long as this page may note again; its file goes first, so that none pile up.
    // Whoever opened the file just before holds a lock that nobody else sees: two notes of one blob may then
    // overwrite each other, and the registry is asked anyway before one is used.
    QFile::remove(m_path);
    QFile::remove(lockOf(m_path));
}

/// Notes that are too old to be of use go away, with what belongs to them.
void UploadJournal::sweep() const
{
    const auto limit = QDateTime::currentDateTimeUtc().addDuration(-keptFor);
    for (const QFileInfo &file : QDir(m_folder).entryInfoList({QStringLiteral("*.json*")}, QDir::Files)) {
        if (file.lastModified(QTimeZone::UTC) < limit)
            QFile::remove(file.filePath());
    }
}

} // namespace dip

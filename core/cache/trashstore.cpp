#include "core/cache/trashstore.h"

#include "core/base/files.h"
#include "core/base/log.h"
#include "core/cache/indexentry.h"
#include "core/cache/manifeststore.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTimeZone>

namespace dip {

namespace {

constexpr qint64 largestEntries = qint64(1) << 30;

const QString &timeFormat()
{
    static const QString format = QStringLiteral("yyyyMMdd'T'HHmmsszzz");
    return format;
}

QDateTime timeOf(const QString &id)
{
    QDateTime when = QDateTime::fromString(id.section(u'-', 0, 0), timeFormat());
    when.setTimeZone(QTimeZone::UTC);
    return when;
}

} // namespace

/// Items are ordered by their ids, so a new one gets a later time than all that are there.
QString TrashStore::newId() const
{
    QDateTime when = QDateTime::currentDateTimeUtc();
    const QStringList there = QDir(m_folder.path(u"trash")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &id : there) {
        if (const QDateTime taken = timeOf(id); taken.isValid() && taken >= when && taken.addDays(-1) < when)
            when = taken.addMSecs(1);
    }
    return when.toString(timeFormat()) +
           QStringLiteral("-%1").arg(QRandomGenerator::system()->bounded(0x10000), 4, 16, QLatin1Char('0'));
}

QString TrashStore::folderOf(const QString &id) const
{
    return m_folder.path(placeOf(id));
}

QString TrashStore::placeOf(const QString &id)
{
    return QLatin1String("trash/") + id;
}

std::optional<TrashStore::Item> TrashStore::read(const QString &id) const
{
    const QDateTime when = timeOf(id);
    if (!m_folder.isFreeOfLinks(placeOf(id) + QLatin1String("/entries.json")))
        return std::nullopt;
    auto bytes = files::readAll(folderOf(id) + QLatin1String("/entries.json"), largestEntries);
    if (!when.isValid() || !bytes)
        return std::nullopt;
    auto entries = IndexDocument::parse(std::move(*bytes));
    return entries ? std::optional(Item{id, when, std::move(*entries)}) : std::nullopt;
}

QList<TrashStore::Item> TrashStore::items(const IndexDocument &index) const
{
    QList<Item> items;
    const QFileInfo trash(m_folder.path(u"trash"));
    if (trash.isSymLink())
        return items;
    for (const QString &id :
         QDir(trash.filePath()).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        auto item = read(id);
        if (!item)
            continue;
        IndexDocument::Changes back;
        for (qsizetype i = 0; i < item->entries.size(); ++i) {
            const QString key = item->entries.key(i);
            const bool isStillThere = index.find(key) == item->entries.value(i);
            if (isStillThere)
                back.emplace(key, QByteArray());
        }
        item->entries = item->entries.changed(back);
        if (item->entries.size() == 0) {
            remove(id);
            continue;
        }
        settle(*item, index);
        items.append(std::move(*item));
    }
    return items;
}

QSet<Digest> TrashStore::blobsOf(const QList<Item> &items)
{
    QSet<Digest> blobs;
    for (const Item &item : items)
        indexentry::collectDigests(item.entries.bytes(), blobs);
    return blobs;
}

Result<QString> TrashStore::add(Session &session, const IndexDocument &entries) const
{
    const QString id = newId();
    if (QFileInfo(m_folder.path(u"trash")).isSymLink())
        return fail(ErrorCode::CacheDamaged, QStringLiteral("the trash's folder is a symbolic link"),
                    m_folder.path(u"trash"));
    if (auto made = files::makeFolder(folderOf(id)); !made)
        return failure(made);
    if (auto put = session.putFile(folderOf(id) + QLatin1String("/entries.json"), entries.bytes()); !put) {
        remove(id);
        return failure(put);
    }
    if (auto synced = files::syncFolder(m_folder.path(u"trash")); !synced)
        return failure(synced);
    return id;
}

void TrashStore::settle(const Item &item, const IndexDocument &index) const
{
    indexentry::TextPool pool;
    for (qsizetype i = 0; i < item.entries.size(); ++i) {
        const auto image = indexentry::parse(item.entries.key(i), item.entries.value(i), pool);
        if (!image || !m_folder.isFreeOfLinks(image->manifestPath))
            continue;
        const QString from = m_folder.path(image->manifestPath);
        const QString to = folderOf(item.id) + u'/' + image->manifestPath;
        if (QFileInfo::exists(to) || !m_folder.isFreeOfLinks(placeOf(item.id) + u'/' + image->manifestPath) ||
            !CacheFolder::regularSize(from) || ManifestStore::isNamed(index, image->manifestPath))
            continue;
        const auto moved =
            files::makeFolder(QFileInfo(to).path()).and_then([&] { return files::replace(from, to); });
        if (!moved)
            qCWarning(logCache) << "a manifest stays beside the trash:" << moved.error().detail;
        else
            ManifestStore::removeEmptyFolders(m_folder, image->manifestPath);
    }
}

Result<void> TrashStore::takeManifestOut(const QString &id, const QString &from, const QString &to) const
{
    const QString source = folderOf(id) + u'/' + from;
    if (!CacheFolder::regularSize(source) || !m_folder.isFreeOfLinks(placeOf(id) + u'/' + from))
        return CacheFolder::regularSize(m_folder.path(to))
                   ? Result<void>()
                   : fail(ErrorCode::CacheDamaged, QStringLiteral("the trash has lost a manifest"), source);
    return files::replace(source, m_folder.path(to));
}

void TrashStore::remove(const QString &id) const
{
    // Without entries.json it is no item any more, so a crash from here on leaves no half of one.
    QFile::remove(folderOf(id) + QLatin1String("/entries.json"));
    if (!QDir(folderOf(id)).removeRecursively())
        qCWarning(logCache) << "cannot remove" << folderOf(id);
}

QStringList TrashStore::manifestsOf(const QString &id) const
{
    QStringList paths;
    if (!m_folder.isFreeOfLinks(placeOf(id) + QLatin1String("/manifests")))
        return paths;
    QDirIterator all(folderOf(id) + QLatin1String("/manifests"), QDir::Files | QDir::Hidden | QDir::System,
                     QDirIterator::Subdirectories);
    while (all.hasNext())
        paths.append(all.next().sliced(m_folder.root().size() + 1));
    return paths;
}

qint64 TrashStore::bytesOf(const QString &id) const
{
    qint64 sum = 0;
    QDirIterator all(folderOf(id), QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (all.hasNext())
        sum += all.nextFileInfo().size();
    return sum;
}

} // namespace dip

#pragma once

#include "core/cache/indexdocument.h"
#include "core/cache/session.h"

#include <QDateTime>

namespace dip {

/// The trash on the disk, under the folder's lock.
///
///     trash/{time}-{random}/entries.json     the images' entries, as they stood in index.json
///     trash/{time}-{random}/manifests/…      their manifests, moved here from the same path above
///
/// Blobs stay where they are: what entries of the trash name is needed, as if it stood in index.json. So
/// nothing has to be moved back, and who pulls the image again finds its blobs. An item is made and taken
/// back by one change of index.json; what a crash left before or after that is put right by the next look:
///
///     entries.json written │ index.json written │ manifests moved
///     ─────────────────────┴────────────────────┴────────────────
///      still in the index:   manifest in place:    in the trash
///      the entry is dropped  it is moved
class TrashStore final
{
public:
    struct Item
    {
        QString id;
        QDateTime when; ///< UTC
        IndexDocument entries;
    };

    TrashStore(const CacheFolder &folder, const CacheFolder::Lock &lock) : m_folder(folder), m_lock(lock) {}
    Q_DISABLE_COPY_MOVE(TrashStore)

    /// Oldest first. `index` says what a crash left half done; without the right to write nothing is put
    /// right.
    [[nodiscard]] QList<Item> items(const IndexDocument &index) const;
    /// Every blob that the trash needs.
    [[nodiscard]] static QSet<Digest> blobsOf(const QList<Item> &items);

    /// Writes the entries to a new item; the caller then takes them from the index and calls settle().
    [[nodiscard]] Result<QString> add(Session &session, const IndexDocument &entries) const;
    /// Brings manifests where they belong now.
    void settle(const Item &item, const IndexDocument &index) const;
    /// Moves an entry's manifest out of the trash to a path; does nothing where it is there already.
    [[nodiscard]] Result<void> takeManifestOut(const QString &id, const QString &from,
                                               const QString &to) const;
    void remove(const QString &id) const;

    [[nodiscard]] QString newId() const;
    [[nodiscard]] QString folderOf(const QString &id) const;
    [[nodiscard]] static QString placeOf(const QString &id); ///< the same below the cache's folder
    /// The manifests in an item, as paths below the cache's folder.
    [[nodiscard]] QStringList manifestsOf(const QString &id) const;
    /// Bytes of an item's own files.
    [[nodiscard]] qint64 bytesOf(const QString &id) const;

private:
    [[nodiscard]] std::optional<Item> read(const QString &id) const;

    const CacheFolder &m_folder;
    const CacheFolder::Lock &m_lock;
};

} // namespace dip

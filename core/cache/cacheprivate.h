#pragma once

#include "core/cache/cache.h"
#include "core/cache/indexfile.h"
#include "core/cache/manifeststore.h"

namespace dip {

struct Cache::Private
{
    explicit Private(const QString &root)
        : folder(root)
        , session(folder)
        , blobs(folder, session)
        , manifests(folder, session)
        , index(folder, session, blobs)
    {}

    /// To look at things that belong together; without it they may change in between.
    [[nodiscard]] Result<CacheFolder::Lock> lockForLooking() const
    {
        return writable ? folder.lock() : Result<CacheFolder::Lock>(folder.lockForLooking());
    }
    [[nodiscard]] Result<CachedImage> entry(const IndexDocument &document, const ImageName &name) const;
    void keepHistory(const CachedImage &earlier, CachedImage &image) const;
    /// Writes an entry; returns the index with it.
    [[nodiscard]] Result<IndexFile::Document>
    changeEntry(const CacheFolder::Lock &lock, IndexFile::Document document, const CachedImage &image);

    CacheFolder folder;
    Session session;
    BlobStore blobs;
    ManifestStore manifests;
    IndexFile index;
    bool writable = false;
    std::mutex listMutex; ///< taken before the folder's lock
    QList<CachedImage> list;
    std::optional<quint64> listRevision; ///< of the index that `list` was read from
};

} // namespace dip

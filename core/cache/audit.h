#pragma once

#include "core/cache/cachedimage.h"

#include <QHash>

namespace dip {

/// Something in a cache that is not as it should be.
struct AuditFinding
{
    enum class Kind {
        BlobMissing,     ///< an image names it, and it is not there
        BlobDamaged,     ///< its content or size is not what its name says, or it is no regular file
        BlobMisnamed,    ///< a file among the blobs whose name is no digest; nobody ever finds it
        BlobSurplus,     ///< whole, but nothing names it: for cleaning to take, no damage
        ManifestDamaged, ///< missing, or not what the index says
        ManifestSurplus, ///< nothing names it
        EntryDamaged,    ///< of index.json: cannot be read, or disagrees with its manifest
    };
    enum class Outcome { None, Dropped, Fetched, Rebuilt }; ///< of a repair

    Kind kind;
    QString path;                      ///< below the cache's folder; an entry's key for EntryDamaged
    std::optional<Digest> digest;      ///< of the blob or manifest, where known
    qint64 size = 0;                   ///< bytes: as it should be, or as it is for what is surplus
    QList<ImageName> images = {};      ///< who need it
    QString detail = {};               ///< English, for the log
    Outcome outcome = Outcome::None;   ///< what the repair did
    std::optional<Error> failure = {}; ///< why it could not do better

    /// Whether images suffer from it, now, after whatever was repaired.
    [[nodiscard]] bool isHarm() const;
};

/// What is to be verified in a cache, as it was at one moment: findings that need no reading of blobs, and
/// the blobs to read.
struct CacheAudit
{
    struct Blob
    {
        Digest digest;
        qint64 size = 0;    ///< of the file, bytes
        qint64 changed = 0; ///< its time of change, ms since epoch: to notice who replaces it meanwhile
        QList<qsizetype> images = {}; ///< in `images`
        QString mediaType = {};
    };
    QList<CachedImage> images;
    QList<AuditFinding> findings;
    QList<Blob> blobs;
    QHash<Digest, CachedBlob> wanted; ///< of every finding about a blob that an image needs
};

} // namespace dip

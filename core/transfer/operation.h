#pragma once

#include "core/cache/cachedimage.h"
#include "core/image/platform.h"
#include "core/registry/registry.h"

#include <variant>

namespace dip {

/// registry → cache.
struct PullAndCache
{
    ImageName image;                 ///< in the registry
    std::optional<ImageName> saveAs; ///< in the cache; otherwise named as in the registry
    QList<Platform> platforms;       ///< of an index; empty: Platform::host(). One gives that image alone,
                                     ///< several keep the index with only these present
    bool allPlatforms = false;       ///< the whole index, unchanged
    int maxConcurrent = 1;           ///< blobs at once
};

/// Names for what an archive holds.
struct ArchiveSelection
{
    QStringList images; ///< only these ("repository:tag" as in the archive, or "#2"); empty: all
    std::optional<RepositoryName> repository; ///< names an untagged or single image
    std::optional<Reference> reference;
};

/// archive → cache.
struct ExtractAndCache
{
    QString file;
    ArchiveSelection selection;
    int maxConcurrent = 2; ///< layers at once
};

/// What both ways of pushing have in common.
struct PushTarget
{
    std::optional<RepositoryName> repository; ///< otherwise the image's own name
    std::optional<Reference> reference;
    QString prefix;           ///< put before the image's own name, with a slash between
    int maxConcurrent = 1;    ///< blobs at once
    bool forceUpload = false; ///< send every blob, whether it is there or not
    bool dryRun = false;      ///< ask what is there, send nothing
};

/// cache → registry.
struct PushFromCacheUsingManifest
{
    ImageName image; ///< in the cache; a digest reference finds an image by its manifest's digest
    PushTarget target;
    QList<Platform> platforms{}; ///< of an index; empty: all that are cached. One sends that image alone,
                                 ///< several send an index of these, under another digest
};

/// archive → cache → registry; uploads begin while later layers are still being extracted.
struct PushFromCacheUsingTar
{
    QString file;
    ArchiveSelection selection;
    PushTarget target;
    bool keepInCache = true; ///< false: straight from the archive, for a disk that has no room for a copy
};

/// The four modes of the specification, each with what it needs.
using OperationMode =
    std::variant<PullAndCache, ExtractAndCache, PushFromCacheUsingManifest, PushFromCacheUsingTar>;

/// One image that an operation moved.
struct ImageReport
{
    ImageName name; ///< where it is now: in the cache, or in the target registry
    ImageName cacheName;
    Digest digest; ///< of the manifest or index
    QString mediaType;
    QStringList platforms;
    qint64 size = 0;                ///< bytes, of all its blobs
    std::optional<Digest> before{}; ///< pushes: what the name stood for in the registry until then
};

struct Tally
{
    int blobs = 0;
    qint64 bytes = 0;
};

/// The account of an operation. Also filled, as far as it came, where the operation failed.
struct OperationReport
{
    QList<ImageReport> images;
    Tally moved; ///< sent, received or extracted
    Tally mounted;
    Tally alreadyThere;
    Tally wouldMove;         ///< dryRun only
    qint64 lineBytes = 0;    ///< over the network, repetitions included
    qint64 resumedBytes = 0; ///< of earlier, interrupted runs, not moved again
    int retries = 0;
    qint64 elapsedMs = 0;
    bool dryRun = false;
};

} // namespace dip

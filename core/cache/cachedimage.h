#pragma once

#include "core/image/manifest.h"
#include "core/image/reference.h"

#include <QDateTime>

namespace dip {

/// One blob of a cached image, as index.json tells it.
struct CachedBlob
{
    Digest digest;
    qint64 size = 0; ///< bytes
    bool isConfig = false;
    bool compressed = false;
    QString mediaType;

    [[nodiscard]] static CachedBlob from(const Descriptor &descriptor, bool isConfig);
};

/// Where an image was pushed to, and when. Beyond the specified names; "copies" in index.json.
struct ImageCopy
{
    QString registry; ///< host and port
    ImageName name;   ///< there
    Digest digest;    ///< of the manifest
    QDateTime when;   ///< UTC
};

/// One entry of index.json.
struct CachedImage
{
    ImageName name;
    QString manifestPath; ///< below the cache's folder, with forward slashes
    std::optional<Digest>
        configDigest;        ///< for an index: that of the host platform's image, where there is one
    QList<CachedBlob> blobs; ///< config, layers and, for an index, child manifests

    // Beyond the specified names; empty in indexes written by hand or by older programs.
    std::optional<Digest> manifestDigest;
    QString source;     ///< the archive's path or "registry/repository:tag" that it came from
    QDateTime added;    ///< UTC
    QDateTime lastUsed; ///< UTC
    QList<ImageCopy> copies;
    bool pinned = false; ///< cleaning leaves it alone; "pinned" in index.json. Belongs to the name
    /// Of an image that was put there whole, as Platform::toString() gives them, so that a list need not read
    /// its manifest and config. Empty: not known.
    QStringList platforms{};

    /// Last used, or else added; invalid where neither is known.
    [[nodiscard]] const QDateTime &lastActivity() const { return lastUsed.isValid() ? lastUsed : added; }
    /// Whether some registry holds exactly this: a copy of the same manifest.
    [[nodiscard]] bool isPushed() const;
    [[nodiscard]] qint64 totalSize() const; ///< sum of the blobs' sizes, bytes
};

/// Bytes of all their blobs, each once, however many images share it.
[[nodiscard]] qint64 sizeTogether(const QList<CachedImage> &images);

} // namespace dip

#pragma once

#include "core/cache/cachefolder.h"

#include <QHash>

namespace dip {

/// Which blobs a cache held, and their sizes, at one moment. One walk over the folder: asking for 200,000
/// files one by one by their names takes many times longer. A value.
class BlobInventory final
{
public:
    /// Walks over the folder, with several threads. What cannot be looked at is taken for missing.
    [[nodiscard]] static BlobInventory read(const CacheFolder &folder);

    /// As Cache::hasBlob: a regular file of that size.
    [[nodiscard]] bool has(const Digest &digest, qint64 size) const
    {
        return m_sizes.value(digest, -1) == size;
    }
    [[nodiscard]] bool has(const Digest &digest) const { return m_sizes.contains(digest); }
    /// Bytes; 0 for a blob that is not there.
    [[nodiscard]] qint64 size(const Digest &digest) const { return m_sizes.value(digest, 0); }
    [[nodiscard]] const QHash<Digest, qint64> &sizes() const { return m_sizes; }

private:
    QHash<Digest, qint64> m_sizes;
};

} // namespace dip

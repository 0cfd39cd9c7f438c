#pragma once

#include "core/cache/cachedimage.h"
#include "core/cache/indexdocument.h"

namespace dip::indexentry {

/// All entries of an index.
struct Entries
{
    struct Unreadable
    {
        qsizetype at; ///< which member of the index
        Error error;
    };
    QList<CachedImage> images;    ///< ordered by name
    QList<Unreadable> unreadable; ///< in the index's order; members of other programs are among them
};

/// Reads them with several threads: in a large cache there are 200,000 blobs to be named.
[[nodiscard]] Entries readAll(const IndexDocument &index);

} // namespace dip::indexentry

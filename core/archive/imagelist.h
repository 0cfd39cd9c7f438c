#pragma once

#include "core/archive/archivedimage.h"

namespace dip {

/// Whether two platforms' images are the same as far as the archive tells: of one config, and of layers with
/// the same digests where both know theirs. (Of one config, layers may still be packed otherwise.)
[[nodiscard]] bool maybeSame(const ArchivedManifest &a, const ArchivedManifest &b);

/// Images of which none is there twice: what has the same content becomes one, with the names of both.
class ImageList final
{
public:
    void add(ArchivedImage image);
    /// Drops images that are only a platform of another one, and have no name of their own.
    void dropLoneChildren();

    [[nodiscard]] bool isEmpty() const { return m_images.isEmpty(); }
    [[nodiscard]] QList<ArchivedImage> take() { return std::exchange(m_images, {}); }

private:
    QList<ArchivedImage> m_images;
};

} // namespace dip

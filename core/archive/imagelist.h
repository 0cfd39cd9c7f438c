#pragma once

#include "core/archive/archivedimage.h"

namespace dip {

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

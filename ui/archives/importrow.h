#pragma once

#include "core/base/error.h"
#include "core/image/reference.h"

#include <QStringList>

namespace dip::ui {

/// An image found in an archive, or an archive that cannot be imported.
struct ImportRow
{
    QString file;
    int number = 0;   ///< of the image in the archive, from 1; 0 where the archive could not be read
    QString ownNames; ///< as in the archive, comma-separated; empty for an untagged image
    QString name;     ///< in the cache, as edited; empty: its own names
    QStringList platforms;
    qint64 size = 0;     ///< bytes
    QStringList remarks; ///< of the archive, English
    std::optional<Error> error;
    bool chosen = true;

    /// The name is needed where the archive has none.
    [[nodiscard]] bool isNameValid() const;
    [[nodiscard]] bool isRenamed() const { return !name.isEmpty() && name != ownNames; }
    /// The names that it will have in the cache.
    [[nodiscard]] QList<ImageName> namesInCache() const;
};

} // namespace dip::ui

#pragma once

#include <QString>

#include <optional>

#include "core/image/reference.h"

class QMimeData;

namespace dip::ui {

/// Images in a registry, as they were chosen there. They can be dragged within the window; elsewhere a drag
/// leaves their names.
struct RemoteTags
{
    QString profile; ///< the registry's id
    QList<ImageName> images;

    [[nodiscard]] static QString mimeType();
    [[nodiscard]] QMimeData *toMimeData() const; ///< the caller's
    [[nodiscard]] static std::optional<RemoteTags> from(const QMimeData &data);
};

} // namespace dip::ui

#pragma once

#include <QString>

#include "core/image/reference.h"

namespace dip::ui {

/// Images in a registry, as they were chosen there.
struct RemoteTags
{
    QString profile; ///< the registry's id
    QList<ImageName> images;
};

} // namespace dip::ui

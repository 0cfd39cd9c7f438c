#pragma once

#include "core/image/reference.h"

namespace dip::ui {

/// How an image's name in the cache becomes its name in the registry.
struct PushRule
{
    enum class Path {
        Keep,    ///< team/web → team/web
        Prefix,  ///< team/web → project/team/web
        Flatten, ///< team/web → project/web
    };
    Path path = Path::Keep;
    QString project;                       ///< for Prefix and Flatten
    QString tag = QStringLiteral("{tag}"); ///< {tag} and {date} are replaced

    /// The text may not be a valid name.
    [[nodiscard]] QString apply(const ImageName &name) const;
};

} // namespace dip::ui

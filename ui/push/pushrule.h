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
        Replace, ///< a piece of the text by another: a host that is part of the name, a team
        Regex,   ///< the same by a regular expression; \1 is its first group
    };
    Path path = Path::Keep;
    QString project{}; ///< for Prefix and Flatten
    QString find{};    ///< for Replace and Regex
    QString replacement{};
    QString tag = QStringLiteral("{tag}"); ///< {tag} and {date} are replaced

    /// What a registry's profile means: below its project, where it has one.
    [[nodiscard]] static PushRule below(const QString &project);
    /// The text may not be a valid name.
    [[nodiscard]] QString apply(const ImageName &name) const;
    /// What is wrong with the regular expression, in its library's words; empty where nothing is.
    [[nodiscard]] QString regexProblem() const;

    friend bool operator==(const PushRule &, const PushRule &) = default;
};

} // namespace dip::ui

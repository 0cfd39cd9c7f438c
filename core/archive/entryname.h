#pragma once

#include <QString>

#include <optional>

namespace dip {

/// An entry's name as all of them are compared: without "." and empty parts, ".." resolved, "/" between the
/// parts (docker on Windows writes "\"). Null where the name is absolute or climbs out of the archive.
[[nodiscard]] std::optional<QString> normalisedName(QStringView name);

/// Where a symbolic link points; its target is relative to the folder that the link is in.
[[nodiscard]] std::optional<QString> linkTarget(QStringView linkName, QStringView target);

} // namespace dip

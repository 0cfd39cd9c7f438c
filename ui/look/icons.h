#pragma once

#include <QIcon>

namespace dip::ui {

/// A line icon of resources/icons by its file's name without ending, drawn in the palette's text colour of
/// the moment, so that it follows the theme.
[[nodiscard]] QIcon icon(QLatin1StringView name);
/// The same in one colour.
[[nodiscard]] QIcon icon(QLatin1StringView name, const QColor &color);
/// The program's own.
[[nodiscard]] QIcon applicationIcon();

} // namespace dip::ui

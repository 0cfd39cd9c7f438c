#pragma once

#include <QColor>
#include <QPalette>

namespace dip::ui {

enum class ThemeChoice { System, Light, Dark };

/// Colours beyond those of a palette. Each text colour stands out at 4.5:1 from the grounds of windows, cards
/// and chosen rows.
struct ThemeColors
{
    bool dark;
    QColor accent; ///< bars, links, the chosen section
    QColor soft;   ///< a wash of the accent behind chips and hints
    QColor success;
    QColor warning;
    QColor danger;
    QColor faint; ///< second-rank text
    QColor line;  ///< hairlines between things
    QColor card;  ///< grounds raised above the window's
    QColor track; ///< the empty part of a bar
};

/// The colours that go with a palette, light or dark.
[[nodiscard]] ThemeColors themeColors(const QPalette &palette);

/// Gives the application its style and palette. Follows the system's scheme for System; call it again when
/// that changes.
void applyTheme(ThemeChoice choice);

} // namespace dip::ui

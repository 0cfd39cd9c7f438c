#pragma once

class QPainter;
class QPalette;
class QRect;
class QStyleOption;
class QStyleOptionSlider;
class QStyleOptionTab;

namespace dip::ui {

constexpr int fieldPadding = 6; ///< between a field's frame and its text
constexpr int menuMarkWidth = 18;

/// How the application's style paints single controls.
void drawButton(const QStyleOption *option, QPainter *painter);
void drawField(const QStyleOption *option, QPainter *painter);
void drawHeaderSection(const QStyleOption *option, QPainter *painter);
void drawToolButtonGround(const QStyleOption *option, QPainter *painter);
void drawScrollBar(const QStyleOptionSlider *option, const QRect &thumb, QPainter *painter);
void drawTab(const QStyleOptionTab *option, QPainter *painter);
/// Around what has the focus and shows it in no other way, such as a row.
void drawFocus(const QRect &rect, const QPalette &palette, QPainter *painter);
void drawCheckBox(const QStyleOption *option, QPainter *painter);
/// A small arrow head in the middle of a rectangle, for combo and spin boxes.
void drawChevron(const QStyleOption *option, const QRect &rect, bool down, bool enabled, QPainter *painter);

} // namespace dip::ui

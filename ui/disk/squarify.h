#pragma once

#include <QList>
#include <QRectF>

#include <span>

namespace dip::ui {

/// Cuts a rectangle into one part for each size, with areas as the sizes and shapes as square as may be
/// (Bruls, Huizing, van Wijk: Squarified Treemaps, 2000). Sizes come the biggest first and are above zero.
[[nodiscard]] QList<QRectF> squarified(const QRectF &area, std::span<const double> sizes);

} // namespace dip::ui

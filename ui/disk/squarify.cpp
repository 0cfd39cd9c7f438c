#include "ui/disk/squarify.h"

#include <algorithm>
#include <numeric>

namespace dip::ui {

namespace {

/// How far the worst part of a row is from a square; `side` is the row's length.
double worstShape(double largest, double smallest, double sum, double side)
{
    const double squaredSide = side * side;
    const double squaredSum = sum * sum;
    return std::max(squaredSide * largest / squaredSum, squaredSum / (squaredSide * smallest));
}

} // namespace

QList<QRectF> squarified(const QRectF &area, std::span<const double> sizes)
{
    QList<QRectF> parts;
    parts.reserve(qsizetype(sizes.size()));
    double left = std::accumulate(sizes.begin(), sizes.end(), 0.);
    if (left <= 0 || area.isEmpty()) {
        parts.resize(qsizetype(sizes.size()));
        return parts;
    }
    const double scale = area.width() * area.height() / left; // square pixels for one unit
    QRectF rest = area;
    for (size_t begin = 0; begin < sizes.size();) {
        const double side = std::min(rest.width(), rest.height());
        // The row grows as long as its worst part gets better.
        double sum = sizes[begin] * scale;
        const double largest = sum;
        size_t end = begin + 1;
        for (double shape = worstShape(largest, sum, sum, side); end < sizes.size(); ++end) {
            const double next = sizes[end] * scale;
            const double nextShape = worstShape(largest, next, sum + next, side);
            if (nextShape > shape)
                break;
            shape = nextShape;
            sum += next;
        }
        const bool upright = rest.width() >= rest.height(); // the row is a column at the left
        const bool isLast = end == sizes.size();
        const double thickness = isLast ? (upright ? rest.width() : rest.height()) : sum / side;
        double at = upright ? rest.top() : rest.left();
        const double stop = upright ? rest.bottom() : rest.right();
        for (size_t i = begin; i < end; ++i) {
            const double to = i + 1 == end ? stop : std::min(stop, at + sizes[i] * scale / thickness);
            parts.append(upright ? QRectF(rest.left(), at, thickness, to - at)
                                 : QRectF(at, rest.top(), to - at, thickness));
            at = to;
        }
        if (upright)
            rest.setLeft(std::min(rest.right(), rest.left() + thickness));
        else
            rest.setTop(std::min(rest.bottom(), rest.top() + thickness));
        begin = end;
    }
    return parts;
}

} // namespace dip::ui

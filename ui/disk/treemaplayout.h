#pragma once

#include <QRectF>

#include "ui/disk/disktree.h"

namespace dip::ui {

/// Where the boxes of a tree lie in a picture. Siblings take areas as their bytes, within their parent's
/// room; a box of boxes has a head for its name where it is large enough.
class TreemapLayout final
{
public:
    struct Measures
    {
        qreal head = 20;       ///< height of a head
        bool mirrored = false; ///< for languages that read from the right
    };

    TreemapLayout() = default;
    TreemapLayout(const DiskTree &tree, const QRectF &area, const Measures &measures);

    [[nodiscard]] const QRectF &rect(int node) const { return m_rects[node]; }
    [[nodiscard]] QRectF head(int node) const;                                 ///< empty where it has none
    [[nodiscard]] const QRectF &room(int node) const { return m_rooms[node]; } ///< for its children
    /// The smallest box there, -1 outside of all.
    [[nodiscard]] int nodeAt(const QPointF &point) const;
    /// The next box without boxes from one in that direction, -1 where there is none.
    [[nodiscard]] int neighbour(int node, Qt::Key direction) const;

private:
    void place(int node, const QRectF &rect);
    [[nodiscard]] QRectF roomOf(int node) const;

    const DiskTree *m_tree = nullptr;
    Measures m_measures;
    QList<QRectF> m_rects;
    QList<QRectF> m_rooms;
};

} // namespace dip::ui

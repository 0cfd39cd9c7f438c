#include "ui/disk/treemaplayout.h"

#include "ui/disk/squarify.h"

namespace dip::ui {

namespace {

constexpr qreal edge = 2;           // around the boxes in a box
constexpr qreal smallestRoom = 12;  // smaller ones have no edge
constexpr qreal narrowestHead = 46; // narrower ones say nothing
constexpr qreal step = 2;           // of the search for a neighbour

} // namespace

TreemapLayout::TreemapLayout(const DiskTree &tree, const QRectF &area, const Measures &measures)
    : m_tree(&tree), m_measures(measures), m_rects(tree.nodes().size()), m_rooms(tree.nodes().size())
{
    if (tree.nodes().isEmpty())
        return;
    place(0, area);
    if (!measures.mirrored)
        return;
    for (QList<QRectF> *rects : {&m_rects, &m_rooms}) {
        for (QRectF &rect : *rects)
            rect.moveLeft(area.left() + area.right() - rect.right());
    }
}

void TreemapLayout::place(int node, const QRectF &rect)
{
    m_rects[node] = rect;
    m_rooms[node] = roomOf(node);
    const DiskTree::Node &box = (*m_tree)[node];
    std::vector<double> sizes;
    sizes.reserve(size_t(box.childCount));
    for (int i = 0; i < box.childCount; ++i)
        sizes.push_back(double((*m_tree)[box.firstChild + i].bytes));
    const QList<QRectF> parts = squarified(m_rooms[node], sizes);
    for (int i = 0; i < box.childCount; ++i)
        place(box.firstChild + i, parts[i]);
}

QRectF TreemapLayout::roomOf(int node) const
{
    const QRectF &rect = m_rects[node];
    if (node == 0 || m_tree->isLeaf(node))
        return rect;
    if (rect.width() < smallestRoom || rect.height() < smallestRoom)
        return rect;
    const bool hasHead = rect.width() >= narrowestHead && rect.height() >= 2.5 * m_measures.head;
    return rect.adjusted(edge, hasHead ? m_measures.head : edge, -edge, -edge);
}

QRectF TreemapLayout::head(int node) const
{
    QRectF head = m_rects[node];
    head.setBottom(m_rooms[node].top());
    return node != 0 && head.height() >= m_measures.head ? head : QRectF();
}

int TreemapLayout::nodeAt(const QPointF &point) const
{
    if (m_rects.isEmpty() || !m_rects.first().contains(point))
        return -1;
    int node = 0;
    while (true) {
        const DiskTree::Node &box = (*m_tree)[node];
        int inner = -1;
        for (int child = box.firstChild; child < box.firstChild + box.childCount && inner < 0; ++child)
            inner = m_rects[child].contains(point) ? child : -1;
        if (inner < 0)
            return node == 0 ? -1 : node;
        node = inner;
    }
}

int TreemapLayout::neighbour(int node, Qt::Key direction) const
{
    const QRectF &from = m_rects[node];
    QPointF point = from.center();
    QPointF way;
    switch (direction) {
    case Qt::Key_Left:
        point.setX(from.left());
        way = {-step, 0};
        break;
    case Qt::Key_Right:
        point.setX(from.right());
        way = {step, 0};
        break;
    case Qt::Key_Up:
        point.setY(from.top());
        way = {0, -step};
        break;
    default:
        point.setY(from.bottom());
        way = {0, step};
    }
    for (point += way; m_rects.first().contains(point); point += way) {
        const int there = nodeAt(point);
        if (there >= 0 && there != node && m_tree->isLeaf(there))
            return there;
    }
    return -1;
}

} // namespace dip::ui

#pragma once

#include <QBrush>
#include <QFontMetrics>
#include <QPalette>

#include "ui/disk/treemaplayout.h"

class QPainter;

namespace dip::ui {

/// Colours of the picture. Texts stand out from their grounds at 4.5:1.
struct TreemapColors
{
    QColor ground; ///< between the boxes
    QColor head;   ///< behind a repository's name
    QColor tile;   ///< of an image
    QColor shared; ///< of what several need, hatched
    QColor hatch;
    QColor chosen; ///< of a chosen image
    QColor text;
    QColor outline; ///< around what is chosen, and with dashes around what that needs besides
    QColor doomed;  ///< crosses on what cleaning takes

    [[nodiscard]] static TreemapColors of(const QPalette &palette);
};

/// Paints the boxes of a tree, and what lies over them.
class TreemapPainter final
{
public:
    struct Scene
    {
        const DiskFacts &facts;
        const DiskTree &tree;
        const TreemapLayout &layout;
    };
    TreemapPainter(QPainter &painter, const Scene &scene, const QPalette &palette, const QFont &font,
                   Qt::LayoutDirection direction);

    void paintBoxes();
    /// Images that are chosen, with what they share with others; ascending.
    void paintChosen(const QList<int> &images);
    /// Images that cleaning takes; some of them are chosen.
    void paintDoomed(const QList<int> &images, const QList<int> &chosen);
    void paintHover(int node);
    void paintFocus(int node);
    /// A sample of how that looks, for a legend.
    enum class Sample { Shared, Chosen, Used, Doomed };
    static void paintSample(QPainter &painter, const QRect &rect, const QPalette &palette, Sample sample);

private:
    void paintBox(int node);
    void paintHead(int node);
    enum class Plate { No, Yes }; ///< behind the text, so that no hatching runs through it
    void paintLabel(int node, const QRect &rect, const QColor &ground, Plate plate);
    void outline(const QRect &rect, Qt::PenStyle style);
    [[nodiscard]] QRect pixels(int node) const;
    [[nodiscard]] QColor tileColor(int node) const;
    [[nodiscard]] QString labelOf(int node, int width) const;
    [[nodiscard]] static QBrush hatching(const QColor &color, qreal ratio, bool crossed);

    QPainter &m_painter;
    const Scene m_scene;
    const TreemapColors m_colors;
    const QFontMetrics m_metrics;
    const QBrush m_hatch;
    const QBrush m_crosses;
};

} // namespace dip::ui

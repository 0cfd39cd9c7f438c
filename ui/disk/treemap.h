#pragma once

#include <QPixmap>
#include <QWidget>

#include <memory>

#include "ui/disk/treemaplayout.h"

namespace dip::ui {

class ImageSelection;

/// A picture of what lies on the disk: a box for each image with the area of what it needs alone, in a box
/// for its repository; what several need is there once, hatched. All of it is one widget; a frame costs no
/// more than copying a picture, however many boxes there are.
///
///     facts, size, view ──▶ layout ──▶ boxes ──┐
///     chosen and doomed images ────────────────┴▶ picture ──▶ a frame, with pointer and keyboard's place
class Treemap final : public QWidget
{
    Q_OBJECT

public:
    explicit Treemap(ImageSelection &selection, QWidget *parent = nullptr);

    void setFacts(std::shared_ptr<const DiskFacts> facts);
    /// Images that a cleaning would take.
    void setDoomed(const QList<int> &images);

    [[nodiscard]] const DiskTree::View &view() const { return m_view; }
    void setView(const DiskTree::View &view);
    void zoomOut();

    [[nodiscard]] const DiskTree &tree() const { return m_tree; }
    [[nodiscard]] const TreemapLayout &boxes();           ///< laid out for the present size
    [[nodiscard]] int cursor() const { return m_cursor; } ///< the box where the keyboard is; -1 where nowhere

    [[nodiscard]] QSize sizeHint() const override { return {560, 420}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {220, 140}; }

signals:
    void viewChanged();

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeTree();
    void forgetLayout();
    void forgetPicture();
    void drawPicture();
    [[nodiscard]] int firstBox() const; ///< without boxes in it
    void move(Qt::Key direction, Qt::KeyboardModifiers modifiers);
    void choose(int node, Qt::KeyboardModifiers modifiers);
    void setCursorNode(int node);
    bool zoomIn(int node);
    void followList(int image);
    void hover(int node);

    ImageSelection &m_selection;
    std::shared_ptr<const DiskFacts> m_facts;
    DiskTree::View m_view;
    DiskTree m_tree;
    TreemapLayout m_layout;
    QPixmap m_boxes;   ///< without marks
    QPixmap m_picture; ///< with them
    QList<int> m_doomed;
    int m_cursor = -1;
    int m_hovered = -1;
    bool m_hasLayout = false;
};

} // namespace dip::ui

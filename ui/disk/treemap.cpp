#include "ui/disk/treemap.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include "ui/disk/disktexts.h"
#include "ui/disk/imageselection.h"
#include "ui/disk/treemappainter.h"

namespace dip::ui {

Treemap::Treemap(ImageSelection &selection, QWidget *parent) : QWidget(parent), m_selection(selection)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&selection, &ImageSelection::changed, this, &Treemap::forgetPicture);
    connect(&selection, &ImageSelection::currentChanged, this, &Treemap::followList);
}

// --- what is shown

/// Where the repository that is looked at is gone, all is shown again.
void Treemap::setFacts(std::shared_ptr<const DiskFacts> facts)
{
    DiskTree::View view = m_view;
    if (view.scope == DiskTree::View::Scope::Repository) {
        view.repository =
            facts ? int(facts->repositories.indexOf(m_facts->repositories[view.repository])) : -1;
        if (view.repository < 0)
            view = {};
    }
    m_facts = std::move(facts);
    m_doomed.clear();
    m_view = view;
    makeTree();
    emit viewChanged();
}

void Treemap::setDoomed(const QList<int> &images)
{
    if (images == m_doomed)
        return;
    m_doomed = images;
    forgetPicture();
}

void Treemap::setView(const DiskTree::View &view)
{
    if (view == m_view || !m_facts)
        return;
    m_view = view;
    makeTree();
    emit viewChanged();
}

void Treemap::zoomOut()
{
    setView({});
}

/// Into what a box lies in; false where that is seen already.
bool Treemap::zoomIn(int node)
{
    using Scope = DiskTree::View::Scope;
    for (int at = node; at > 0; at = m_tree[at].parent) {
        if (m_tree[at].kind == DiskTree::Kind::Repository) {
            setView({Scope::Repository, m_tree[at].subject});
            return true;
        }
        if (m_tree[at].kind == DiskTree::Kind::SharedRegion) {
            setView({Scope::Shared, -1});
            return true;
        }
    }
    return false;
}

/// The keyboard's place stays with its image or group.
void Treemap::makeTree()
{
    const int image = m_selection.current();
    m_tree = m_facts ? DiskTree(*m_facts, m_view) : DiskTree();
    m_hovered = -1;
    m_cursor = -1;
    forgetLayout();
    if (m_facts)
        setCursorNode(m_tree.nodeOfImage(image));
}

void Treemap::forgetLayout()
{
    m_hasLayout = false;
    m_boxes = {};
    forgetPicture();
}

void Treemap::forgetPicture()
{
    m_picture = {};
    update();
}

const TreemapLayout &Treemap::boxes()
{
    if (!m_hasLayout) {
        m_layout = TreemapLayout(
            m_tree, rect(),
            {.head = qreal(fontMetrics().height() + 5), .mirrored = layoutDirection() == Qt::RightToLeft});
        m_hasLayout = true;
    }
    return m_layout;
}

// --- painting

void Treemap::drawPicture()
{
    const TreemapPainter::Scene scene{*m_facts, m_tree, boxes()};
    const qreal ratio = devicePixelRatioF();
    if (m_boxes.isNull()) {
        m_boxes = QPixmap(size() * ratio);
        m_boxes.setDevicePixelRatio(ratio);
        m_boxes.fill(TreemapColors::of(palette()).ground);
        QPainter painter(&m_boxes);
        TreemapPainter(painter, scene, palette(), font(), layoutDirection()).paintBoxes();
    }
    m_picture = m_boxes;
    QPainter painter(&m_picture);
    TreemapPainter marks(painter, scene, palette(), font(), layoutDirection());
    marks.paintChosen(m_selection.images());
    marks.paintDoomed(m_doomed, m_selection.images());
}

void Treemap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (!m_facts || m_tree.nodes().size() < 2) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, tr("No image takes space here."));
        return;
    }
    if (!m_boxes.isNull() && m_boxes.devicePixelRatio() != devicePixelRatioF())
        forgetLayout();
    if (m_picture.isNull())
        drawPicture();
    painter.drawPixmap(0, 0, m_picture);
    TreemapPainter over(painter, {*m_facts, m_tree, m_layout}, palette(), font(), layoutDirection());
    if (m_hovered >= 0)
        over.paintHover(m_hovered);
    if (!hasFocus())
        return;
    painter.setPen(TreemapColors::of(palette()).outline);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    if (m_cursor >= 0)
        over.paintFocus(m_cursor);
}

void Treemap::resizeEvent(QResizeEvent *event)
{
    forgetLayout();
    QWidget::resizeEvent(event);
}

void Treemap::changeEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::LayoutDirectionChange:
    case QEvent::FontChange:
    case QEvent::PaletteChange:
    case QEvent::LanguageChange:
        forgetLayout();
        break;
    default:
        break;
    }
    QWidget::changeEvent(event);
}

// --- choosing

void Treemap::choose(int node, Qt::KeyboardModifiers modifiers)
{
    using Model = QItemSelectionModel;
    const bool toggles = modifiers & Qt::ControlModifier;
    const bool adds = modifiers & Qt::ShiftModifier;
    const bool isImage = m_tree[node].kind == DiskTree::Kind::Image;
    setCursorNode(node);
    if (isImage)
        m_selection.setCurrent(m_tree[node].subject);
    m_selection.choose(m_tree.imagesOf(*m_facts, node), toggles && isImage ? Model::Toggle
                                                        : toggles || adds  ? Model::Select
                                                                           : Model::ClearAndSelect);
}

void Treemap::setCursorNode(int node)
{
    m_cursor = node;
    setAccessibleDescription(node < 0 ? QString() : nodeDetails(*m_facts, m_tree, node));
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
    update();
}

/// An image of another repository than the one seen is shown there; what several share has no such place.
void Treemap::followList(int image)
{
    using Scope = DiskTree::View::Scope;
    const bool isElsewhere = image >= 0 && m_tree.nodeOfImage(image) < 0;
    if (isElsewhere && m_view.scope == Scope::Repository)
        setView({Scope::Repository, m_facts->repositoryOf[image]});
    if (const int node = m_tree.nodeOfImage(image); node >= 0 && node != m_cursor)
        setCursorNode(node);
}

int Treemap::firstBox() const
{
    for (int node = 1; node < m_tree.nodes().size(); ++node) {
        if (m_tree.isLeaf(node))
            return node;
    }
    return -1;
}

void Treemap::move(Qt::Key direction, Qt::KeyboardModifiers modifiers)
{
    if (m_tree.nodes().size() < 2)
        return;
    const int next = m_cursor < 0 ? firstBox() : boxes().neighbour(m_cursor, direction);
    if (next < 0)
        return;
    if (modifiers & Qt::ControlModifier)
        setCursorNode(next);
    else
        choose(next, modifiers);
}

// --- keys and pointer

void Treemap::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        move(Qt::Key(event->key()), event->modifiers());
        return;
    case Qt::Key_Enter:
    case Qt::Key_Return:
        if (m_cursor >= 0 && zoomIn(m_cursor))
            return;
        break;
    case Qt::Key_Backspace:
        if (m_view.scope != DiskTree::View::Scope::Everything) {
            zoomOut();
            return;
        }
        break;
    case Qt::Key_Space:
        if (m_cursor >= 0)
            choose(m_cursor, Qt::ControlModifier);
        return;
    default:
        if (event->matches(QKeySequence::SelectAll) && m_tree.nodes().size() > 1) {
            m_selection.choose(m_tree.imagesOf(*m_facts, 0), QItemSelectionModel::ClearAndSelect);
            return;
        }
    }
    QWidget::keyPressEvent(event);
}

void Treemap::focusInEvent(QFocusEvent *event)
{
    if (m_cursor < 0 && m_facts)
        followList(m_selection.current());
    if (m_cursor < 0)
        setCursorNode(firstBox());
    QWidget::focusInEvent(event);
}

void Treemap::mousePressEvent(QMouseEvent *event)
{
    const int node = boxes().nodeAt(event->position());
    const bool keepsChoice = event->button() == Qt::RightButton && node >= 0 &&
                             m_tree[node].kind == DiskTree::Kind::Image &&
                             m_selection.contains(m_tree[node].subject);
    if (node >= 0 && !keepsChoice)
        choose(node, event->modifiers());
    QWidget::mousePressEvent(event);
}

void Treemap::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const int node = boxes().nodeAt(event->position()); event->button() == Qt::LeftButton && node >= 0)
        zoomIn(node);
}

void Treemap::mouseMoveEvent(QMouseEvent *event)
{
    hover(boxes().nodeAt(event->position()));
    QWidget::mouseMoveEvent(event);
}

void Treemap::leaveEvent(QEvent *event)
{
    hover(-1);
    QWidget::leaveEvent(event);
}

void Treemap::hover(int node)
{
    if (std::exchange(m_hovered, node) != node)
        update();
}

bool Treemap::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int node = boxes().nodeAt(help->pos());
    if (node < 0)
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), nodeDetails(*m_facts, m_tree, node), this,
                           m_layout.rect(node).toAlignedRect());
    return true;
}

} // namespace dip::ui

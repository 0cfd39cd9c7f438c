#include "ui/disk/treemappainter.h"

#include <QPainter>
#include <QSet>

#include <algorithm>

#include "ui/disk/disktexts.h"
#include "ui/look/format.h"
#include "ui/look/theme.h"

namespace dip::ui {

namespace {

constexpr int padding = 5;      // beside a label
constexpr int narrowest = 26;   // a label in less says nothing
constexpr int gapFrom = 3;      // boxes of this size have a gap between
constexpr int sizeInHead = 170; // a head so wide tells the size, too
constexpr int hatchStep = 7;
constexpr int crossStep = 9;

QColor blend(const QColor &a, const QColor &b, float share)
{
    const auto mix = [share](float x, float y) {
        return x + (y - x) * share;
    };
    return QColor::fromRgbF(mix(a.redF(), b.redF()), mix(a.greenF(), b.greenF()), mix(a.blueF(), b.blueF()));
}

} // namespace

TreemapColors TreemapColors::of(const QPalette &palette)
{
    const ThemeColors theme = themeColors(palette);
    const QColor text = palette.color(QPalette::WindowText);
    const QColor card = theme.card;
    return {
        .ground = card,
        .head = blend(card, text, theme.dark ? 0.16F : 0.11F),
        .tile = blend(card, theme.accent, theme.dark ? 0.24F : 0.17F),
        .shared = blend(card, text, 0.05F),
        .hatch = blend(card, text, theme.dark ? 0.30F : 0.26F),
        .chosen = blend(card, theme.accent, theme.dark ? 0.46F : 0.42F),
        .text = text,
        .outline = theme.dark ? blend(theme.accent, Qt::white, 0.25F) : theme.accent,
        .doomed = theme.danger,
    };
}

TreemapPainter::TreemapPainter(QPainter &painter, const Scene &scene, const QPalette &palette,
                               const QFont &font, Qt::LayoutDirection direction)
    : m_painter(painter)
    , m_scene(scene)
    , m_colors(TreemapColors::of(palette))
    , m_metrics(font)
    , m_hatch(hatching(m_colors.hatch, painter.device()->devicePixelRatio(), false))
    , m_crosses(hatching(m_colors.doomed, painter.device()->devicePixelRatio(), true))
{
    painter.setFont(font);
    painter.setLayoutDirection(direction);
}

/// Slanting lines that meet from one tile of the texture to the next, at the screen's own resolution.
QBrush TreemapPainter::hatching(const QColor &color, qreal ratio, bool crossed)
{
    const int side = qRound((crossed ? crossStep : hatchStep) * ratio);
    QImage texture(side, side, QImage::Format_ARGB32_Premultiplied);
    texture.fill(Qt::transparent);
    QPainter painter(&texture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.1 * ratio));
    for (const int shift : {-side, 0, side}) {
        painter.drawLine(QLineF(shift - 1, side + 1, shift + side + 1, -1));
        if (crossed)
            painter.drawLine(QLineF(shift - 1, -1, shift + side + 1, side + 1));
    }
    painter.end();
    QBrush brush;
    brush.setTextureImage(texture);
    brush.setTransform(QTransform::fromScale(1 / ratio, 1 / ratio));
    return brush;
}

/// Boxes end where their neighbours begin, but for a gap where there is room for one.
QRect TreemapPainter::pixels(int node) const
{
    const QRectF &rect = m_scene.layout.rect(node);
    QRect box(QPoint(qRound(rect.left()), qRound(rect.top())),
              QPoint(qRound(rect.right()) - 1, qRound(rect.bottom()) - 1));
    if (box.width() >= gapFrom && box.height() >= gapFrom)
        box.adjust(0, 0, -1, -1);
    return box;
}

QColor TreemapPainter::tileColor(int node) const
{
    return m_scene.tree[node].kind == DiskTree::Kind::Shared ? m_colors.shared : m_colors.tile;
}

void TreemapPainter::paintBoxes()
{
    for (int node = 1; node < m_scene.tree.nodes().size(); ++node) {
        if (m_scene.tree.isLeaf(node))
            paintBox(node);
        else
            paintHead(node);
    }
}

void TreemapPainter::paintHead(int node)
{
    const QRect box = pixels(node);
    if (box.isEmpty())
        return;
    m_painter.fillRect(box, m_colors.head);
    const QRect head = m_scene.layout.head(node).toRect().adjusted(padding, 0, -padding, 0);
    if (head.isEmpty())
        return;
    m_painter.setPen(m_colors.text);
    QRect room = head;
    if (head.width() >= sizeInHead) {
        const QString size = formatBytes(m_scene.tree[node].bytes);
        m_painter.drawText(head, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, size);
        const int taken = m_metrics.horizontalAdvance(size) + 2 * padding;
        if (m_painter.layoutDirection() == Qt::RightToLeft)
            room.setLeft(room.left() + taken);
        else
            room.setRight(room.right() - taken);
    }
    const QString name =
        m_metrics.elidedText(nodeName(m_scene.facts, m_scene.tree[node]), Qt::ElideMiddle, room.width());
    m_painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, name);
}

void TreemapPainter::paintBox(int node)
{
    const QRect box = pixels(node);
    if (box.isEmpty())
        return;
    m_painter.fillRect(box, tileColor(node));
    const bool isShared = m_scene.tree[node].kind == DiskTree::Kind::Shared;
    if (isShared)
        m_painter.fillRect(box, m_hatch);
    paintLabel(node, box, tileColor(node), isShared ? Plate::Yes : Plate::No);
}

/// An image's tag says enough below its repository's name, and where there is no room for more.
QString TreemapPainter::labelOf(int node, int width) const
{
    const DiskTree::Node &box = m_scene.tree[node];
    const QString name = nodeName(m_scene.facts, box);
    if (box.kind == DiskTree::Kind::Shared && m_metrics.horizontalAdvance(name) > width)
        return u'×' + QString::number(m_scene.facts.groups[box.subject].images.size());
    const bool isNamedAbove = box.parent == 0 || !m_scene.layout.head(box.parent).isEmpty();
    if (box.kind != DiskTree::Kind::Image || isNamedAbove)
        return name;
    const QString repository = m_scene.facts.repositories[m_scene.facts.repositoryOf[box.subject]];
    const QString whole = name.startsWith(u'@') ? repository + name : repository + u':' + name;
    return m_metrics.horizontalAdvance(whole) < 2 * width ? whole : name;
}

/// The name and, where there is room, the size.
void TreemapPainter::paintLabel(int node, const QRect &rect, const QColor &ground, Plate plate)
{
    const QRect room = rect.adjusted(padding, 3, -padding, -3);
    const int line = m_metrics.height();
    if (room.width() < narrowest || room.height() < line)
        return;
    QStringList texts{m_metrics.elidedText(labelOf(node, room.width()), Qt::ElideMiddle, room.width())};
    const QString size = formatBytes(m_scene.tree[node].bytes);
    if (room.height() >= 2 * line && m_metrics.horizontalAdvance(size) <= room.width())
        texts.append(size);
    m_painter.setPen(m_colors.text);
    int top = room.top();
    for (const QString &text : std::as_const(texts)) {
        const QRect row(room.left(), top, room.width(), line);
        if (plate == Plate::Yes) {
            QRect below(row.topLeft(), QSize(m_metrics.horizontalAdvance(text), line));
            if (m_painter.layoutDirection() == Qt::RightToLeft)
                below.moveRight(row.right());
            m_painter.fillRect(below.adjusted(-3, 0, 3, 0).intersected(rect), ground);
        }
        m_painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
        top += line;
    }
}

void TreemapPainter::outline(const QRect &rect, Qt::PenStyle style)
{
    const int width = std::min(rect.width(), rect.height()) >= 6 ? 2 : 1;
    QPen pen(m_colors.outline, width, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
    if (style == Qt::DashLine)
        pen.setDashPattern({3, 2});
    const qreal inset = width / 2.;
    m_painter.setPen(pen);
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRect(QRectF(rect).adjusted(inset, inset, -inset, -inset));
}

void TreemapPainter::paintChosen(const QList<int> &images)
{
    QSet<int> used;
    for (const int image : images) {
        for (const int group : m_scene.facts.groupsOf[image])
            used.insert(group);
        const int node = m_scene.tree.nodeOfImage(image);
        const QRect box = node < 0 ? QRect() : pixels(node);
        if (box.isEmpty())
            continue;
        m_painter.fillRect(box, m_colors.chosen);
        paintLabel(node, box, m_colors.chosen, Plate::No);
        outline(box, Qt::SolidLine);
    }
    for (const int group : std::as_const(used)) {
        const int node = m_scene.tree.nodeOfGroup(group);
        const QRect box = node < 0 ? QRect() : pixels(node);
        if (!box.isEmpty())
            outline(box, Qt::DashLine);
    }
}

void TreemapPainter::paintDoomed(const QList<int> &images, const QList<int> &chosen)
{
    for (const int image : images) {
        const int node = m_scene.tree.nodeOfImage(image);
        const QRect box = node < 0 ? QRect() : pixels(node);
        if (box.isEmpty())
            continue;
        const bool isChosen = std::ranges::binary_search(chosen, image);
        m_painter.fillRect(box, m_crosses);
        paintLabel(node, box, isChosen ? m_colors.chosen : tileColor(node), Plate::Yes);
        if (isChosen)
            outline(box, Qt::SolidLine);
    }
}

void TreemapPainter::paintHover(int node)
{
    m_painter.setPen(QPen(m_colors.text, 1));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRect(QRectF(pixels(node)).adjusted(0.5, 0.5, -0.5, -0.5));
}

/// Two lines, of which one stands out from whatever is below.
void TreemapPainter::paintFocus(int node)
{
    const QRectF box(pixels(node));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(QPen(m_colors.text, 2, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    m_painter.drawRect(box.adjusted(1, 1, -1, -1));
    if (box.width() < 10 || box.height() < 10)
        return;
    m_painter.setPen(QPen(m_colors.ground, 1));
    m_painter.drawRect(box.adjusted(2.5, 2.5, -2.5, -2.5));
}

void TreemapPainter::paintSample(QPainter &painter, const QRect &rect, const QPalette &palette, Sample sample)
{
    const TreemapColors colors = TreemapColors::of(palette);
    const qreal ratio = painter.device()->devicePixelRatio();
    const bool shared = sample == Sample::Shared || sample == Sample::Used;
    painter.fillRect(rect, shared ? colors.shared : sample == Sample::Chosen ? colors.chosen : colors.tile);
    if (shared)
        painter.fillRect(rect, hatching(colors.hatch, ratio, false));
    if (sample == Sample::Doomed)
        painter.fillRect(rect, hatching(colors.doomed, ratio, true));
    QPen pen(sample == Sample::Chosen || sample == Sample::Used ? colors.outline : colors.hatch,
             sample == Sample::Chosen || sample == Sample::Used ? 2 : 1);
    if (sample == Sample::Used)
        pen.setDashPattern({2, 1.5});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    const qreal inset = pen.widthF() / 2;
    painter.drawRect(QRectF(rect).adjusted(inset, inset, -inset, -inset));
}

} // namespace dip::ui

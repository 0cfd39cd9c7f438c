#include "ui/views/registrytree.h"

#include <QHeaderView>

#include "ui/delegates/rowdelegate.h"
#include "ui/models/registrytreemodel.h"

namespace dip::ui {

namespace {
constexpr std::chrono::milliseconds moment(150); // so that nothing is asked for what only flies past
constexpr int platformsWidth = 150;
constexpr int sizeWidth = 96;
} // namespace

RegistryTree::RegistryTree(QWidget *parent) : QTreeView(parent)
{
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setTextElideMode(Qt::ElideMiddle);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setDragEnabled(true);
    setDragDropMode(QAbstractItemView::DragOnly);
    setItemDelegate(new RowDelegate(this));
    setItemDelegateForColumn(RegistryTreeModel::Platforms, new ChipDelegate(this));
    m_delay.setSingleShot(true);
    m_delay.setInterval(moment);
    connect(&m_delay, &QTimer::timeout, this, &RegistryTree::look);
    connect(this, &QTreeView::expanded, &m_delay, qOverload<>(&QTimer::start));
    connect(this, &QTreeView::collapsed, &m_delay, qOverload<>(&QTimer::start));
}

void RegistryTree::setModel(QAbstractItemModel *model)
{
    QTreeView::setModel(model);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(RegistryTreeModel::Name, QHeaderView::Stretch);
    header()->resizeSection(RegistryTreeModel::Platforms, platformsWidth);
    header()->resizeSection(RegistryTreeModel::Size, sizeWidth);
}

void RegistryTree::look()
{
    if (!isVisible() || !model())
        return;
    QModelIndexList rows;
    for (QModelIndex index = indexAt({0, 0});
         index.isValid() && visualRect(index).top() < viewport()->height(); index = indexBelow(index))
        rows.append(index.siblingAtColumn(0));
    emit seen(rows);
}

void RegistryTree::scrollContentsBy(int dx, int dy)
{
    QTreeView::scrollContentsBy(dx, dy);
    m_delay.start();
}

void RegistryTree::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    m_delay.start();
}

void RegistryTree::showEvent(QShowEvent *event)
{
    QTreeView::showEvent(event);
    m_delay.start();
}

void RegistryTree::rowsInserted(const QModelIndex &parent, int start, int end)
{
    QTreeView::rowsInserted(parent, start, end);
    m_delay.start();
}

} // namespace dip::ui

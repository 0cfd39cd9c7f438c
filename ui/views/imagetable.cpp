#include "ui/views/imagetable.h"

#include <QHeaderView>
#include <QMenu>

#include "ui/delegates/rowdelegate.h"
#include "ui/models/cachefilter.h"
#include "ui/workspace.h"

namespace dip::ui {

namespace {

constexpr int markSize = 14; // that of pinned images

const QString columnsKey = QStringLiteral("cachePage/columns");

int widthOf(int column)
{
    switch (column) {
    case CacheModel::Name:
        return 260;
    case CacheModel::Platforms:
        return 126;
    case CacheModel::Pushed:
        return 112;
    case CacheModel::Source:
        return 200;
    case CacheModel::Added:
    case CacheModel::LastUsed:
        return 106;
    default:
        return 78;
    }
}

/// Those that are there only on request. What is incomplete says so beside its name, too.
bool isExtra(int column)
{
    return column == CacheModel::Shared || column == CacheModel::Source || column == CacheModel::Added ||
           column == CacheModel::State;
}

} // namespace

ImageTable::ImageTable(Workspace &workspace, CacheFilter *filter, QWidget *parent)
    : QTreeView(parent), m_workspace(workspace), m_filter(filter)
{
    setObjectName(QStringLiteral("imageTable"));
    setModel(m_filter);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setSortingEnabled(true);
    sortByColumn(CacheModel::Name, Qt::AscendingOrder);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setAllColumnsShowFocus(true);
    setFrameShape(QFrame::NoFrame);
    setTextElideMode(Qt::ElideMiddle);
    setIconSize({markSize, markSize});
    setItemDelegate(new RowDelegate(this));
    setItemDelegateForColumn(CacheModel::Platforms, new ChipDelegate(this));
    buildHeader();
    connect(m_filter, &QAbstractItemModel::modelAboutToBeReset, this, &ImageTable::keepChoice);
    connect(m_filter, &QAbstractItemModel::modelReset, this, &ImageTable::chooseAgain);
    connect(&m_workspace.images(), &CacheModel::takingOut, this, &ImageTable::keepChoice);
    connect(&m_workspace.images(), &CacheModel::takenOut, this, &ImageTable::chooseAgain);
}

/// The name takes what room there is.
void ImageTable::buildHeader()
{
    QHeaderView *columns = header();
    columns->setStretchLastSection(false);
    columns->setMinimumSectionSize(60);
    for (int column = 0; column < CacheModel::ColumnCount; ++column) {
        setColumnWidth(column, widthOf(column));
        columns->setSectionHidden(column, isExtra(column));
    }
    columns->setSectionResizeMode(CacheModel::Name, QHeaderView::Stretch);
    columns->restoreState(m_workspace.store().value(columnsKey).toByteArray());
    columns->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(columns, &QWidget::customContextMenuRequested, this, &ImageTable::showColumnMenu);
}

void ImageTable::showColumnMenu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = CacheModel::Platforms; column < CacheModel::ColumnCount; ++column) {
        QAction *action = menu->addAction(m_filter->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!header()->isSectionHidden(column));
        connect(action, &QAction::toggled, this,
                [this, column](bool on) { header()->setSectionHidden(column, !on); });
    }
    menu->popup(header()->mapToGlobal(at));
}

const CacheRow &ImageTable::rowAt(const QModelIndex &index) const
{
    return m_workspace.images().row(m_filter->mapToSource(index).row());
}

QList<CacheRow> ImageTable::chosenRows() const
{
    QList<CacheRow> rows;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        rows.append(rowAt(index));
    return rows;
}

QList<ImageName> ImageTable::chosenNames() const
{
    QList<ImageName> names;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        names.append(rowAt(index).image.name);
    return names;
}

void ImageTable::choose(const QList<ImageName> &images)
{
    QSet<QString> wanted;
    for (const ImageName &image : images)
        wanted.insert(image.toString());
    QItemSelection selection;
    const int rows = m_filter->rowCount();
    for (int row = 0, begin = -1; row <= rows; ++row) { // what stands together is one range
        const bool isWanted =
            row < rows && wanted.contains(rowAt(m_filter->index(row, 0)).image.name.toString());
        if (isWanted && begin < 0)
            begin = row;
        if (!isWanted && begin >= 0)
            selection.select(m_filter->index(std::exchange(begin, -1), 0), m_filter->index(row - 1, 0));
    }
    if (selection.isEmpty())
        return;
    const QModelIndex first = selection.first().topLeft();
    selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(first);
}

void ImageTable::chooseSomething()
{
    if (!selectionModel()->hasSelection())
        setCurrentIndex(currentIndex().isValid() ? currentIndex() : m_filter->index(0, 0));
}

void ImageTable::keepChoice()
{
    m_keptChoice = chosenNames();
    const QModelIndexList rows = selectionModel()->selectedRows();
    const auto first = std::ranges::min_element(rows, {}, &QModelIndex::row);
    m_keptRow = first == rows.end() ? -1 : first->row();
}

void ImageTable::chooseAgain()
{
    if (m_keptRow < 0)
        return;
    choose(m_keptChoice);
    if (!selectionModel()->hasSelection() && m_filter->rowCount() > 0)
        setCurrentIndex(m_filter->index(std::min(m_keptRow, m_filter->rowCount() - 1), 0));
}

void ImageTable::saveState()
{
    m_workspace.store().setValue(columnsKey, header()->saveState());
}

} // namespace dip::ui

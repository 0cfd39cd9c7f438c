#include "ui/models/cachefilter.h"

#include "ui/models/cachemodel.h"

namespace dip::ui {

CacheFilter::CacheFilter(QObject *parent) : QSortFilterProxyModel(parent)
{
    setSortRole(CacheModel::SortRole);
    setSortLocaleAware(true);
}

void CacheFilter::setQuery(const QString &text)
{
    m_query = CacheQuery::parse(text);
    invalidateRowsFilter();
}

bool CacheFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    return m_query.matches(static_cast<const CacheModel *>(sourceModel())->row(row));
}

} // namespace dip::ui

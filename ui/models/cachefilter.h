#pragma once

#include <QSortFilterProxyModel>

#include "ui/cache/cachequery.h"

namespace dip::ui {

/// Shows the images that a query matches.
class CacheFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit CacheFilter(QObject *parent = nullptr);
    void setQuery(const QString &text);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    CacheQuery m_query;
};

} // namespace dip::ui

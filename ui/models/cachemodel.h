#pragma once

#include <QAbstractTableModel>
#include <QHash>

#include <memory>

#include "ui/cache/cacherow.h"

namespace dip::ui {

/// The images of the cache. Reads them on a worker thread.
class CacheModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Platforms, Size, Unique, Pushed, LastUsed, State, ColumnCount };
    enum Role { SortRole = Qt::UserRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setCache(std::shared_ptr<Cache> cache);
    /// Reads anew; loaded() or failed() follows.
    void reload();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    [[nodiscard]] const CacheRow &row(int row) const { return m_rows[row]; }
    [[nodiscard]] const CacheRow *find(const ImageName &name) const; ///< null where it is not in the cache
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    [[nodiscard]] qint64 totalSize() const { return m_totalSize; } ///< bytes, each blob once

    void retranslate();

signals:
    void loaded();
    void failed(const dip::Error &error);

private:
    /// What a worker has read.
    struct Listing
    {
        QList<CacheRow> rows;
        QHash<QString, qsizetype> rowOfName;
        qint64 totalSize = 0;
    };
    void read();
    [[nodiscard]] static Result<Listing> listingOf(const Cache &cache);
    void take(const Listing &listing);
    [[nodiscard]] QString text(const CacheRow &row, int column) const;
    [[nodiscard]] static QString nameText(const CacheRow &row);
    [[nodiscard]] static QVariant sortValue(const CacheRow &row, int column);

    std::shared_ptr<Cache> m_cache;
    QList<CacheRow> m_rows;
    QHash<QString, qsizetype> m_rowOfName; ///< by the name as text
    qint64 m_totalSize = 0;
    bool m_loaded = false;
    bool m_isReading = false;
    int m_wanted = 0; ///< how often reading was asked for
};

} // namespace dip::ui

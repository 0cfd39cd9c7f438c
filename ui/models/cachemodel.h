#pragma once

#include <QAbstractTableModel>

#include <memory>

#include "ui/cache/cacherow.h"

namespace dip::ui {

/// The images of the cache. Reads them on a worker thread, and after that, where there is a trash, what each
/// gives back, so that the list need not wait for it.
class CacheModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        Name,
        Platforms,
        Size,
        Unique,
        Shared,
        Pushed,
        Source,
        Added,
        LastUsed,
        State,
        ColumnCount
    };
    enum Role { SortRole = Qt::UserRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setCache(std::shared_ptr<Cache> cache);
    /// Reads anew; loaded() or failed() follows.
    void reload();
    /// These are being removed: they are shown no longer, without waiting for that. Pinned ones stay.
    void takeOut(const QList<ImageName> &images);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    [[nodiscard]] const CacheRow &row(int row) const { return m_rows[row]; }
    [[nodiscard]] const CacheRow *find(const ImageName &name) const; ///< null where it is not in the cache
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    [[nodiscard]] qint64 totalSize() const { return m_totalSize; } ///< bytes, each blob once

    [[nodiscard]] const QStringList &architectures() const { return m_architectures; } ///< of all, each once

    void retranslate();

signals:
    void loaded();
    void measured(); ///< unique and shared bytes are exact now, with a trash, too
    void failed(const dip::Error &error);
    void takingOut();
    void takenOut();

private:
    void read();
    void take(CacheReading reading);
    void show(QList<CacheRow> rows);
    void merge(QList<CacheRow> rows);
    void removeRange(qsizetype from, qsizetype to);
    void insertRange(qsizetype at, const QList<CacheRow> &rows);
    void replace(qsizetype at, CacheRow row);
    void measure();
    void takeUsage(const CacheUsage &usage);
    [[nodiscard]] QString text(const CacheRow &row, int column) const;
    [[nodiscard]] static QVariant toolTip(const CacheRow &row, int column);
    [[nodiscard]] static QString nameText(const CacheRow &row);
    [[nodiscard]] static QString platformsText(const CacheRow &row);
    [[nodiscard]] static QVariant sortValue(const CacheRow &row, int column);

    std::shared_ptr<Cache> m_cache;
    QList<CacheRow> m_rows; ///< ordered by name
    QStringList m_architectures;
    qint64 m_totalSize = 0;
    bool m_loaded = false;
    bool m_isOther = false; ///< another cache than the one that is shown
    bool m_isExact = true;  ///< unique and shared bytes, without measuring
    bool m_isReading = false;
    bool m_isMeasuring = false;
    bool m_measureAgain = false;
    int m_wanted = 0;   ///< how often reading was asked for
    int m_takenOut = 0; ///< how often images were taken out; what was read before that is old
};

} // namespace dip::ui

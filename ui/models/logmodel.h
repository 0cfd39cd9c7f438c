#pragma once

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include "ui/log/logstore.h"

namespace dip::ui {

/// The latest log entries, one a row, the oldest first.
class LogModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Level, Area, Text, ColumnCount };

    explicit LogModel(LogStore &store, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    [[nodiscard]] const LogEntry &entry(int row) const { return m_entries[row]; }
    void clear();
    void retranslate();

private:
    void takeNew();

    LogStore &m_store;
    QList<LogEntry> m_entries;
};

/// Those of a level or worse that hold a text, and are about one job where that is wanted.
class LogFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void setFilter(const QString &text, int leastSeverity);
    void setJob(const QString &id); ///< only lines about this job; empty: of all

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QString m_text;
    QString m_job;
    int m_leastSeverity = 1;
};

} // namespace dip::ui

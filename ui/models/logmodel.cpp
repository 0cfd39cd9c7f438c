#include "ui/models/logmodel.h"

#include <QGuiApplication>
#include <QLocale>

#include "ui/look/theme.h"

namespace dip::ui {

LogModel::LogModel(LogStore &store, QObject *parent) : QAbstractTableModel(parent), m_store(store)
{
    connect(&store, &LogStore::arrived, this, &LogModel::takeNew);
    takeNew();
}

void LogModel::takeNew()
{
    const QList<LogEntry> fresh = m_store.takeNew();
    if (fresh.isEmpty())
        return;
    const qsizetype surplus = m_entries.size() + fresh.size() - LogStore::mostEntries;
    if (const qsizetype gone = std::clamp<qsizetype>(surplus, 0, m_entries.size()); gone > 0) {
        beginRemoveRows({}, 0, int(gone) - 1);
        m_entries.remove(0, gone);
        endRemoveRows();
    }
    const int first = int(m_entries.size());
    beginInsertRows({}, first, first + int(fresh.size()) - 1);
    m_entries += fresh;
    endInsertRows();
}

void LogModel::clear()
{
    beginResetModel();
    m_entries.clear();
    endResetModel();
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int LogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const LogEntry &entry = m_entries[index.row()];
    if (role == Qt::ForegroundRole && severityOf(entry.level) >= 2) {
        const ThemeColors colors = themeColors(QGuiApplication::palette());
        return severityOf(entry.level) == 2 ? colors.warning : colors.danger;
    }
    if (role == Qt::ToolTipRole)
        return index.column() == Text ? QVariant(entry.text) : QVariant();
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Time:
        return entry.when.toLocalTime().toString(QStringLiteral("HH:mm:ss.zzz"));
    case Level: {
        const QStringList names{tr("Debug"), tr("Information"), tr("Warning"), tr("Error")};
        return names[severityOf(entry.level)];
    }
    case Area:
        return entry.category.section(u'.', -1);
    default:
        return entry.text;
    }
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case Level:
        return tr("Level");
    case Area:
        return tr("Area");
    default:
        return tr("Message");
    }
}

void LogModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_entries.isEmpty())
        emit dataChanged(index(0, 0), index(int(m_entries.size()) - 1, ColumnCount - 1));
}

void LogFilter::setFilter(const QString &text, int leastSeverity)
{
    m_text = text.trimmed();
    m_leastSeverity = leastSeverity;
    invalidateRowsFilter();
}

void LogFilter::setJob(const QString &id)
{
    m_job = id;
    invalidateRowsFilter();
}

bool LogFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    const LogEntry &entry = static_cast<const LogModel *>(sourceModel())->entry(row);
    return severityOf(entry.level) >= m_leastSeverity && (m_job.isEmpty() || entry.job == m_job) &&
           (m_text.isEmpty() || entry.text.contains(m_text, Qt::CaseInsensitive) ||
            entry.category.contains(m_text, Qt::CaseInsensitive));
}

} // namespace dip::ui

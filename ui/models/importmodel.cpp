#include "ui/models/importmodel.h"

#include <QFileInfo>
#include <QGuiApplication>
#include <QPalette>

#include "ui/errortext.h"
#include "ui/look/format.h"
#include "ui/look/theme.h"

namespace dip::ui {

void ImportModel::add(const QList<ImportRow> &rows)
{
    const auto isListed = [this](const QString &file) {
        return std::ranges::any_of(m_rows, [&file](const ImportRow &row) { return row.file == file; });
    };
    if (rows.isEmpty() || isListed(rows.first().file))
        return;
    const int first = int(m_rows.size());
    beginInsertRows({}, first, first + int(rows.size()) - 1);
    m_rows.append(rows);
    countNames();
    endInsertRows();
}

void ImportModel::clear()
{
    beginResetModel();
    m_rows.clear();
    countNames();
    endResetModel();
}

QList<ImportRow> ImportModel::chosen() const
{
    QList<ImportRow> rows;
    for (const ImportRow &row : m_rows) {
        if (row.chosen && !row.error)
            rows.append(row);
    }
    return rows;
}

int ImportModel::withoutName() const
{
    return int(std::ranges::count_if(chosen(), [](const ImportRow &row) { return !row.isNameValid(); }));
}

bool ImportModel::isValid() const
{
    return !chosen().isEmpty() && withoutName() == 0;
}

int ImportModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ImportModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ImportModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ImportRow &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::EditRole:
        return index.column() == Name ? QVariant(row.name) : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == Size ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::CheckStateRole:
        if (index.column() == Name && !row.error)
            return QVariant::fromValue(row.chosen ? Qt::Checked : Qt::Unchecked);
        return {};
    case Qt::ToolTipRole:
        if (index.column() == File)
            return row.file;
        if (index.column() == Check)
            return row.error ? QString(check(row) + u'\n' + explain(*row.error).advice) : check(row);
        return {};
    case Qt::ForegroundRole: {
        const ThemeColors &colors = themeColors(QGuiApplication::palette());
        const bool bad = row.error || (row.chosen && !row.isNameValid());
        if (index.column() == Check)
            return bad                                           ? colors.danger
                   : row.remarks.isEmpty() && !isNamedTwice(row) ? colors.success
                                                                 : colors.warning;
        return index.column() == Name && row.name.isEmpty() ? QVariant(colors.faint) : QVariant();
    }
    default:
        return {};
    }
}

QString ImportModel::text(const ImportRow &row, int column) const
{
    switch (column) {
    case Name:
        return row.error            ? QFileInfo(row.file).fileName()
               : row.name.isEmpty() ? tr("type a name, for example team/app:1.0")
                                    : row.name;
    case Platforms:
        return row.platforms.join(QStringLiteral(", "));
    case Size:
        return row.error ? QString() : formatBytes(row.size);
    case File:
        return QFileInfo(row.file).fileName();
    case Check:
        return check(row);
    default:
        return {};
    }
}

QString ImportModel::check(const ImportRow &row) const
{
    if (row.error)
        return row.error->code == ErrorCode::ArchiveUtf16
                   ? tr("turned into text by PowerShell; use docker save -o FILE")
                   : explain(*row.error).sentence;
    if (row.chosen && !row.isNameValid())
        return row.name.isEmpty() ? tr("needs a name") : tr("this is not a valid name");
    if (isNamedTwice(row))
        return tr("another image has the same name; the last one stays");
    return row.remarks.isEmpty() ? tr("good") : row.remarks.first();
}

bool ImportModel::isNamedTwice(const ImportRow &row) const
{
    return row.chosen && std::ranges::any_of(row.namesInCache(), [this](const ImageName &name) {
               return m_names.value(name.toString()) > 1;
           });
}

void ImportModel::countNames()
{
    m_names.clear();
    for (const ImportRow &row : std::as_const(m_rows)) {
        for (const ImageName &name : row.chosen && !row.error ? row.namesInCache() : QList<ImageName>())
            ++m_names[name.toString()];
    }
}

bool ImportModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || index.column() != Name || m_rows[index.row()].error)
        return false;
    ImportRow &row = m_rows[index.row()];
    if (role == Qt::CheckStateRole)
        row.chosen = value.toInt() == Qt::Checked;
    else if (role == Qt::EditRole)
        row.name = value.toString().trimmed();
    else
        return false;
    retell();
    if (role == Qt::CheckStateRole)
        emit choiceMade(index.row(), row.chosen);
    return true;
}

void ImportModel::choose(const QList<int> &rows, bool chosen)
{
    for (const int row : rows)
        m_rows[row].chosen = chosen;
    retell();
}

/// Another row may share the name now, or no longer.
void ImportModel::retell()
{
    countNames();
    emit dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

Qt::ItemFlags ImportModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    Qt::ItemFlags flags = Qt::ItemIsSelectable | Qt::ItemIsEnabled;
    if (index.column() == Name && !m_rows[index.row()].error)
        flags |= Qt::ItemIsUserCheckable | Qt::ItemIsEditable;
    return flags;
}

QVariant ImportModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section == Size)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name in the cache");
    case Platforms:
        return tr("Platforms");
    case Size:
        return tr("Size");
    case File:
        return tr("Archive");
    case Check:
        return tr("Check");
    default:
        return {};
    }
}

void ImportModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

} // namespace dip::ui

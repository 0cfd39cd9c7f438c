#include "ui/models/cachemodel.h"

#include <QGuiApplication>
#include <QtConcurrentRun>

#include "core/cache/cache.h"
#include "ui/look/format.h"
#include "ui/look/theme.h"

namespace dip::ui {

namespace {

qint64 sizeOnDisk(const QList<CacheRow> &rows)
{
    QSet<Digest> seen;
    qint64 bytes = 0;
    for (const CacheRow &row : rows) {
        for (const CachedBlob &blob : row.image.blobs) {
            if (seen.contains(blob.digest))
                continue;
            seen.insert(blob.digest);
            bytes += blob.size;
        }
    }
    return bytes;
}

bool sameNames(const QList<CacheRow> &a, const QList<CacheRow> &b)
{
    return std::ranges::equal(
        a, b, [](const CacheRow &x, const CacheRow &y) { return x.image.name == y.image.name; });
}

const QDateTime &lastUse(const CacheRow &row)
{
    return row.image.lastUsed.isValid() ? row.image.lastUsed : row.image.added;
}

} // namespace

void CacheModel::setCache(std::shared_ptr<Cache> cache)
{
    m_cache = std::move(cache);
    reload();
}

/// One reading at a time: what changes meanwhile is read once more after it.
void CacheModel::reload()
{
    if (!m_cache)
        return;
    ++m_wanted;
    if (!m_isReading)
        read();
}

void CacheModel::read()
{
    m_isReading = true;
    QtConcurrent::run([cache = m_cache] {
        auto listing = listingOf(*cache);
        cache->forgetIndex();
        return listing;
    }).then(this, [this, cache = m_cache, wanted = m_wanted](const Result<Listing> &listing) {
        m_isReading = false;
        if (wanted != m_wanted)
            read();
        if (cache != m_cache)
            return; // another was opened meanwhile
        if (listing)
            take(*listing);
        else
            emit failed(listing.error());
    });
}

Result<CacheModel::Listing> CacheModel::listingOf(const Cache &cache)
{
    auto rows = readCacheRows(cache);
    if (!rows)
        return failure(rows);
    Listing listing{std::move(*rows), {}, 0};
    listing.rowOfName.reserve(listing.rows.size());
    for (qsizetype row = 0; row < listing.rows.size(); ++row)
        listing.rowOfName.insert(listing.rows[row].image.name.toString(), row);
    listing.totalSize = sizeOnDisk(listing.rows);
    return listing;
}

const CacheRow *CacheModel::find(const ImageName &name) const
{
    const auto known = m_rowOfName.constFind(name.toString());
    return known == m_rowOfName.cend() ? nullptr : &m_rows[*known];
}

/// Keeps selection and scroll position where only values changed.
void CacheModel::take(const Listing &listing)
{
    m_rowOfName = listing.rowOfName;
    m_totalSize = listing.totalSize;
    if (m_loaded && sameNames(m_rows, listing.rows)) {
        m_rows = listing.rows;
        if (!m_rows.isEmpty())
            emit dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
    } else {
        beginResetModel();
        m_rows = listing.rows;
        m_loaded = true;
        endResetModel();
    }
    emit loaded();
}

int CacheModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int CacheModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CacheModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const CacheRow &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case SortRole:
        return sortValue(row, index.column());
    case Qt::ToolTipRole:
        return index.column() == Name ? QVariant(row.image.name.toString()) : QVariant();
    case Qt::ForegroundRole:
        return !row.complete && (index.column() == Name || index.column() == State)
                   ? QVariant(themeColors(QGuiApplication::palette()).warning)
                   : QVariant();
    case Qt::TextAlignmentRole: {
        const bool isNumber = index.column() == Size || index.column() == Unique;
        return QVariant::fromValue((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    default:
        return {};
    }
}

QString CacheModel::nameText(const CacheRow &row)
{
    const QString name = row.isUntagged() ? tr("%1 (untagged)").arg(row.image.name.repository.toString())
                                          : row.image.name.toString();
    return row.complete ? name : tr("%1 (incomplete)").arg(name);
}

QString CacheModel::text(const CacheRow &row, int column) const
{
    switch (column) {
    case Name:
        return nameText(row);
    case Platforms:
        return row.platforms.join(QStringLiteral(", "));
    case Size:
        return formatBytes(row.size);
    case Unique:
        return formatBytes(row.unique);
    case Pushed: {
        if (row.image.copies.isEmpty())
            return tr("not yet");
        const QString last = row.image.copies.last().registry;
        const int more = int(row.image.copies.size()) - 1;
        return more == 0 ? last : tr("%1 and %n more", "registries", more).arg(last);
    }
    case LastUsed:
        return formatWhen(lastUse(row));
    case State:
        return row.complete ? tr("complete") : tr("incomplete");
    default:
        return {};
    }
}

QVariant CacheModel::sortValue(const CacheRow &row, int column)
{
    switch (column) {
    case Name:
        return row.image.name.toString();
    case Platforms:
        return row.platforms.join(u',');
    case Size:
        return row.size;
    case Unique:
        return row.unique;
    case Pushed:
        return row.image.copies.isEmpty() ? QString() : row.image.copies.last().registry;
    case LastUsed:
        return lastUse(row);
    default:
        return row.complete;
    }
}

QVariant CacheModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section == Size || section == Unique ? Qt::AlignRight : Qt::AlignLeft) |
                                   Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == Unique)
        return tr("What deleting only this image gives back");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Image");
    case Platforms:
        return tr("Platforms");
    case Size:
        return tr("Size");
    case Unique:
        return tr("Unique");
    case Pushed:
        return tr("Pushed to");
    case LastUsed:
        return tr("Last used");
    case State:
        return tr("State");
    default:
        return {};
    }
}

void CacheModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

} // namespace dip::ui

#include "ui/models/cachemodel.h"

#include <QtConcurrentRun>

namespace dip::ui {

namespace {

/// Where more rows come and go than this, the list begins anew.
constexpr qsizetype mostSteps = 300;

/// How many rows are only in one of two lists.
qsizetype difference(const QList<CacheRow> &a, const QList<CacheRow> &b)
{
    qsizetype same = 0;
    for (auto x = a.cbegin(), y = b.cbegin(); x != a.cend() && y != b.cend();) {
        const auto order = x->image.name <=> y->image.name;
        same += order == 0;
        x += order <= 0;
        y += order >= 0;
    }
    return a.size() + b.size() - 2 * same;
}

bool looksTheSame(const CacheRow &a, const CacheRow &b)
{
    return a.image.manifestDigest == b.image.manifestDigest && a.image.pinned == b.image.pinned &&
           a.image.copies.size() == b.image.copies.size() && a.image.lastUsed == b.image.lastUsed &&
           a.image.added == b.image.added && a.image.source == b.image.source && a.platforms == b.platforms &&
           a.complete == b.complete && a.size == b.size && a.unique == b.unique;
}

} // namespace

void CacheModel::setCache(std::shared_ptr<Cache> cache)
{
    m_cache = std::move(cache);
    m_isOther = true;
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
        auto reading = readCache(*cache);
        cache->forgetIndex();
        return reading;
    })
        .then(this, [this, cache = m_cache, wanted = m_wanted,
                     takenOut = m_takenOut](const Result<CacheReading> &reading) {
            m_isReading = false;
            // Else another was opened meanwhile, or images are on their way out.
            const bool counts = cache == m_cache && takenOut == m_takenOut;
            if (counts && reading)
                take(*reading);
            else if (counts)
                emit failed(reading.error());
            // Only now: a reading that is done at once comes back from within read().
            if (wanted != m_wanted && !m_isReading)
                read();
        });
}

const CacheRow *CacheModel::find(const ImageName &name) const
{
    const auto nameOf = [](const CacheRow &row) -> const ImageName & {
        return row.image.name;
    };
    const auto place = std::ranges::lower_bound(m_rows, name, {}, nameOf);
    return place != m_rows.end() && place->image.name == name ? &*place : nullptr;
}

/// Keeps what is chosen and the scroll position where little has changed.
void CacheModel::take(CacheReading reading)
{
    m_totalSize = reading.bytes;
    m_architectures = reading.architectures;
    m_isExact = reading.isExact;
    show(std::move(reading.rows));
    emit loaded();
    if (!m_isExact)
        measure();
}

void CacheModel::show(QList<CacheRow> rows)
{
    if (m_loaded && !m_isOther && difference(m_rows, rows) <= mostSteps) {
        merge(std::move(rows));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    m_loaded = true;
    m_isOther = false;
    endResetModel();
}

/// Both lists are ordered by name: step by step the one becomes the other.
void CacheModel::merge(QList<CacheRow> rows)
{
    qsizetype at = 0;
    for (qsizetype next = 0; next < rows.size();) {
        qsizetype end = at;
        while (end < m_rows.size() && m_rows[end].image.name < rows[next].image.name)
            ++end;
        removeRange(at, end);
        qsizetype known = next;
        while (known < rows.size() && (at == m_rows.size() || rows[known].image.name < m_rows[at].image.name))
            ++known;
        insertRange(at, rows.sliced(next, known - next));
        at += known - next;
        next = known;
        if (next < rows.size() && at < m_rows.size() && rows[next].image.name == m_rows[at].image.name)
            replace(at++, std::move(rows[next++]));
    }
    removeRange(at, m_rows.size());
}

void CacheModel::removeRange(qsizetype from, qsizetype to)
{
    if (from == to)
        return;
    beginRemoveRows({}, int(from), int(to) - 1);
    m_rows.remove(from, to - from);
    endRemoveRows();
}

void CacheModel::insertRange(qsizetype at, const QList<CacheRow> &rows)
{
    if (rows.isEmpty())
        return;
    beginInsertRows({}, int(at), int(at + rows.size()) - 1);
    m_rows.insert(at, rows.size(), rows.first());
    std::ranges::copy(rows, m_rows.begin() + at);
    endInsertRows();
}

/// What was measured counts until it is measured again.
void CacheModel::replace(qsizetype at, CacheRow row)
{
    CacheRow &old = m_rows[at];
    if (!m_isExact && old.image.manifestDigest == row.image.manifestDigest) {
        row.unique = old.unique;
        row.shared = old.shared;
    }
    const bool same = looksTheSame(old, row);
    old = std::move(row);
    if (!same)
        emit dataChanged(index(int(at), 0), index(int(at), ColumnCount - 1));
}

void CacheModel::takeOut(const QList<ImageName> &images)
{
    if (!m_loaded)
        return;
    ++m_takenOut; // what is being read now does not know of it
    QSet<QString> names;
    for (const ImageName &image : images)
        names.insert(image.toString());
    QList<CacheRow> rest = m_rows;
    rest.removeIf([&names](const CacheRow &row) {
        return !row.image.pinned && names.contains(row.image.name.toString());
    });
    emit takingOut();
    show(std::move(rest));
    emit takenOut();
    emit loaded();
}

/// Deleting an image gives back less where the trash needs its blobs. One at a time, too.
void CacheModel::measure()
{
    m_measureAgain = m_isMeasuring;
    if (m_isMeasuring)
        return;
    m_isMeasuring = true;
    QtConcurrent::run([cache = m_cache] {
        auto usage = cache->usage();
        cache->forgetIndex();
        return usage;
    }).then(this, [this, cache = m_cache](const Result<CacheUsage> &usage) {
        m_isMeasuring = false;
        if (usage && cache == m_cache && !m_isExact)
            takeUsage(*usage);
        if (m_measureAgain && !m_isMeasuring)
            measure();
    });
}

void CacheModel::takeUsage(const CacheUsage &usage)
{
    qsizetype first = m_rows.size();
    qsizetype last = -1;
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        CacheRow &row = m_rows[i];
        const qsizetype image = usage.indexOf(row.image.name);
        if (image < 0)
            continue;
        const qint64 unique = std::min(usage.share(image).unique, row.size);
        if (row.unique == unique)
            continue;
        row.unique = unique;
        row.shared = row.size - unique;
        first = std::min(first, i);
        last = i;
    }
    if (last >= 0)
        emit dataChanged(index(int(first), Unique), index(int(last), Shared));
    emit measured();
}

} // namespace dip::ui

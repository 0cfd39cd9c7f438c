#include "core/cache/usage.h"

#include <algorithm>

namespace dip {

qsizetype CacheUsage::indexOf(const ImageName &name) const
{
    const auto found = std::ranges::lower_bound(m_images, name);
    return found != m_images.end() && *found == name ? found - m_images.begin() : -1;
}

std::span<const quint32> CacheUsage::filesOf(qsizetype image) const
{
    const qsizetype begin = image == 0 ? 0 : m_ends[image - 1];
    return std::span(m_numbers).subspan(size_t(begin), size_t(m_ends[image] - begin));
}

const std::optional<Digest> &CacheUsage::digestOf(quint32 file) const
{
    return m_files[file].digest;
}

/// The bytes that a file frees when so many of its images are gone.
qint64 CacheUsage::goesWith(const QList<quint32> &removed, quint32 file) const
{
    const File &f = m_files[file];
    return !f.isKept && removed[file] == f.images ? f.size : 0;
}

CacheUsage::Selection CacheUsage::selection(const QList<qsizetype> &images) const
{
    Selection sum;
    QList<quint32> removed(m_files.size(), 0);
    QList<bool> seen(m_images.size(), false);
    for (const qsizetype image : images) {
        if (std::exchange(seen[image], true))
            continue;
        for (const quint32 file : filesOf(image)) {
            if (++removed[file] == 1)
                sum.total += m_files[file].size;
            sum.freed += goesWith(removed, file);
        }
    }
    sum.shared = sum.total - sum.freed;
    return sum;
}

CacheUsage::Selection CacheUsage::selection(const QList<ImageName> &images) const
{
    QList<qsizetype> indexes;
    for (const ImageName &name : images) {
        if (const qsizetype index = indexOf(name); index >= 0)
            indexes.append(index);
    }
    return selection(indexes);
}

QList<qsizetype> CacheUsage::chooseToFree(const QList<qsizetype> &order, qint64 bytes) const
{
    QList<quint32> removed(m_files.size(), 0);
    QList<qsizetype> chosen;
    qint64 freed = 0;
    for (const qsizetype image : order) {
        if (freed >= bytes)
            break;
        chosen.append(image);
        for (const quint32 file : filesOf(image)) {
            ++removed[file];
            freed += goesWith(removed, file);
        }
    }
    // Some gave next to nothing, as later ones share their files: whoever need not go stays, the last first.
    for (qsizetype i = chosen.size() - 1; i >= 0; --i) {
        qint64 given = 0;
        for (const quint32 file : filesOf(chosen[i]))
            given += goesWith(removed, file);
        if (freed - given < bytes)
            continue;
        freed -= given;
        for (const quint32 file : filesOf(chosen[i]))
            --removed[file];
        chosen.removeAt(i);
    }
    return chosen;
}

void CacheUsage::finish()
{
    m_shares.reserve(m_images.size());
    for (qsizetype image = 0; image < m_images.size(); ++image) {
        Share share;
        for (const quint32 number : filesOf(image)) {
            const File &file = m_files[number];
            share.total += file.size;
            if (file.images == 1 && !file.isKept)
                share.unique += file.size;
        }
        share.shared = share.total - share.unique;
        m_shares.append(share);
    }
    for (const File &file : std::as_const(m_files))
        m_bytes += file.images > 0 ? file.size : 0;
}

} // namespace dip

#include "ui/cache/cachequery.h"

#include "ui/look/format.h"

namespace dip::ui {

CacheQuery CacheQuery::parse(const QString &text)
{
    CacheQuery query;
    for (const QString &word : text.simplified().split(u' ', Qt::SkipEmptyParts)) {
        const QString lower = word.toLower();
        const qint64 bytes =
            lower.startsWith(QLatin1String("size")) ? parseBytes(QStringView(lower).sliced(4).mid(1)) : -1;
        if (lower.startsWith(QLatin1String("size>")) && bytes >= 0)
            query.m_largerThan = bytes;
        else if (lower.startsWith(QLatin1String("size<")) && bytes >= 0)
            query.m_smallerThan = bytes;
        else if (lower.startsWith(QLatin1String("arch:")))
            query.m_architectures.append(lower.sliced(5));
        else if (lower == QLatin1String("untagged") || lower == QLatin1String("tagged"))
            query.m_untagged = lower == QLatin1String("untagged");
        else if (lower == QLatin1String("pushed") || lower == QLatin1String("unpushed"))
            query.m_pushed = lower == QLatin1String("pushed");
        else if (lower == QLatin1String("incomplete"))
            query.m_incomplete = true;
        else
            query.m_nameParts.append(lower);
    }
    return query;
}

bool CacheQuery::matches(const CacheRow &row) const
{
    if (m_largerThan && row.size <= *m_largerThan)
        return false;
    if (m_smallerThan && row.size >= *m_smallerThan)
        return false;
    if (m_untagged && row.isUntagged() != *m_untagged)
        return false;
    if (m_pushed && row.image.copies.isEmpty() == *m_pushed)
        return false;
    if (m_incomplete && row.complete)
        return false;
    const auto hasPlatform = [&row](const QString &wanted) {
        return std::ranges::any_of(row.platforms,
                                   [&wanted](const QString &platform) { return platform.contains(wanted); });
    };
    if (!std::ranges::all_of(m_architectures, hasPlatform))
        return false;
    const QString name = row.image.name.toString();
    return std::ranges::all_of(m_nameParts, [&name](const QString &part) { return name.contains(part); });
}

} // namespace dip::ui

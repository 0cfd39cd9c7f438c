#include "ui/cache/cachequery.h"

#include "ui/look/format.h"

namespace dip::ui {

namespace {

/// "30d" back from now; nothing where it is no age.
std::optional<QDateTime> momentAgo(QStringView age)
{
    bool isNumber = false;
    const int count = age.chopped(std::min<qsizetype>(1, age.size())).toInt(&isNumber);
    if (!isNumber || count < 0)
        return {};
    const QDateTime now = QDateTime::currentDateTimeUtc();
    switch (age.back().unicode()) {
    case u'h':
        return now.addSecs(-3600 * qint64(count));
    case u'd':
        return now.addDays(-count);
    case u'w':
        return now.addDays(-7 * qint64(count));
    case u'm':
        return now.addMonths(-count);
    case u'y':
        return now.addYears(-count);
    default:
        return {};
    }
}

} // namespace

CacheQuery CacheQuery::parse(const QString &text)
{
    CacheQuery query;
    for (const QString &word : text.toLower().simplified().split(u' ', Qt::SkipEmptyParts)) {
        if (!query.takeFlag(word) && !query.takeValue(word))
            query.m_nameParts.append(word);
    }
    return query;
}

bool CacheQuery::takeFlag(const QString &word)
{
    if (word == QLatin1String("untagged") || word == QLatin1String("tagged"))
        m_untagged = word == QLatin1String("untagged");
    else if (word == QLatin1String("pushed") || word == QLatin1String("unpushed"))
        m_pushed = word == QLatin1String("pushed");
    else if (word == QLatin1String("pinned") || word == QLatin1String("unpinned"))
        m_pinned = word == QLatin1String("pinned");
    else if (word == QLatin1String("incomplete"))
        m_incomplete = true;
    else
        return false;
    return true;
}

bool CacheQuery::takeValue(const QString &word)
{
    if (word.startsWith(QLatin1String("size>")) || word.startsWith(QLatin1String("size<"))) {
        const qint64 bytes = parseBytes(QStringView(word).sliced(5));
        if (bytes < 0)
            return false;
        (word[4] == u'>' ? m_largerThan : m_smallerThan) = bytes;
        return true;
    }
    if (word.startsWith(QLatin1String("arch:"))) {
        m_architectures.append(word.sliced(5));
        return true;
    }
    const bool isAge = word.startsWith(QLatin1String("older:"));
    const auto moment = isAge && word.size() > 6 ? momentAgo(QStringView(word).sliced(6)) : std::nullopt;
    if (moment)
        m_unusedSince = moment;
    return moment.has_value();
}

bool CacheQuery::matches(const CacheRow &row) const
{
    if (m_largerThan && row.size <= *m_largerThan)
        return false;
    if (m_smallerThan && row.size >= *m_smallerThan)
        return false;
    if (m_untagged && row.isUntagged() != *m_untagged)
        return false;
    if (m_pushed && row.image.isPushed() != *m_pushed)
        return false;
    if (m_pinned && row.image.pinned != *m_pinned)
        return false;
    if (m_unusedSince && row.image.lastActivity() >= *m_unusedSince)
        return false;
    if (m_incomplete && row.complete)
        return false;
    const auto hasPlatform = [&row](const QString &wanted) {
        return std::ranges::any_of(row.platforms, [&wanted](const QString &platform) {
            return platform.section(u'/', 1).contains(wanted);
        });
    };
    if (!std::ranges::all_of(m_architectures, hasPlatform))
        return false;
    const QString name = row.image.name.toString();
    return std::ranges::all_of(
        m_nameParts, [&name](const QString &part) { return name.contains(part, Qt::CaseInsensitive); });
}

} // namespace dip::ui

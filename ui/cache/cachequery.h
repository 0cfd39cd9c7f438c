#pragma once

#include "ui/cache/cacherow.h"

namespace dip::ui {

/// What is typed into the filter: words that must all hold. size>1G, size<500M, arch:arm64, older:30d (not
/// used for so long; also h, w, m and y), tagged, untagged, pushed, unpushed, pinned, unpinned, incomplete;
/// every other word must be part of the name.
class CacheQuery final
{
public:
    [[nodiscard]] static CacheQuery parse(const QString &text);
    [[nodiscard]] bool matches(const CacheRow &row) const;

private:
    [[nodiscard]] bool takeFlag(const QString &word);
    [[nodiscard]] bool takeValue(const QString &word);

    QStringList m_nameParts;
    QStringList m_architectures;
    std::optional<qint64> m_largerThan;
    std::optional<qint64> m_smallerThan;
    std::optional<bool> m_untagged;
    std::optional<bool> m_pushed;
    std::optional<bool> m_pinned;
    std::optional<QDateTime> m_unusedSince;
    bool m_incomplete = false;
};

} // namespace dip::ui

#pragma once

#include "ui/cache/cacherow.h"

namespace dip::ui {

/// What is typed into the filter: words that must all hold. size>1G, size<500M, arch:arm64, tagged, untagged,
/// pushed, unpushed, incomplete; every other word must be part of the name.
class CacheQuery final
{
public:
    [[nodiscard]] static CacheQuery parse(const QString &text);
    [[nodiscard]] bool matches(const CacheRow &row) const;

private:
    QStringList m_nameParts;
    QStringList m_architectures;
    std::optional<qint64> m_largerThan;
    std::optional<qint64> m_smallerThan;
    std::optional<bool> m_untagged;
    std::optional<bool> m_pushed;
    bool m_incomplete = false;
};

} // namespace dip::ui

#include "core/cache/leftovers.h"

#include <QDir>
#include <QFile>

namespace dip::leftovers {

namespace {

constexpr QLatin1StringView lockEnding(".lock");

/// Whether somebody holds the lock. What cannot be looked at is taken for held.
bool isHeld(const QString &lockFile)
{
    if (!QFile::exists(lockFile))
        return false;
    const auto attempt = FileLock::tryAcquire(lockFile);
    return !attempt || !*attempt;
}

QStringList filesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden | QDir::System, QDir::Name);
}

} // namespace

Found downloads(const CacheFolder &folder, const CacheFolder::Lock &)
{
    Found found;
    for (const QString &name : filesIn(folder.partials())) {
        const QString stem = name.section(u'.', 0, 0);
        if (!CacheFolder::digestOf(stem) || (name != stem && name != stem + lockEnding))
            continue;
        const bool busy = isHeld(folder.partials() + u'/' + stem + lockEnding);
        (busy ? found.busy : found.idle).append(QLatin1String("partial/") + name);
    }
    return found;
}

Found uploads(const CacheFolder &folder)
{
    Found found;
    for (const QString &name : filesIn(folder.uploads())) {
        const qsizetype end = name.indexOf(QLatin1String(".json"));
        if (end < 0)
            continue;
        const bool busy = isHeld(folder.uploads() + u'/' + name.first(end + 5) + lockEnding);
        (busy ? found.busy : found.idle).append(QLatin1String("uploads/") + name);
    }
    return found;
}

} // namespace dip::leftovers

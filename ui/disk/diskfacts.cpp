#include "ui/disk/diskfacts.h"

#include <QHash>
#include <QStorageInfo>

#include <numeric>

namespace dip::ui {

namespace {

/// Spreads a number over 64 bits (the finaliser of SplitMix64), so that sums of several tell sets apart.
quint64 spread(quint64 number)
{
    number += 0x9e3779b97f4a7c15;
    number = (number ^ (number >> 30)) * 0xbf58476d1ce4e5b9;
    number = (number ^ (number >> 27)) * 0x94d049bb133111eb;
    return number ^ (number >> 31);
}

void findRepositories(DiskFacts &facts)
{
    for (const ImageName &name : facts.usage.images()) {
        if (facts.repositories.isEmpty() || facts.repositories.last() != name.repository.toString()) {
            facts.repositories.append(name.repository.toString());
            facts.ends.append(int(facts.repositoryOf.size()));
        }
        facts.repositoryOf.append(int(facts.repositories.size()) - 1);
        facts.ends.last() = int(facts.repositoryOf.size());
    }
}

/// The group of each file; -1 for those of one image.
QList<int> groupFiles(DiskFacts &facts)
{
    const CacheUsage &usage = facts.usage;
    QList<quint64> users(usage.fileCount(), 0);
    for (qsizetype image = 0; image < usage.images().size(); ++image) {
        for (const quint32 file : usage.filesOf(image))
            users[file] += spread(quint64(image));
    }
    QList<int> groupOf(usage.fileCount(), -1);
    QHash<quint64, int> known;
    for (quint32 file = 0; file < usage.fileCount(); ++file) {
        if (usage.imagesOf(file) < 2 || usage.sizeOf(file) == 0)
            continue;
        if (!known.contains(users[file])) {
            known.insert(users[file], int(facts.groups.size()));
            facts.groups.append(DiskFacts::Group());
        }
        const int group = groupOf[file] = known.value(users[file]);
        facts.groups[group].files.append(file);
        facts.groups[group].bytes += usage.sizeOf(file);
    }
    return groupOf;
}

void findUsers(DiskFacts &facts, const QList<int> &groupOf)
{
    QList<int> lastUser(facts.groups.size(), -1);
    for (int image = 0; image < facts.repositoryOf.size(); ++image) {
        qint64 own = 0;
        QList<int> groups;
        for (const quint32 file : facts.usage.filesOf(image)) {
            const int group = groupOf[file];
            if (facts.usage.imagesOf(file) == 1)
                own += facts.usage.sizeOf(file);
            else if (group >= 0 && std::exchange(lastUser[group], image) != image)
                groups.append(group);
        }
        for (const int group : std::as_const(groups))
            facts.groups[group].images.append(image);
        facts.own.append(own);
        facts.groupsOf.append(groups);
    }
    for (DiskFacts::Group &group : facts.groups) {
        const int first = facts.repositoryOf[group.images.first()];
        group.repository = first == facts.repositoryOf[group.images.last()] ? first : -1;
        facts.shared += group.bytes;
    }
}

} // namespace

QList<int> DiskFacts::imagesOf(int repository) const
{
    QList<int> list(ends[repository] - firstImage(repository));
    std::iota(list.begin(), list.end(), firstImage(repository));
    return list;
}

QString DiskFacts::shortName(int image) const
{
    const Reference &reference = usage.images()[image].reference;
    return reference.isDigest() ? u'@' + reference.digest()->shortHex() : reference.toString();
}

DiskFacts makeDiskFacts(CacheUsage usage)
{
    DiskFacts facts;
    facts.usage = std::move(usage);
    findRepositories(facts);
    findUsers(facts, groupFiles(facts));
    facts.images.resize(facts.repositoryOf.size());
    return facts;
}

Result<std::shared_ptr<const DiskFacts>> readDiskFacts(const Cache &cache)
{
    auto usage = cache.usage();
    if (!usage)
        return failure(usage);
    const auto images = cache.images();
    if (!images)
        return std::unexpected(images.error());
    auto facts = std::make_shared<DiskFacts>(makeDiskFacts(std::move(*usage)));
    for (const CachedImage &image : *images) {
        if (const qsizetype index = facts->usage.indexOf(image.name); index >= 0)
            facts->images[index] = {image.lastActivity(), image.pinned};
    }
    const QStorageInfo disk(cache.folder());
    facts->diskFree = disk.isValid() ? disk.bytesAvailable() : -1;
    return facts;
}

} // namespace dip::ui

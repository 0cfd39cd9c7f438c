#include "app/cli/commands/localcache.h"

#include <QFileInfo>

namespace dip::cli {

namespace {

/// An unpacked archive lies in the scratch folder, which goes before its cache does.
struct Unpacked
{
    std::unique_ptr<Cache> cache;
    std::shared_ptr<Cache::Scratch> scratch;
};

Result<ArchiveContext::Scratch> scratchIn(const QString &cacheFolder, const CommandContext &context)
{
    auto cache = openCache(cacheFolder, context);
    if (!cache)
        return failure(cache);
    auto scratch = (*cache)->scratch();
    if (!scratch)
        return failure(scratch);
    auto unpacked = std::make_shared<Unpacked>(std::move(*cache), *scratch);
    return ArchiveContext::Scratch{(*scratch)->folder(), unpacked};
}

} // namespace

Result<std::unique_ptr<Cache>> openCache(const QString &folder, const CommandContext &context,
                                         Cache::TrashCare care)
{
    auto cache = Cache::open(folder, care);
    if (cache) {
        for (const QString &notice : (*cache)->notices())
            context.progress.notice(notice);
    }
    return cache;
}

bool cacheExists(const QString &folder)
{
    return QFileInfo(folder).isDir();
}

Result<ArchiveContents> readArchive(const QString &file, const QString &cacheFolder,
                                    const CommandContext &context)
{
    const ArchiveContext reading{[&] { return scratchIn(cacheFolder, context); }, &context.progress,
                                 context.stop};
    auto contents = parseImageInfo(file, reading);
    if (contents) {
        for (const QString &remark : contents->remarks)
            context.progress.notice(remark);
    }
    return contents;
}

} // namespace dip::cli

#include "ui/archives/archivescanner.h"

#include <QFutureWatcher>
#include <QPromise>

#include "core/archive/parseimageinfo.h"
#include "core/cache/cache.h"
#include "ui/archives/archivesniff.h"

namespace dip::ui {

namespace {

QString namesOf(const ArchivedImage &image)
{
    QStringList names;
    for (const QualifiedName &name : image.names)
        names.append(name.name.toString());
    names.removeDuplicates();
    return names.join(QStringLiteral(", "));
}

QStringList platformsOf(const ArchivedImage &image)
{
    QStringList platforms;
    for (const ArchivedManifest &part : image.platforms) {
        if (!part.config.platform.isEmpty())
            platforms.append(part.config.platform.toString());
    }
    return platforms;
}

ArchiveContext contextFor(Cache &cache, const std::stop_token &stop)
{
    ArchiveContext context;
    context.scratch = [&cache]() -> Result<ArchiveContext::Scratch> {
        auto scratch = cache.scratch();
        if (!scratch)
            return failure(scratch);
        const QString folder = (*scratch)->folder();
        return ArchiveContext::Scratch{folder, std::move(*scratch)};
    };
    context.stop = stop;
    return context;
}

QList<ImportRow> readArchive(Cache &cache, const QString &file, const std::stop_token &stop)
{
    const auto contents = parseImageInfo(file, contextFor(cache, stop));
    if (!contents) {
        ImportRow row;
        row.file = file;
        row.error = contents.error();
        row.chosen = false;
        return {row};
    }
    QList<ImportRow> rows;
    for (const ArchivedImage &image : contents->images) {
        ImportRow row;
        row.file = file;
        row.number = int(rows.size()) + 1;
        row.ownNames = row.name = namesOf(image);
        row.platforms = platformsOf(image);
        row.size = image.totalSize();
        row.remarks = contents->remarks;
        rows.append(row);
    }
    return rows;
}

void readAll(QPromise<QList<ImportRow>> &promise, const std::shared_ptr<Cache> &cache,
             const QStringList &paths, const std::stop_token &stop)
{
    for (const QString &path : paths) {
        for (const QString &file : archivesIn(path)) {
            if (stop.stop_requested())
                return;
            promise.addResult(readArchive(*cache, file, stop));
        }
    }
}

} // namespace

ArchiveScanner::~ArchiveScanner() = default;

void ArchiveScanner::scan(const QStringList &paths)
{
    if (!m_cache)
        return;
    ++m_busy;
    auto *watcher = new QFutureWatcher<QList<ImportRow>>(this);
    const std::stop_token stop = m_background.stop();
    connect(watcher, &QFutureWatcherBase::resultReadyAt, this, [this, watcher, stop](int at) {
        if (!stop.stop_requested())
            emit scanned(watcher->resultAt(at));
    });
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        if (--m_busy == 0)
            emit idle();
    });
    watcher->setFuture(m_background.run([cache = m_cache, paths, stop](QPromise<QList<ImportRow>> &promise) {
        readAll(promise, cache, paths, stop);
    }));
}

void ArchiveScanner::cancel()
{
    m_background.cancel();
}

} // namespace dip::ui

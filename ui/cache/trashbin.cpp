#include "ui/cache/trashbin.h"

#include <QTimer>

namespace dip::ui {

namespace {

constexpr std::chrono::minutes tidyEvery(1); // so that a disk that runs full gets its space soon

Result<QList<ImageName>> restoreAll(const Cache &cache, const QStringList &ids)
{
    QList<ImageName> images;
    Trash trash(cache);
    for (const QString &id : ids) {
        const auto restored = trash.restore(id);
        if (!restored)
            return std::unexpected(restored.error());
        images += *restored;
    }
    return images;
}

} // namespace

TrashBin::TrashBin(QObject *parent) : QObject(parent)
{
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, [this] {
        if (m_cache && !m_items.isEmpty())
            m_background.run([cache = m_cache] { Trash(*cache).tidy(); }).then(this, [this] { reload(); });
    });
    timer->start(tidyEvery);
}

TrashBin::~TrashBin() = default;

void TrashBin::setCache(std::shared_ptr<Cache> cache)
{
    m_cache = std::move(cache);
    m_deletions.clear();
    reload();
}

Result<TrashBin::Content> TrashBin::read(const Cache &cache)
{
    const Trash trash(cache);
    if (trash.isEmpty())
        return Content();
    auto items = trash.items();
    if (!items)
        return failure(items);
    std::ranges::reverse(*items);
    QStringList ids;
    for (const Trash::Item &item : std::as_const(*items))
        ids.append(item.id);
    const auto bytes = trash.bytes(ids);
    return Content{*items, bytes.value_or(0)};
}

void TrashBin::reload()
{
    if (!m_cache)
        return;
    m_background.run([cache = m_cache] { return read(*cache); })
        .then(this, [this, reading = ++m_readings](const Result<Content> &content) {
            if (reading != m_readings)
                return; // a later one tells the newer state
            m_items = content ? content->items : QList<Trash::Item>();
            m_bytes = content ? content->bytes : 0;
            m_deletions.removeIf([this](const std::shared_ptr<Deletion> &deletion) {
                return !deletion->shownId.isEmpty() && !isThere(deletion->shownId);
            });
            emit changed();
        });
}

bool TrashBin::isThere(const QString &id) const
{
    return std::ranges::find(m_items, id, &Trash::Item::id) != m_items.end();
}

void TrashBin::move(const QList<ImageName> &images)
{
    if (!m_cache || images.isEmpty())
        return;
    const auto deletion = std::make_shared<Deletion>();
    m_deletions.append(deletion);
    m_background
        .run([cache = m_cache, images, deletion] {
            auto moved = Trash(*cache).move({.images = images});
            if (moved)
                deletion->id = moved->id;
            return moved;
        })
        .then(this, [this, deletion](const Result<Trash::Moved> &moved) {
            if (!moved || moved->images.isEmpty())
                m_deletions.removeOne(deletion);
            else
                deletion->shownId = moved->id;
            if (moved)
                emit movedToTrash(*moved);
            else
                emit failed(moved.error());
            reload();
        });
    emit leaving(images);
    emit changed();
}

void TrashBin::undo()
{
    if (!m_cache || m_deletions.isEmpty())
        return;
    m_background
        .run([cache = m_cache, deletion = m_deletions.takeLast()] {
            return restoreAll(*cache, deletion->id.isEmpty() ? QStringList() : QStringList{deletion->id});
        })
        .then(this, [this](const Result<QList<ImageName>> &images) { takeRestored(images); });
    emit changed();
}

void TrashBin::restore(const QStringList &ids)
{
    if (!m_cache || ids.isEmpty())
        return;
    m_background.run([cache = m_cache, ids] { return restoreAll(*cache, ids); })
        .then(this, [this](const Result<QList<ImageName>> &images) { takeRestored(images); });
}

void TrashBin::empty(const QStringList &ids)
{
    if (!m_cache || ids.isEmpty())
        return;
    m_background.run([cache = m_cache, ids] { return Trash(*cache).empty(ids); })
        .then(this, [this](const Result<CleanPlan> &done) { takeDeleted(done); });
}

void TrashBin::deleteForGood(const QList<ImageName> &images)
{
    if (!m_cache || images.isEmpty())
        return;
    m_background.run([cache = m_cache, images] { return cache->clean({.images = images}); })
        .then(this, [this](const Result<CleanPlan> &done) { takeDeleted(done); });
    emit leaving(images);
}

QFuture<Result<qint64>> TrashBin::measure(const QStringList &ids)
{
    return m_background.run([cache = m_cache, ids] { return Trash(*cache).bytes(ids); });
}

QFuture<Result<CleanPlan>> TrashBin::plan(const QList<ImageName> &images)
{
    return m_background.run([cache = m_cache, images] { return cache->planCleaning({.images = images}); });
}

void TrashBin::takeRestored(const Result<QList<ImageName>> &images)
{
    if (!images)
        emit failed(images.error());
    else if (!images->isEmpty())
        emit restored(*images);
    reload();
}

void TrashBin::takeDeleted(const Result<CleanPlan> &done)
{
    if (done)
        emit deletedForGood(*done);
    else
        emit failed(done.error());
    reload();
}

} // namespace dip::ui

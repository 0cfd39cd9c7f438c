#include "core/transfer/extractor.h"

#include <algorithm>

#include <QFileInfo>

#include "core/archive/parseimageinfo.h"
#include "core/base/log.h"
#include "core/base/progress.h"
#include "core/base/sha256.h"
#include "core/cache/cache.h"
#include "core/transfer/assembledtree.h"
#include "core/transfer/room.h"
#include "core/transfer/team.h"

namespace dip {

namespace {

/// A region that several images share is one job; the same bytes with another promise are another.
QString keyOf(const ArchivedLayer &layer)
{
    return layer.region.file + u'|' + QString::number(layer.region.offset) + u'|' +
           QString::number(layer.region.size) + u'|' + (layer.digest ? layer.digest->hex() : QString()) +
           u'|' + (layer.diffId ? layer.diffId->hex() : QString());
}

/// What a layer's digest must be, as far as the archive lets us know before reading it: plain layers are
/// their own diff_id.
std::optional<Digest> expectedDigest(const ArchivedLayer &layer)
{
    if (layer.digest)
        return layer.digest;
    return layer.compression == mediatype::Compression::None ? layer.diffId : std::nullopt;
}

/// An error of one blob, told as one of the archive that it came from.
Error ofArchive(Error error, const QString &archive)
{
    switch (error.code) {
    case ErrorCode::DigestMismatch:
    case ErrorCode::SizeMismatch:
    case ErrorCode::DiffIdMismatch:
    case ErrorCode::ArchiveDamaged:
    case ErrorCode::ArchiveTruncated:
        if (error.where != archive && error.where.startsWith(u"sha256:"))
            error.detail = error.where + QLatin1String(": ") + error.detail;
        error.where = archive;
        return error;
    default:
        return error;
    }
}

} // namespace

Extractor::Extractor(Cache &cache, ProgressSink &progress, Account &account, std::stop_token stop, Goal goal)
    : m_cache(cache), m_progress(progress), m_account(account), m_stop(std::move(stop)), m_goal(goal)
{}

Result<QList<ExtractedImage>> Extractor::extract(const QString &file, const ArchiveSelection &selection,
                                                 const std::optional<ImageName> &fallback, int atOnce,
                                                 const Hooks &hooks)
{
    const ArchiveContext context{[this]() -> Result<ArchiveContext::Scratch> {
                                     auto scratch = m_cache.scratch();
                                     if (!scratch)
                                         return failure(scratch);
                                     return ArchiveContext::Scratch{(*scratch)->folder(), *scratch};
                                 },
                                 &m_progress, m_stop};
    m_file = file;
    auto contents = parseImageInfo(file, context);
    if (!contents)
        return failure(contents);
    m_keep = contents->keep;
    for (const QString &remark : std::as_const(contents->remarks))
        m_progress.notice(remark);
    auto chosen = chooseImages(*contents, selection, fallback);
    if (!chosen)
        return failure(chosen);

    QList<QList<ImageName>> names;
    for (const ChosenImage &image : std::as_const(*chosen))
        names.append(image.names);
    if (hooks.planned) {
        if (auto accepted = hooks.planned(names); !accepted)
            return failure(accepted);
    }
    const auto lease = m_cache.lease(planLayers(*chosen));
    if (!lease)
        return std::unexpected(lease.error());
    if (auto prepared = m_goal == Goal::Cache ? prepareCache(*chosen) : Result<void>(); !prepared)
        return failure(prepared);
    offerConfigs(*chosen, hooks);
    if (auto extracted = extractLayers(atOnce, hooks); !extracted)
        return failure(extracted);
    return finish(*chosen);
}

Result<QList<ExtractedImage>> Extractor::finish(const QList<ChosenImage> &chosen)
{
    QList<ExtractedImage> images;
    for (const ChosenImage &image : chosen) {
        auto tree = assembleTree(*image.image, [this](const ArchivedLayer &layer) {
            return *m_jobOf.value(keyOf(layer))->digest;
        });
        if (!tree)
            return failure(tree);
        if (auto saved = m_goal == Goal::Cache ? save(image, *tree) : Result<void>(); !saved)
            return failure(saved);
        images.append({image.names, std::move(*tree)});
    }
    return images;
}

/// Makes a job for every layer, and names the blobs that cleaning must keep meanwhile.
QList<Digest> Extractor::planLayers(const QList<ChosenImage> &chosen)
{
    QList<Digest> known;
    for (qsizetype i = 0; i < chosen.size(); ++i) {
        if (chosen[i].image->index)
            known.append(chosen[i].image->index->digest());
        for (const Manifest &inner : chosen[i].image->inner)
            known.append(inner.digest());
        for (const ArchivedManifest &platform : chosen[i].image->platforms) {
            known.append(platform.configDigest);
            if (platform.manifest)
                known.append(platform.manifest->digest());
            for (const ArchivedLayer &layer : platform.layers) {
                LayerJob *&job = m_jobOf[keyOf(layer)];
                if (!job) {
                    const auto expected = expectedDigest(layer);
                    if (expected)
                        known.append(*expected);
                    const QString label =
                        expected ? expected->toString() : QFileInfo(layer.region.file).fileName();
                    // Where it is sent from the archive, the line of the blob is that of its sending.
                    auto line = m_goal == Goal::Cache ? m_progress.addBlob(label, layer.region.size)
                                                      : m_progress.addStep(label, layer.region.size);
                    job =
                        m_jobs.emplace_back(std::make_unique<LayerJob>(layer, QList<int>(), std::move(line)))
                            .get();
                }
                if (!job->images.contains(int(i)))
                    job->images.append(int(i));
            }
        }
    }
    return known;
}

/// Of layers that are not known to be in the cache.
qint64 Extractor::bytesToCopy() const
{
    qint64 bytes = 0;
    for (const auto &job : m_jobs) {
        const auto expected = expectedDigest(job->layer);
        if (!expected || !m_cache.hasBlob(*expected, job->layer.region.size))
            bytes += job->layer.region.size;
    }
    return bytes;
}

/// What is small and checked already goes there at once.
Result<void> Extractor::prepareCache(const QList<ChosenImage> &chosen)
{
    if (auto checked = checkRoom(m_cache.folder(), bytesToCopy()); !checked)
        return checked;
    for (const ChosenImage &image : chosen) {
        if (auto written = writeSmallBlobs(*image.image); !written)
            return written;
    }
    return {};
}

/// Configs and child manifests.
Result<void> Extractor::writeSmallBlobs(const ArchivedImage &image)
{
    QList<QByteArray> blobs;
    for (const Manifest &inner : image.inner)
        blobs.append(inner.bytes());
    for (const ArchivedManifest &platform : image.platforms) {
        blobs.append(platform.configBytes);
        if (platform.manifest && image.index)
            blobs.append(platform.manifest->bytes());
    }
    for (const QByteArray &bytes : std::as_const(blobs)) {
        if (auto written = m_cache.writeBlob(bytes); !written)
            return failure(written);
    }
    return {};
}

void Extractor::offerConfigs(const QList<ChosenImage> &chosen, const Hooks &hooks) const
{
    if (!hooks.blobReady)
        return;
    for (qsizetype i = 0; i < chosen.size(); ++i) {
        for (const ArchivedManifest &platform : chosen[i].image->platforms) {
            const QString type =
                platform.manifest ? platform.manifest->config().mediaType : QString(mediatype::dockerConfig);
            hooks.blobReady({{type, platform.configDigest, platform.configBytes.size(), {}, {}, {}},
                             {int(i)},
                             std::make_shared<const KeptRegion>(platform.configRegion, m_keep)});
        }
    }
}

Result<void> Extractor::extractLayers(int atOnce, const Hooks &hooks)
{
    // The largest first, so that no long one is left over for the end.
    std::ranges::stable_sort(m_jobs, std::greater(), [](const auto &job) { return job->layer.region.size; });
    JobQueue<LayerJob *> queue;
    for (const auto &job : m_jobs)
        queue.add(job.get());
    queue.close();

    const int threads = std::clamp(int(m_jobs.size()), 1, std::max(1, atOnce));
    Team team(threads, m_stop);
    for (int i = 0; i < threads; ++i) {
        team.run([&]() -> Result<void> {
            while (const auto job = queue.next(team.stop())) {
                if (auto done = extractLayer(**job, team.stop()); !done) {
                    (*job)->line->setPhase(Phase::Failed);
                    return std::unexpected(ofArchive(std::move(done.error()), m_file));
                }
                if (hooks.blobReady)
                    hooks.blobReady({{{}, *(*job)->digest, (*job)->layer.region.size, {}, {}, {}},
                                     (*job)->images,
                                     std::make_shared<const KeptRegion>((*job)->layer.region, m_keep)});
            }
            return {};
        });
    }
    return team.wait();
}

Result<void> Extractor::extractLayer(LayerJob &job, const std::stop_token &stop)
{
    QElapsedTimer clock;
    clock.start();
    const qint64 size = job.layer.region.size;
    const auto expected = expectedDigest(job.layer);
    const bool there = m_goal == Goal::Cache && expected && m_cache.hasBlob(*expected, size);
    const auto digest = there                   ? Result<Digest>(*expected)
                        : m_goal == Goal::Cache ? copyLayer(job, expected, stop)
                                                : readLayer(job, expected, stop);
    if (!digest)
        return std::unexpected(digest.error());
    if (auto checked = checkDiffId(job, *digest, stop); !checked)
        return checked;

    job.digest = *digest;
    job.line->setDone(size);
    job.line->setPhase(there ? Phase::AlreadyThere : Phase::Done);
    there ? m_account.alreadyThere(size) : m_account.moved(size);
    logEvent(logTransfer(),
             there                   ? QStringLiteral("already cached")
             : m_goal == Goal::Cache ? QStringLiteral("extracted")
                                     : QStringLiteral("verified in the archive"),
             {QStringLiteral("extract"), digest->toString(), size, clock.elapsed()});
    return {};
}

Result<Digest> Extractor::copyLayer(LayerJob &job, const std::optional<Digest> &expected,
                                    const std::stop_token &stop)
{
    job.line->setPhase(Phase::Extracting);
    auto writer = m_cache.newBlob();
    if (!writer)
        return failure(writer);
    auto copied = readRegion(job.layer.region, stop, [&](QByteArrayView data) -> Result<void> {
        job.line->addDone(data.size());
        return (*writer)->write(data);
    });
    if (!copied)
        return failure(copied);
    auto digest = (*writer)->commit(expected, job.layer.region.size);
    if (!digest && digest.error().code == ErrorCode::DigestMismatch && !job.layer.digest)
        digest.error().code = ErrorCode::DiffIdMismatch; // what was expected came from the config
    return digest;
}

Result<Digest> Extractor::readLayer(LayerJob &job, const std::optional<Digest> &expected,
                                    const std::stop_token &stop)
{
    job.line->setPhase(Phase::Verifying);
    Sha256 sum;
    auto read = readRegion(job.layer.region, stop, [&](QByteArrayView data) -> Result<void> {
        job.line->addDone(data.size());
        sum.add(data);
        return {};
    });
    if (!read)
        return failure(read);
    const Digest digest = Digest::fromSum(sum.finish());
    if (expected && digest != *expected)
        return fail(job.layer.digest ? ErrorCode::DigestMismatch : ErrorCode::DiffIdMismatch,
                    QStringLiteral("the bytes have the digest ") + digest.toString(), expected->toString());
    return digest;
}

Result<void> Extractor::checkDiffId(const LayerJob &job, const Digest &digest, const std::stop_token &stop)
{
    if (!job.layer.diffId)
        return {};
    // A plain layer needs no second reading; a packed one is unpacked from where it lies now.
    const FileRegion place = m_goal == Goal::Cache
                                 ? FileRegion{m_cache.blobPath(digest), 0, job.layer.region.size}
                                 : job.layer.region;
    const auto unpacked = job.layer.compression == mediatype::Compression::None
                              ? Result<Digest>(digest)
                              : unpackedDigest(place, job.layer.compression, stop);
    if (!unpacked)
        return std::unexpected(unpacked.error());
    if (*unpacked != *job.layer.diffId)
        return fail(ErrorCode::DiffIdMismatch,
                    QStringLiteral("a layer unpacks to %1 where the config promises %2")
                        .arg(unpacked->toString(), job.layer.diffId->toString()),
                    digest.toString());
    return {};
}

Result<void> Extractor::save(const ChosenImage &chosen, const ImageTree &tree)
{
    for (const ImageName &name : chosen.names) {
        CachedImage entry = tree.entry(name);
        entry.source = m_file;
        if (auto added = m_cache.addImage(entry, tree.root); !added)
            return added;
        m_account.image({name, name, tree.root.digest(), tree.root.mediaType(), tree.platforms, tree.size()});
    }
    return {};
}

} // namespace dip

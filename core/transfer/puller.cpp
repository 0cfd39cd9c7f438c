#include "core/transfer/puller.h"

#include <algorithm>

#include "core/base/log.h"
#include "core/base/progress.h"
#include "core/cache/cache.h"
#include "core/registry/registryclient.h"
#include "core/transfer/platformchoice.h"
#include "core/transfer/room.h"
#include "core/transfer/team.h"

namespace dip {

namespace {

constexpr int deepestIndex = 4;

struct Download
{
    Descriptor blob;
    std::shared_ptr<BlobProgress> line;
};

} // namespace

Puller::Puller(Cache &cache, std::shared_ptr<Registry> registry, ProgressSink &progress, Account &account,
               std::stop_token stop)
    : m_cache(cache)
    , m_registry(std::move(registry))
    , m_progress(progress)
    , m_account(account)
    , m_stop(std::move(stop))
{}

Result<void> Puller::pull(const PullAndCache &request)
{
    RegistryClient client(m_registry, m_progress, m_stop);
    auto tree = fetchTree(client, request);
    if (!tree)
        return failure(tree);

    QList<Digest> needed;
    for (const CachedBlob &blob : tree->entry(request.image).blobs)
        needed.append(blob.digest);
    const auto lease = m_cache.lease(needed);
    if (!lease)
        return std::unexpected(lease.error());

    if (auto fetched = fetchBlobs(request.image.repository, tree->blobs(), request.maxConcurrent); !fetched)
        return fetched;
    return save(request, std::move(*tree));
}

Result<ImageTree> Puller::fetchTree(RegistryClient &client, const PullAndCache &request)
{
    const RepositoryName &repository = request.image.repository;
    auto root = client.getManifest(repository, request.image.reference);
    if (!root)
        return failure(root);
    if (!root->isIndex())
        return ImageTree{std::move(*root), {}, {}};
    if (request.allPlatforms)
        return fetchIndex(client, repository, *root, 1);

    const QList<Platform> platforms =
        request.platforms.isEmpty() ? QList<Platform>{Platform::host()} : request.platforms;
    QSet<Digest> chosen;
    for (const Platform &platform : platforms) {
        auto child = childFor(*root, platform);
        if (!child) {
            child.error().where = request.image.toString();
            return failure(child);
        }
        chosen.insert((*child)->digest);
    }
    if (chosen.size() > 1) {
        auto reduced = root->withOnly(chosen);
        if (!reduced)
            return failure(reduced);
        m_progress.notice(QStringLiteral("Only some platforms of the index are kept, so its digest in the "
                                         "cache is another one than in the registry."));
        return fetchIndex(client, repository, *reduced, 1);
    }
    auto single = client.getManifest(repository, Reference::fromDigest(*chosen.begin()));
    if (!single)
        return failure(single);
    if (single->isIndex())
        return fetchIndex(client, repository, *single, 1);
    return ImageTree{std::move(*single), {}, {(*childFor(*root, platforms.first()))->platform->toString()}};
}

/// All of an index's children, and theirs before them.
Result<ImageTree> Puller::fetchIndex(RegistryClient &client, const RepositoryName &repository,
                                     const Manifest &index, int depth)
{
    if (depth > deepestIndex)
        return fail(ErrorCode::ManifestInvalid, QStringLiteral("indexes are nested too deeply"),
                    index.digest().toString());
    ImageTree tree{index, {}, {}};
    QSet<Digest> seen;
    for (const Descriptor &child : index.children()) {
        if (seen.contains(child.digest))
            continue;
        seen.insert(child.digest);
        auto manifest = client.getManifest(repository, Reference::fromDigest(child.digest));
        if (!manifest)
            return failure(manifest);
        if (manifest->isIndex()) {
            auto below = fetchIndex(client, repository, *manifest, depth + 1);
            if (!below)
                return failure(below);
            tree.children.append(below->children);
        }
        tree.children.append(std::move(*manifest));
    }
    return tree;
}

Result<void> Puller::fetchBlobs(const RepositoryName &repository, const QList<Descriptor> &blobs, int atOnce)
{
    QList<Download> downloads;
    for (const Descriptor &blob : blobs)
        downloads.append({blob, m_progress.addBlob(blob.digest.toString(), blob.size)});
    // The largest first, so that no long one is left over for the end.
    std::ranges::stable_sort(downloads, std::greater(),
                             [](const Download &download) { return download.blob.size; });

    if (auto checked = checkRoom(m_cache.folder(), bytesToFetch(blobs)); !checked)
        return checked;
    JobQueue<Download> queue;
    for (const Download &download : std::as_const(downloads))
        queue.add(download);
    queue.close();

    const int threads = std::clamp(int(downloads.size()), 1, std::max(1, atOnce));
    Team team(threads, m_stop);
    for (int i = 0; i < threads; ++i) {
        team.run([&]() -> Result<void> {
            RegistryClient client(m_registry, m_progress, team.stop());
            while (const auto download = queue.next(team.stop())) {
                if (auto done = fetchBlob(client, repository, download->blob, *download->line); !done) {
                    download->line->setPhase(Phase::Failed);
                    return done;
                }
            }
            return {};
        });
    }
    return team.wait();
}

/// Without what is there, and without what earlier attempts have left of a blob.
qint64 Puller::bytesToFetch(const QList<Descriptor> &blobs) const
{
    qint64 bytes = 0;
    for (const Descriptor &blob : blobs) {
        if (!m_cache.hasBlob(blob.digest, blob.size))
            bytes += blob.size - std::min(blob.size, m_cache.bytesLeftOf(blob.digest));
    }
    return bytes;
}

Result<void> Puller::fetchBlob(RegistryClient &client, const RepositoryName &repository,
                               const Descriptor &blob, BlobProgress &line)
{
    if (m_cache.hasBlob(blob.digest, blob.size)) {
        m_account.alreadyThere(blob.size);
        line.setDone(blob.size);
        line.setPhase(Phase::AlreadyThere);
        return {};
    }
    QElapsedTimer clock;
    clock.start();
    for (bool again = true;;) {
        auto writer = m_cache.resumeBlob(blob.digest, blob.size, m_stop);
        if (!writer)
            return failure(writer);
        const qint64 resumed = (*writer)->size();
        line.setDone(resumed);
        line.setPhase(Phase::Downloading);
        const RegistryClient::BlobSink sink{resumed,
                                            [&](QByteArrayView data) { return (*writer)->write(data); },
                                            [&] {
                                                return (*writer)->restart();
                                            }};
        const auto received = client.downloadBlob(repository, blob, sink, line);
        if (!received)
            return std::unexpected(received.error());
        m_account.line(*received, resumed);
        auto committed = (*writer)->commit(blob.digest, blob.size);
        if (committed)
            break;
        // What an earlier run left may have been damaged since: once more, from the beginning.
        const bool damagedRest = committed.error().code == ErrorCode::DigestMismatch && resumed > 0;
        if (!damagedRest || !std::exchange(again, false))
            return failure(committed);
        m_progress.countRetry();
    }
    m_account.moved(blob.size);
    line.setDone(blob.size);
    line.setPhase(Phase::Done);
    logEvent(logTransfer(), QStringLiteral("downloaded"),
             {QStringLiteral("pull"), blob.digest.toString(), blob.size, clock.elapsed()});
    return {};
}

Result<void> Puller::save(const PullAndCache &request, ImageTree tree)
{
    for (const Manifest &child : tree.children) {
        if (auto written = m_cache.writeBlob(child.bytes()); !written)
            return failure(written);
    }
    const ImageName name = request.saveAs.value_or(request.image);
    tree.findPlatforms(m_cache);
    CachedImage entry = tree.entry(name);
    entry.source = m_registry->host() + u'/' + request.image.toString();
    if (auto added = m_cache.addImage(entry, tree.root); !added)
        return added;

    m_account.image({name, name, tree.root.digest(), tree.root.mediaType(), tree.platforms, tree.size()});
    return {};
}

} // namespace dip

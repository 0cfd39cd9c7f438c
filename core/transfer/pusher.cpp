#include "core/transfer/pusher.h"

#include <algorithm>

#include "core/base/progress.h"
#include "core/cache/cache.h"
#include "core/registry/registryclient.h"
#include "core/transfer/blobsender.h"
#include "core/transfer/extractor.h"
#include "core/transfer/platformchoice.h"

namespace dip {

namespace {

/// The name that an image gets in the registry.
Result<ImageName> targetName(const ImageName &own, const PushTarget &target)
{
    const QString own_repository = target.prefix.isEmpty() ? own.repository.toString()
                                                           : target.prefix + u'/' + own.repository.toString();
    auto repository = target.repository ? Result<RepositoryName>(*target.repository)
                                        : RepositoryName::parse(own_repository);
    if (!repository)
        return failure(repository);
    return ImageName{std::move(*repository), target.reference.value_or(own.reference)};
}

/// Two different images must not end up under one name.
Result<void> checkDistinct(const QList<ImageName> &names)
{
    for (qsizetype i = 1; i < names.size(); ++i) {
        if (names.first(i).contains(names[i]))
            return fail(ErrorCode::InvalidArgument, QStringLiteral("several images would get this name"),
                        names[i].toString());
    }
    return {};
}

Result<void> checkDigestReference(const PlannedPush &push)
{
    const auto &digest = push.target.reference.digest();
    if (digest && *digest != push.tree.root.digest())
        return fail(ErrorCode::InvalidArgument,
                    QStringLiteral("the image's digest is %1, so it cannot be pushed as this")
                        .arg(push.tree.root.digest().toString()),
                    push.target.toString());
    return {};
}

/// Whether the cache knows of this copy already, whenever it was made.
bool isNoted(const CachedImage &image, const ImageCopy &copy)
{
    return std::ranges::any_of(image.copies, [&](const ImageCopy &known) {
        return known.registry == copy.registry && known.name == copy.name && known.digest == copy.digest;
    });
}

} // namespace

Pusher::Pusher(Cache &cache, std::shared_ptr<Registry> registry, ProgressSink &progress, Account &account,
               std::stop_token stop)
    : m_cache(cache)
    , m_registry(std::move(registry))
    , m_progress(progress)
    , m_account(account)
    , m_stop(std::move(stop))
{}

Result<void> Pusher::push(const PushFromCacheUsingManifest &request)
{
    const auto lease = m_cache.lease({});
    if (!lease)
        return std::unexpected(lease.error());
    auto loaded = loadLeased(m_cache, **lease, request.image, m_progress);
    if (!loaded)
        return failure(loaded);
    auto tree = onlyPlatforms(std::move(loaded->tree), request.platforms);
    if (!tree)
        return failure(tree);
    auto target = targetName(request.image, request.target);
    if (!target)
        return failure(target);
    PlannedPush planned{loaded->image.name, *target, std::move(*tree)};
    if (auto checked = checkDigestReference(planned); !checked)
        return checked;
    auto there = isThereAlready(planned, request.target);
    if (!there)
        return failure(there);
    if (*there) {
        report(planned);
        if (!request.target.dryRun && !isNoted(loaded->image, copyOf(planned)))
            note(planned);
        return {};
    }
    BlobSender sender(m_cache, m_registry, request.target, m_progress, m_account, m_stop);
    return pushFromCache({planned}, request.target, sender);
}

Result<void> Pusher::push(const PushFromCacheUsingTar &request)
{
    std::optional<ImageName> fallback;
    if (request.target.repository)
        fallback = ImageName{*request.target.repository,
                             request.target.reference.value_or(*Reference::parse(u"latest"))};

    BlobSender sender(m_cache, m_registry, request.target, m_progress, m_account, m_stop);
    QList<QList<ImageName>> targets; // by image of the archive, then by name
    const Extractor::Hooks hooks{[&](const QList<QList<ImageName>> &names) -> Result<void> {
                                     QList<ImageName> all;
                                     for (const QList<ImageName> &ofImage : names) {
                                         auto &imageTargets = targets.emplaceBack();
                                         for (const ImageName &name : ofImage) {
                                             auto target = targetName(name, request.target);
                                             if (!target)
                                                 return failure(target);
                                             imageTargets.append(*target);
                                             all.append(*target);
                                         }
                                     }
                                     return checkDistinct(all);
                                 },
                                 [&](const Extractor::ReadyBlob &ready) {
                                     for (const int image : ready.images) {
                                         for (const ImageName &target : std::as_const(targets[image]))
                                             sender.offer(target.repository, ready.blob, ready.source);
                                     }
                                 }};
    // Extraction is not part of what the account says was sent.
    OperationReport extraction;
    Account extractionAccount(extraction, m_progress);
    Extractor extractor(m_cache, m_progress, extractionAccount, sender.stop(),
                        request.keepInCache ? Extractor::Goal::Cache : Extractor::Goal::Check);
    auto images = extractor.extract(request.file, request.selection, fallback, 2, hooks);
    if (!images) {
        const bool sendingFailed = images.error().code == ErrorCode::Cancelled && !m_stop.stop_requested();
        if (sendingFailed)
            return sender.finish();
        return failure(images);
    }
    QList<PlannedPush> pushes;
    for (qsizetype i = 0; i < images->size(); ++i) {
        for (qsizetype n = 0; n < targets[i].size(); ++n)
            pushes.append({(*images)[i].names[n], targets[i][n], (*images)[i].tree, {}, request.keepInCache});
    }
    return pushFromCache(pushes, request.target, sender);
}

Result<void> Pusher::pushFromCache(const QList<PlannedPush> &pushes, const PushTarget &target,
                                   BlobSender &sender)
{
    QList<Digest> needed;
    for (const PlannedPush &push : pushes) {
        if (auto checked = checkDigestReference(push); !checked)
            return checked;
        if (push.isCached)
            needed.append(push.tree.digests());
    }
    const auto lease = m_cache.lease(needed);
    if (!lease)
        return std::unexpected(lease.error());
    for (const PlannedPush &push : pushes) {
        // The largest first, so that no long one is left over for the end.
        QList<Descriptor> blobs = push.tree.blobs();
        std::ranges::stable_sort(blobs, std::greater(), &Descriptor::size);
        for (const Descriptor &blob : std::as_const(blobs))
            sender.offer(push.target.repository, blob);
    }
    if (auto sent = sender.finish(); !sent)
        return sent;

    RegistryClient client(m_registry, m_progress, m_stop);
    for (const PlannedPush &push : pushes) {
        if (!target.dryRun) {
            if (auto pushed = pushManifests(client, push, sender); !pushed)
                return pushed;
        }
        report(push);
        if (!target.dryRun && push.isCached)
            note(push);
    }
    return {};
}

ImageCopy Pusher::copyOf(const PlannedPush &push) const
{
    return {m_registry->host(), push.target, push.tree.root.digest(), QDateTime::currentDateTimeUtc()};
}

void Pusher::note(const PlannedPush &push)
{
    if (auto noted = m_cache.recordUse(push.cacheName, copyOf(push)); !noted)
        m_progress.notice(QStringLiteral("The push is done, but could not be noted in the cache: ") +
                          noted.error().detail);
}

/// A tag that stands for just these bytes says that the registry has all of it.
Result<bool> Pusher::isThereAlready(PlannedPush &push, const PushTarget &target)
{
    if (target.forceUpload && !target.dryRun)
        return false;
    RegistryClient client(m_registry, m_progress, m_stop);
    const auto head = client.headManifest(push.target.repository, push.target.reference);
    if (!head)
        return std::unexpected(head.error());
    if (*head)
        push.before = (*head)->digest;
    const bool there = push.before == push.tree.root.digest() && !target.forceUpload;
    if (there)
        countAsThere(push);
    return there;
}

void Pusher::countAsThere(const PlannedPush &push)
{
    for (const Descriptor &blob : push.tree.blobs()) {
        const auto line = m_progress.addBlob(blob.digest.toString(), blob.size);
        line->setDone(blob.size);
        line->setPhase(Phase::AlreadyThere);
        m_account.alreadyThere(blob.size);
    }
}

Result<void> Pusher::pushManifests(RegistryClient &client, const PlannedPush &push, BlobSender &sender)
{
    for (const Manifest &child : push.tree.children) {
        if (auto put = putManifest(client, push, Reference::fromDigest(child.digest()), child, sender); !put)
            return put;
    }
    return putManifest(client, push, push.target.reference, push.tree.root, sender);
}

Result<void> Pusher::putManifest(RegistryClient &client, const PlannedPush &push, const Reference &reference,
                                 const Manifest &manifest, BlobSender &sender)
{
    auto put = client.uploadManifestWithToken(push.target.repository, reference, manifest);
    const bool blobsMissing = !put && (put.error().registryCode == QLatin1String("MANIFEST_BLOB_UNKNOWN") ||
                                       put.error().registryCode == QLatin1String("BLOB_UNKNOWN"));
    if (!blobsMissing)
        return put;
    m_progress.notice(
        QStringLiteral("The registry said that blobs were there which are not; they are sent once more."));
    if (auto sent = sender.sendAgain(push.target.repository, manifest.blobs()); !sent)
        return sent;
    return client.uploadManifestWithToken(push.target.repository, reference, manifest);
}

void Pusher::report(const PlannedPush &push)
{
    m_account.image({push.target, push.cacheName, push.tree.root.digest(), push.tree.root.mediaType(),
                     push.tree.platforms, push.tree.size(), push.before});
}

} // namespace dip

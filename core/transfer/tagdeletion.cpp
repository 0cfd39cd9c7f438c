#include "core/transfer/tagdeletion.h"

#include <algorithm>
#include <vector>

#include "core/image/mediatype.h"
#include "core/registry/registryclient.h"
#include "core/transfer/team.h"

namespace dip {

namespace {

constexpr int askedAtOnce = 8;

/// A tag, and what it was found to stand for.
struct AskedTag
{
    QString name;
    bool goes = false; ///< is to be deleted
    bool isIndex = false;
    bool isUnknown = false;
    std::optional<Digest> digest{}; ///< absent: unknown, or gone meanwhile
};

/// Of tags that are to stay it is enough to know that nothing is known.
Result<void> giveUp(AskedTag &tag, const Error &error)
{
    if (tag.goes || error.code == ErrorCode::Cancelled)
        return std::unexpected(error);
    tag.isUnknown = true;
    return {};
}

/// How the survey reaches the registry.
struct Survey
{
    const std::shared_ptr<Registry> &registry;
    const RepositoryName &repository;
    ProgressSink &progress;
    const std::stop_token &stop;
    std::shared_ptr<BlobProgress> line{};

    Result<std::vector<AskedTag>> list(const QStringList &going);
    Result<void> ask(RegistryClient &client, AskedTag &tag) const;
    template<typename Element, typename Work>
    Result<void> forEach(std::vector<Element> &elements, const Work &work) const;
    Result<void> findNarrowed(std::vector<AskedTag> &tags, TagDeletion &deletion) const;
};

Result<std::vector<AskedTag>> Survey::list(const QStringList &going)
{
    RegistryClient client(registry, progress, stop);
    QStringList names = going;
    std::optional<QString> page;
    do {
        auto read = client.listTags(repository, page);
        if (!read)
            return failure(read);
        names += read->tags;
        page = read->next;
    } while (page);
    names.removeDuplicates();
    std::vector<AskedTag> tags;
    for (const QString &name : std::as_const(names))
        tags.push_back({name, going.contains(name)});
    line = progress.addStep(repository.toString(), qint64(tags.size()));
    line->setPhase(Phase::Checking);
    return tags;
}

/// What is to be deleted is known by its bytes; of others the registry's word is enough.
Result<void> Survey::ask(RegistryClient &client, AskedTag &tag) const
{
    const auto reference = Reference::parse(tag.name);
    if (!reference)
        return giveUp(tag, reference.error());
    auto head = client.headManifest(repository, *reference);
    if (!head)
        return giveUp(tag, head.error());
    if (!*head)
        return {}; // somebody else has deleted it
    if ((*head)->digest && !tag.goes) {
        tag.digest = (*head)->digest;
        tag.isIndex = mediatype::isIndex((*head)->mediaType);
        return {};
    }
    auto manifest = client.getManifest(repository, *reference);
    if (!manifest)
        return giveUp(tag, manifest.error());
    tag.digest = manifest->digest();
    tag.isIndex = manifest->isIndex();
    return {};
}

template<typename Element, typename Work>
Result<void> Survey::forEach(std::vector<Element> &elements, const Work &work) const
{
    const int threads = std::clamp(int(elements.size()), 1, askedAtOnce);
    std::atomic<size_t> next = 0;
    Team team(threads, stop);
    for (int i = 0; i < threads; ++i) {
        team.run([&]() -> Result<void> {
            RegistryClient client(registry, progress, team.stop());
            for (size_t at = next++; at < elements.size(); at = next++) {
                if (auto done = work(client, elements[at]); !done)
                    return done;
                line->addDone(1);
            }
            return {};
        });
    }
    return team.wait();
}

/// Registries take a manifest away also from under an index that names it.
Result<void> Survey::findNarrowed(std::vector<AskedTag> &tags, TagDeletion &deletion) const
{
    struct Index
    {
        Digest digest;
        bool loses = false;
        bool isUnknown = false;
    };
    std::vector<Index> indexes;
    for (const AskedTag &tag : tags) {
        if (tag.isIndex && !deletion.digests.contains(*tag.digest) &&
            std::ranges::find(indexes, *tag.digest, &Index::digest) == indexes.end())
            indexes.push_back({*tag.digest});
    }
    line->setTotal(line->total() + qint64(indexes.size()));
    auto asked = forEach(indexes, [&](RegistryClient &client, Index &index) -> Result<void> {
        auto manifest = client.getManifest(repository, Reference::fromDigest(index.digest));
        if (!manifest && manifest.error().code == ErrorCode::Cancelled)
            return failure(manifest);
        index.isUnknown = !manifest;
        index.loses = manifest && std::ranges::any_of(manifest->children(), [&](const Descriptor &child) {
                          return deletion.digests.contains(child.digest);
                      });
        return {};
    });
    for (const AskedTag &tag : tags) {
        const auto index =
            tag.digest ? std::ranges::find(indexes, *tag.digest, &Index::digest) : indexes.end();
        if (index == indexes.end())
            continue;
        if (index->loses)
            deletion.narrowed.append(tag.name);
        deletion.unknown += index->isUnknown;
    }
    return asked;
}

} // namespace

Result<TagDeletion> planTagDeletion(const std::shared_ptr<Registry> &registry,
                                    const RepositoryName &repository, const QStringList &tags,
                                    ProgressSink &progress, const std::stop_token &stop)
{
    Survey survey{registry, repository, progress, stop};
    auto all = survey.list(tags);
    if (!all)
        return failure(all);
    auto asked = survey.forEach(
        *all, [&survey](RegistryClient &client, AskedTag &tag) { return survey.ask(client, tag); });
    if (!asked)
        return failure(asked);
    TagDeletion deletion{repository, {}, {}, {}, {}};
    bool anyImage = false; // indexes are as good as never part of another
    for (const AskedTag &tag : *all) {
        if (!tag.goes || !tag.digest)
            continue;
        deletion.tags.append(tag.name);
        if (!deletion.digests.contains(*tag.digest))
            deletion.digests.append(*tag.digest);
        anyImage = anyImage || !tag.isIndex;
    }
    for (const AskedTag &tag : *all) {
        deletion.unknown += tag.isUnknown;
        if (!tag.goes && tag.digest && deletion.digests.contains(*tag.digest))
            deletion.others.append(tag.name);
    }
    if (anyImage) {
        if (auto found = survey.findNarrowed(*all, deletion); !found)
            return failure(found);
    }
    survey.line->setPhase(Phase::Done);
    return deletion;
}

Result<void> deleteManifests(const std::shared_ptr<Registry> &registry, const RepositoryName &repository,
                             const QList<Digest> &digests, ProgressSink &progress,
                             const std::stop_token &stop)
{
    RegistryClient client(registry, progress, stop);
    for (const Digest &digest : digests) {
        auto deleted = client.deleteManifest(repository, digest);
        if (!deleted && deleted.error().code != ErrorCode::NotFound)
            return deleted;
        if (deleted)
            continue;
        auto head = client.headManifest(repository, Reference::fromDigest(digest));
        if (!head)
            return failure(head);
        if (*head)
            return deleted; // it is there, whatever was said
    }
    return {};
}

} // namespace dip

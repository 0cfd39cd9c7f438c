#include "core/transfer/platformchoice.h"

#include <QSet>

#include <algorithm>

namespace dip {

namespace {

/// Attestations and the like: no images for any machine.
bool isForNoMachine(const Descriptor &child)
{
    return child.platform && !child.platform->isMachine();
}

QString offered(const Manifest &index)
{
    QStringList platforms;
    for (const Descriptor &child : index.children()) {
        if (child.platform && !isForNoMachine(child))
            platforms.append(child.platform->toString());
    }
    return platforms.join(QLatin1String(", "));
}

const Manifest *findManifest(const QList<Manifest> &manifests, const Digest &digest)
{
    const auto place = std::ranges::find(manifests, digest, &Manifest::digest);
    return place == manifests.end() ? nullptr : &*place;
}

/// What of `all` lies below an index, deepest first.
void collectBelow(const Manifest &index, const QList<Manifest> &all, QList<Manifest> &into)
{
    for (const Descriptor &child : index.children()) {
        const Manifest *manifest = findManifest(all, child.digest);
        if (!manifest || findManifest(into, child.digest))
            continue;
        if (manifest->isIndex())
            collectBelow(*manifest, all, into);
        into.append(*manifest);
    }
}

} // namespace

Result<const Descriptor *> childFor(const Manifest &index, const Platform &platform)
{
    const Descriptor *best = nullptr;
    for (const Descriptor &child : index.children()) {
        if (!child.platform || !child.platform->serves(platform))
            continue;
        if (child.platform->variant == platform.variant)
            return &child;
        if (!best)
            best = &child;
    }
    if (!best)
        return fail(ErrorCode::NotFound, QStringLiteral("no image for platform %1; there are: %2")
                                             .arg(platform.toString(), offered(index)));
    return best;
}

Result<ImageTree> onlyPlatforms(ImageTree tree, const QList<Platform> &platforms)
{
    if (platforms.isEmpty() || !tree.root.isIndex())
        return tree;
    QSet<Digest> chosen;
    QStringList names;
    for (const Platform &platform : platforms) {
        auto child = childFor(tree.root, platform);
        if (!child)
            return failure(child);
        if (!chosen.contains((*child)->digest))
            names.append((*child)->platform->toString());
        chosen.insert((*child)->digest);
    }
    if (std::ranges::all_of(tree.root.children(), [&chosen](const Descriptor &child) {
            return isForNoMachine(child) || chosen.contains(child.digest);
        }))
        return tree; // all of them, so the index stays as it is
    const Manifest *single = chosen.size() == 1 ? findManifest(tree.children, *chosen.begin()) : nullptr;
    auto root = single ? Result<Manifest>(*single) : tree.root.withOnly(chosen);
    if (!root)
        return failure(root);
    ImageTree narrowed{std::move(*root), {}, names};
    collectBelow(narrowed.root, tree.children, narrowed.children);
    return narrowed;
}

} // namespace dip

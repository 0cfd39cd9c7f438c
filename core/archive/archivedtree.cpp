#include "core/archive/archivedtree.h"

#include "core/archive/archivednames.h"
#include "core/archive/dockersave.h"
#include "core/archive/imagelist.h"
#include "core/archive/ocilayout.h"

#include <algorithm>

namespace dip {

namespace {

/// What one side of an archive may lack while the other is whole. What is wrong, rather than absent, is told.
bool isOnlyLacking(const Error &error)
{
    return error.code == ErrorCode::ArchiveIncomplete || error.code == ErrorCode::ArchiveNotImage;
}

Result<QList<ArchivedImage>> readDockerSave(const ArchiveSource &source, QStringList &remarks)
{
    auto entries = readDockerSaveList(source);
    if (!entries)
        return failure(entries);
    ImageList images;
    for (const DockerSaveEntry &entry : std::as_const(*entries)) {
        auto image = readDockerSaveImage(source, entry, remarks);
        if (!image)
            return failure(image);
        images.add(std::move(*image));
    }
    return images.take();
}

bool holds(const ArchivedImage &image, const ArchivedImage &docker)
{
    return std::ranges::any_of(image.platforms, [&](const ArchivedManifest &platform) {
        return maybeSame(platform, docker.platforms.first());
    });
}

bool isNamed(const ArchivedImage &image, const QualifiedName &name)
{
    return std::ranges::any_of(image.names, [&](const QualifiedName &own) { return own.name == name.name; });
}

/// docker's own names (RepoTags) are those that people know. Where several OCI images may be the one that is
/// meant, it is the one that says so itself. Drops the docker images that are there as OCI ones.
void takeNames(QList<ArchivedImage> &ociImages, QList<ArchivedImage> &dockerImages)
{
    QList<QList<QualifiedName>> names(ociImages.size());
    dockerImages.removeIf([&](const ArchivedImage &docker) {
        QList<qsizetype> candidates;
        for (qsizetype i = 0; i < ociImages.size(); ++i) {
            if (holds(ociImages[i], docker))
                candidates.append(i);
        }
        for (const QualifiedName &name : docker.names) {
            const bool isClaimed =
                std::ranges::any_of(candidates, [&](qsizetype i) { return isNamed(ociImages[i], name); });
            for (const qsizetype i : std::as_const(candidates)) {
                if (!isClaimed || isNamed(ociImages[i], name))
                    mergeNames(names[i], {name});
            }
        }
        return !candidates.isEmpty();
    });
    for (qsizetype i = 0; i < ociImages.size(); ++i) {
        if (names[i].isEmpty())
            continue;
        for (const QualifiedName &own : std::as_const(ociImages[i].names)) {
            if (own.name.reference.isDigest()) // RepoTags have no room for it
                mergeNames(names[i], {own});
        }
        ociImages[i].names = std::move(names[i]);
    }
}

Result<ArchivedTree> onlyDockerSave(const ArchiveSource &source, QStringList remarks)
{
    ArchivedTree tree{{}, {ArchiveFormat::DockerSave}, std::move(remarks)};
    auto images = readDockerSave(source, tree.remarks);
    if (!images)
        return failure(images);
    tree.images = std::move(*images);
    return tree;
}

Result<void> addDockerSave(ArchivedTree &tree, const ArchiveSource &source)
{
    QStringList remarks;
    auto docker = readDockerSave(source, remarks);
    if (!docker && isOnlyLacking(docker.error())) {
        tree.remarks.append(QStringLiteral("manifest.json is passed over: ") + docker.error().detail);
        return {};
    }
    if (!docker)
        return failure(docker);
    takeNames(tree.images, *docker);
    ImageList all;
    for (ArchivedImage &image : tree.images)
        all.add(std::move(image));
    for (ArchivedImage &image : *docker)
        all.add(std::move(image));
    tree.images = all.take();
    const bool mixed = std::ranges::any_of(
        tree.images, [](const ArchivedImage &image) { return !image.platforms.first().manifest; });
    if (mixed)
        tree.formats.append(ArchiveFormat::DockerSave);
    tree.remarks.append(remarks);
    return {};
}

Result<ArchivedTree> neither(const ArchiveSource &source)
{
    const bool isOld = source.mentions(u"repositories");
    return fail(ErrorCode::ArchiveNotImage,
                isOld ? QStringLiteral("saved by docker before 1.10, without a manifest.json")
                      : QStringLiteral("there is neither manifest.json nor index.json"),
                source.label());
}

} // namespace

Result<ArchivedTree> readArchivedTree(const ArchiveSource &source)
{
    const bool hasDockerSave = source.mentions(u"manifest.json");
    if (!source.mentions(u"index.json"))
        return hasDockerSave ? onlyDockerSave(source, {}) : neither(source);

    ArchivedTree tree{{}, {ArchiveFormat::Oci}, {}};
    auto images = readOciLayout(source, tree.remarks);
    if (!images && hasDockerSave && isOnlyLacking(images.error()))
        return onlyDockerSave(source,
                              {QStringLiteral("index.json is passed over: ") + images.error().detail});
    if (!images)
        return failure(images);
    tree.images = std::move(*images);
    if (hasDockerSave) {
        if (auto added = addDockerSave(tree, source); !added)
            return failure(added);
    }
    return tree;
}

} // namespace dip

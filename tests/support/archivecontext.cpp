#include "tests/support/archivecontext.h"

#include "tests/support/archivebuilder.h"

#include <QDir>

namespace dip::test {

QString ArchiveFolder::write(const QString &name, const QByteArray &bytes) const
{
    ArchiveBuilder::writeFile(path(name), bytes);
    return path(name);
}

ArchiveContext ArchiveFolder::context(ProgressSink *progress, std::stop_token stop) const
{
    const auto scratch = [this]() -> Result<ArchiveContext::Scratch> {
        auto folder = std::make_shared<QTemporaryDir>(path(QStringLiteral("scratch-XXXXXX")));
        return ArchiveContext::Scratch{folder->path(), folder};
    };
    return {scratch, progress, std::move(stop)};
}

Result<ArchiveContents> ArchiveFolder::parse(const QString &name) const
{
    return parseImageInfo(path(name), context());
}

qsizetype ArchiveFolder::scratchFolders() const
{
    return QDir(m_folder.path()).entryList({QStringLiteral("scratch-*")}, QDir::Dirs).size();
}

QStringList namesOf(const ArchivedImage &image)
{
    QStringList names;
    for (const QualifiedName &name : image.names)
        names.append(name.host.isEmpty() ? name.name.toString() : name.host + u'/' + name.name.toString());
    return names;
}

QString layersProblem(const ArchivedManifest &platform)
{
    if (Digest::of(platform.configBytes) != platform.configDigest)
        return QStringLiteral("the config is not what its digest says");
    if (platform.layers.size() != platform.config.diffIds.size())
        return QStringLiteral("%1 layers, %2 diff_ids")
            .arg(platform.layers.size())
            .arg(platform.config.diffIds.size());
    for (qsizetype i = 0; i < platform.layers.size(); ++i) {
        const ArchivedLayer &layer = platform.layers.at(i);
        const auto unpacked = unpackedDigest(layer.region, layer.compression, {});
        if (!unpacked || *unpacked != platform.config.diffIds.at(i) || layer.diffId != *unpacked)
            return QStringLiteral("layer %1 does not unpack to its diff_id").arg(i);
        const auto stored = unpackedDigest(layer.region, mediatype::Compression::None, {});
        if (!stored || (layer.digest && *layer.digest != *stored))
            return QStringLiteral("layer %1 is not what its digest says").arg(i);
    }
    return {};
}

QString describe(const Result<ArchiveContents> &contents)
{
    if (!contents)
        return errorCodeName(contents.error().code);
    QStringList lines;
    for (const ArchivedImage &image : contents->images) {
        lines.append(QStringLiteral("image ") + namesOf(image).join(u' '));
        if (image.index)
            lines.append(QStringLiteral(" index ") + image.index->digest().toString());
        for (const ArchivedManifest &platform : image.platforms) {
            lines.append(QStringLiteral(" manifest ") +
                         (platform.manifest ? platform.manifest->digest().toString() : QString()));
            lines.append(QStringLiteral(" config ") + platform.configDigest.toString());
            for (const ArchivedLayer &layer : platform.layers)
                lines.append(QStringLiteral(" layer %1 %2")
                                 .arg(layer.region.size)
                                 .arg(layer.diffId ? layer.diffId->toString() : QString()));
        }
        for (const Descriptor &absent : image.absent)
            lines.append(QStringLiteral(" absent ") + absent.digest.toString());
    }
    return lines.join(u'\n');
}

} // namespace dip::test

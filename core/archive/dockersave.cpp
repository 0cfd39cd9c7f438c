#include "core/archive/dockersave.h"

#include "core/archive/archivednames.h"
#include "core/archive/layers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace dip {

namespace {

constexpr qint64 maxListSize = 16 * 1024 * 1024;

QStringList strings(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue item : value.toArray())
        list.append(item.toString());
    return list;
}

/// The digest in a name such as "blobs/sha256/0123…", "0123….json" or "sha256:0123…".
std::optional<Digest> digestInName(QStringView name)
{
    QStringView last = name.sliced(name.lastIndexOf(u'/') + 1);
    if (last.endsWith(u".json"))
        last.chop(5);
    if (last.startsWith(u"sha256:"))
        last = last.sliced(7);
    auto digest = Digest::parse(QString(u"sha256:" % last));
    return digest ? std::optional(*digest) : std::nullopt;
}

Result<QByteArray> readConfig(const ArchiveSource &source, const QString &name)
{
    auto bytes = source.read(name, maxConfigSize);
    if (!bytes)
        return bytes;
    const auto promised = digestInName(name);
    if (promised && Digest::of(*bytes) != *promised)
        return fail(ErrorCode::DigestMismatch,
                    QStringLiteral("the config is not what its name says: ") + name.left(300),
                    source.label());
    return bytes;
}

Result<ArchivedLayer> readLayer(const ArchiveSource &source, const QString &name,
                                std::optional<Digest> diffId)
{
    auto region = source.find(name);
    if (!region)
        return failure(region);
    auto compression = sniffRegion(*region);
    if (!compression)
        return failure(compression);
    // Only in blobs/ is a name the digest of the bytes; elsewhere it may be a diff_id or an old layer ID.
    const auto digest = name.startsWith(u"blobs/sha256/") ? digestInName(name) : std::nullopt;
    return ArchivedLayer{std::move(*region), digest, diffId, {}, *compression};
}

} // namespace

Result<QList<DockerSaveEntry>> readDockerSaveList(const ArchiveSource &source)
{
    const QString name = QStringLiteral("manifest.json");
    auto bytes = source.read(name, maxListSize);
    if (!bytes)
        return failure(bytes);
    const QJsonArray array = QJsonDocument::fromJson(*bytes).array();
    QList<DockerSaveEntry> entries;
    for (const QJsonValue value : array) {
        if (!value[QLatin1String("Config")].isString())
            return fail(ErrorCode::ArchiveNotImage,
                        QStringLiteral("manifest.json has an entry without a Config"), source.label());
        entries.append({value[QLatin1String("Config")].toString(), strings(value[QLatin1String("RepoTags")]),
                        strings(value[QLatin1String("Layers")])});
    }
    if (entries.isEmpty())
        return fail(ErrorCode::ArchiveNotImage, QStringLiteral("manifest.json lists no image"),
                    source.label());
    return entries;
}

Result<ArchivedImage> readDockerSaveImage(const ArchiveSource &source, const DockerSaveEntry &entry,
                                          QStringList &remarks)
{
    auto region = source.find(entry.config);
    if (!region)
        return failure(region);
    auto bytes = readConfig(source, entry.config);
    if (!bytes)
        return failure(bytes);
    auto config = ImageConfig::parse(*bytes);
    if (!config)
        return fail(config.error().code,
                    entry.config.left(300) + QStringLiteral(": ") + config.error().detail, source.label());
    if (entry.layers.size() < config->diffIds.size())
        return fail(ErrorCode::ArchiveIncomplete,
                    QStringLiteral("the config names %1 layers, manifest.json only %2")
                        .arg(config->diffIds.size())
                        .arg(entry.layers.size()),
                    source.label());

    const Digest digest = Digest::of(*bytes);
    ArchivedManifest platform{{}, std::move(*bytes), digest, std::move(*config), {}, std::move(*region)};
    for (const QString &name : entry.layers) {
        auto layer = readLayer(source, name, diffIdOf(platform.config, platform.layers.size()));
        if (!layer)
            return failure(layer);
        platform.layers.append(std::move(*layer));
    }
    return ArchivedImage{namesFromRepoTags(entry.repoTags, remarks), {}, {std::move(platform)}, {}};
}

} // namespace dip

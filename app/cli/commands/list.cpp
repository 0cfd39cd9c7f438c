#include "app/cli/commands/commands.h"
#include "app/cli/commands/imagedetails.h"
#include "app/cli/commands/localcache.h"
#include "app/cli/commands/usagelisting.h"
#include "app/cli/sizes.h"
#include "app/cli/table.h"
#include "core/transfer/imagesummary.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>

namespace dip::cli {

namespace {

struct List
{
    Q_DECLARE_TR_FUNCTIONS(List)
};

QString platformsText(const QStringList &platforms)
{
    QStringList names;
    for (const QString &platform : platforms)
        names.append(shortPlatform(platform));
    return names.isEmpty() ? QStringLiteral("-") : names.join(u' ');
}

QJsonObject imageJson(const CachedImage &image, const Result<ImageDetails> &details)
{
    QJsonObject object = details ? detailsJson(*details) : QJsonObject();
    object.remove(QStringLiteral("names"));
    object[QStringLiteral("name")] = image.name.toString();
    object[QStringLiteral("repository")] = image.name.repository.toString();
    object[QStringLiteral("reference")] = image.name.reference.toString();
    object[QStringLiteral("config_digest")] = image.configDigest ? image.configDigest->toString() : QString();
    object[QStringLiteral("size")] = image.totalSize();
    object[QStringLiteral("blobs")] = image.blobs.size();
    object[QStringLiteral("pinned")] = image.pinned;
    if (details)
        object[QStringLiteral("platforms")] = QJsonArray::fromStringList(details->presentPlatforms());
    else
        object[QStringLiteral("error")] = failureJson(details.error());
    return object;
}

QString nameText(const ImageName &name)
{
    return name.reference.isDigest() ? name.repository.toString() + u'@' : name.toString();
}

QStringList row(const CachedImage &image, const ImageSummary &summary)
{
    const QString platforms = !summary.digest ? List::tr("damaged")
                              : summary.isWhole
                                  ? platformsText(summary.platforms)
                                  : List::tr("%1, incomplete").arg(platformsText(summary.platforms));
    const std::optional<Digest> &digest = image.manifestDigest ? image.manifestDigest : summary.digest;
    return {nameText(image.name), platforms, digest ? digest->shortHex() : QStringLiteral("-"),
            sizeText(image.totalSize()), dateText(image.lastActivity()).first(10)};
}

QString listText(const Cache &cache, const QList<CachedImage> &images, int width)
{
    Table table({{List::tr("IMAGE")},
                 {List::tr("PLATFORMS")},
                 {List::tr("DIGEST")},
                 {List::tr("SIZE"), Align::Right},
                 {List::tr("LAST USED")}});
    const std::vector<ImageSummary> summaries = summarise(cache, images);
    for (size_t i = 0; i < summaries.size(); ++i)
        table.addRow(row(images[qsizetype(i)], summaries[i]));
    return table.text(width) +
           List::tr("%n image(s), %1 together", nullptr, static_cast<int>(images.size()))
               .arg(sizeText(sizeTogether(images))) +
           u'\n';
}

QJsonObject listJson(const Cache *cache, const QList<CachedImage> &images, const CacheUsage *usage)
{
    QJsonArray array;
    for (const CachedImage &image : images) {
        QJsonObject object = imageJson(image, detailsOf(*cache, image));
        const qsizetype index = usage ? usage->indexOf(image.name) : -1;
        if (index >= 0)
            object[QStringLiteral("usage")] = shareJson(usage->share(index));
        array.append(object);
    }
    QJsonObject json{{QStringLiteral("bytes"), sizeTogether(images)}, {QStringLiteral("images"), array}};
    if (usage)
        json[QStringLiteral("usage")] = usageJson(*usage);
    return json;
}

CommandResult listed(const Cache *cache, const QList<CachedImage> &images, const CacheUsage *usage,
                     const ListOptions &options, const CommandContext &context)
{
    CommandResult result;
    if (context.json) {
        result.json = listJson(cache, images, usage);
        result.json[QStringLiteral("cache")] = QDir(options.cacheFolder).absolutePath();
    } else if (images.isEmpty()) {
        result.text = List::tr("The cache %1 holds no image.").arg(options.cacheFolder) + u'\n';
        if (usage)
            result.text += usageText(*usage, images, context.width);
    } else if (usage) {
        result.text = usageText(*usage, images, context.width);
    } else {
        result.text = listText(*cache, images, context.width);
    }
    return result;
}

} // namespace

CommandResult run(const ListOptions &options, CommandContext &context)
{
    CommandResult result;
    if (!cacheExists(options.cacheFolder))
        return listed(nullptr, {}, nullptr, options, context);
    const auto cache = openCache(options.cacheFolder, context);
    if (!cache) {
        result.failure = cache.error();
        return result;
    }
    const auto images = (*cache)->images();
    if (!images) {
        result.failure = images.error();
        return result;
    }
    const auto usage = options.usage ? (*cache)->usage() : CacheUsage();
    if (!usage) {
        result.failure = usage.error();
        return result;
    }
    return listed(cache->get(), *images, options.usage ? &*usage : nullptr, options, context);
}

} // namespace dip::cli

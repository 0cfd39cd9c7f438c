#include "app/cli/commands/commands.h"
#include "app/cli/commands/imagedetails.h"
#include "app/cli/commands/localcache.h"
#include "app/cli/sizes.h"
#include "app/cli/table.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QSet>

namespace dip::cli {

namespace {

struct List
{
    Q_DECLARE_TR_FUNCTIONS(List)
};

QString platformsText(const ImageDetails &details)
{
    QStringList names;
    for (const QString &platform : details.presentPlatforms())
        names.append(platform.startsWith(QLatin1String("linux/")) ? platform.sliced(6) : platform);
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
    if (details)
        object[QStringLiteral("platforms")] = QJsonArray::fromStringList(details->presentPlatforms());
    else
        object[QStringLiteral("error")] = failureJson(details.error());
    return object;
}

/// Bytes of all blobs, each once, however many images share it.
qint64 sizeTogether(const QList<CachedImage> &images)
{
    QSet<Digest> seen;
    qint64 bytes = 0;
    for (const CachedImage &image : images) {
        for (const CachedBlob &blob : image.blobs) {
            if (seen.contains(blob.digest))
                continue;
            seen.insert(blob.digest);
            bytes += blob.size;
        }
    }
    return bytes;
}

CommandResult listed(const Cache *cache, const QList<CachedImage> &images, const QString &folder, int width)
{
    CommandResult result;
    Table table({{List::tr("IMAGE")},
                 {List::tr("PLATFORMS")},
                 {List::tr("DIGEST")},
                 {List::tr("SIZE"), Align::Right},
                 {List::tr("LAST USED")}});
    QJsonArray array;
    for (const CachedImage &image : images) {
        const auto details = detailsOf(*cache, image);
        array.append(imageJson(image, details));
        const QString platforms = !details ? List::tr("damaged")
                                  : details->isWhole()
                                      ? platformsText(*details)
                                      : List::tr("%1, incomplete").arg(platformsText(*details));
        const QString digest = image.manifestDigest ? image.manifestDigest->shortHex()
                               : details            ? details->digest.section(u':', 1).first(12)
                                                    : QStringLiteral("-");
        const QString name =
            image.name.reference.isDigest() ? image.name.repository.toString() + u'@' : image.name.toString();
        table.addRow({name, platforms, digest, sizeText(image.totalSize()),
                      dateText(image.lastUsed.isValid() ? image.lastUsed : image.added).first(10)});
    }
    result.json = {{QStringLiteral("cache"), QDir(folder).absolutePath()},
                   {QStringLiteral("bytes"), sizeTogether(images)},
                   {QStringLiteral("images"), array}};
    if (images.isEmpty())
        result.text = List::tr("The cache %1 holds no image.").arg(folder) + u'\n';
    else
        result.text = table.text(width) +
                      List::tr("%n image(s), %1 together", nullptr, static_cast<int>(images.size()))
                          .arg(sizeText(sizeTogether(images))) +
                      u'\n';
    return result;
}

} // namespace

CommandResult run(const ListOptions &options, CommandContext &context)
{
    if (!cacheExists(options.cacheFolder))
        return listed(nullptr, {}, options.cacheFolder, context.width);
    CommandResult result;
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
    return listed(cache->get(), *images, options.cacheFolder, context.width);
}

} // namespace dip::cli

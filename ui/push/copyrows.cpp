#include "ui/push/copyrows.h"

#include "ui/models/cachemodel.h"
#include "ui/registries/registryprofile.h"

namespace dip::ui {

namespace {

/// "harbor.example:8443" as part of a repository's name: "harbor.example-8443".
QString pathOf(const QString &host)
{
    QString path;
    for (const QChar letter : host.toLower()) {
        const bool isPlain = (letter >= u'a' && letter <= u'z') || (letter >= u'0' && letter <= u'9');
        path += isPlain || letter == u'.' ? letter : QChar(u'-');
    }
    return path;
}

ImageName nameInCache(const ImageName &image, const QString &host, const CacheModel &cached)
{
    const CacheRow *known = cached.find(image);
    if (!known || known->image.source == host + u'/' + image.toString())
        return image;
    const auto repository = RepositoryName::parse(pathOf(host) + u'/' + image.repository.toString());
    return repository ? ImageName{*repository, image.reference} : image;
}

} // namespace

QList<PushModel::Row> copyRows(const RemoteTags &tags, const RegistryProfile &from, const CacheModel &cached,
                               int blobsAtOnce)
{
    const auto address = from.parsedAddress();
    const QString host = address ? address->hostAndPort() : from.address;
    QList<PushModel::Row> rows;
    for (const ImageName &image : tags.images) {
        PullAndCache pull{image, nameInCache(image, host, cached), {}, true, blobsAtOnce};
        PushModel::Row row{*pull.saveAs, 0, {}, false};
        row.namedAfter = image;
        row.first = JobRequest{
            JobKind::Pull, from.address + u'/' + image.toString(), pull.saveAs->toString(), from.id, {},
            {pull}};
        rows.append(row);
    }
    return rows;
}

} // namespace dip::ui

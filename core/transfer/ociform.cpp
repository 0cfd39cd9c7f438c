#include "core/transfer/ociform.h"

#include <QJsonArray>

#include "core/image/mediatype.h"

namespace dip::ociform {

namespace {

void turnType(QJsonObject &descriptor)
{
    static const QHash<QString, QString> types{{mediatype::dockerConfig, mediatype::ociConfig},
                                               {mediatype::dockerLayer, mediatype::ociLayer},
                                               {mediatype::dockerLayerGzip, mediatype::ociLayerGzip}};
    const QString type = descriptor[QLatin1String("mediaType")].toString();
    descriptor[QLatin1String("mediaType")] = types.value(type, type);
}

} // namespace

bool turnImage(QJsonObject &manifest)
{
    if (manifest[QLatin1String("mediaType")].toString() != mediatype::dockerManifest)
        return false;
    manifest[QLatin1String("mediaType")] = QString(mediatype::ociManifest);
    QJsonObject config = manifest[QLatin1String("config")].toObject();
    turnType(config);
    manifest[QLatin1String("config")] = config;
    QJsonArray layers;
    for (const QJsonValue layer : manifest[QLatin1String("layers")].toArray()) {
        QJsonObject descriptor = layer.toObject();
        turnType(descriptor);
        layers.append(descriptor);
    }
    manifest[QLatin1String("layers")] = layers;
    return true;
}

bool turnIndex(QJsonObject &index, const QHash<Digest, Manifest> &forms)
{
    bool changed = index[QLatin1String("mediaType")].toString() == mediatype::dockerIndex;
    if (changed)
        index[QLatin1String("mediaType")] = QString(mediatype::ociIndex);
    QJsonArray children;
    for (const QJsonValue child : index[QLatin1String("manifests")].toArray()) {
        QJsonObject descriptor = child.toObject();
        const auto digest = Digest::parse(descriptor[QLatin1String("digest")].toString());
        const auto form = digest ? forms.constFind(*digest) : forms.cend();
        if (form != forms.cend()) {
            descriptor[QLatin1String("mediaType")] = form->mediaType();
            descriptor[QLatin1String("digest")] = form->digest().toString();
            descriptor[QLatin1String("size")] = form->bytes().size();
            changed = true;
        }
        children.append(descriptor);
    }
    index[QLatin1String("manifests")] = children;
    return changed;
}

} // namespace dip::ociform

#include "core/image/imageconfig.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace dip {

Result<ImageConfig> ImageConfig::parse(const QByteArray &bytes)
{
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &parseError);
    if (!document.isObject())
        return fail(ErrorCode::ManifestInvalid,
                    QStringLiteral("the image's config is no JSON object: ") + parseError.errorString());
    const QJsonObject root = document.object();

    ImageConfig config;
    config.platform = {root[QLatin1String("os")].toString(), root[QLatin1String("architecture")].toString(),
                       root[QLatin1String("variant")].toString(),
                       root[QLatin1String("os.version")].toString()};
    config.created = QDateTime::fromString(root[QLatin1String("created")].toString(), Qt::ISODateWithMs);
    for (const QJsonValue value : root[QLatin1String("rootfs")][QLatin1String("diff_ids")].toArray()) {
        auto digest = Digest::parse(value.toString());
        if (!digest)
            return failure(digest);
        config.diffIds.append(*digest);
    }
    for (const QJsonValue value : root[QLatin1String("history")].toArray())
        config.history.append(
            {value[QLatin1String("created_by")].toString(), value[QLatin1String("empty_layer")].toBool()});
    return config;
}

} // namespace dip

#include "ui/registries/remotetags.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMimeData>

namespace dip::ui {

QString RemoteTags::mimeType()
{
    return QStringLiteral("application/x-docker-image-pusher-tags");
}

QMimeData *RemoteTags::toMimeData() const
{
    QStringList names;
    for (const ImageName &image : images)
        names.append(image.toString());
    const QJsonObject json{{QStringLiteral("profile"), profile},
                           {QStringLiteral("images"), QJsonArray::fromStringList(names)}};
    auto *data = new QMimeData;
    data->setData(mimeType(), QJsonDocument(json).toJson(QJsonDocument::Compact));
    data->setText(names.join(u'\n'));
    return data;
}

std::optional<RemoteTags> RemoteTags::from(const QMimeData &data)
{
    const QJsonObject json = QJsonDocument::fromJson(data.data(mimeType())).object();
    RemoteTags tags{json[u"profile"].toString(), {}};
    for (const auto &name : json[u"images"].toArray()) {
        if (const auto image = ImageName::parse(name.toString()))
            tags.images.append(*image);
    }
    return tags.profile.isEmpty() || tags.images.isEmpty() ? std::nullopt : std::optional(tags);
}

} // namespace dip::ui

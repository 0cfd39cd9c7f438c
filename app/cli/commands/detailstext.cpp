#include "app/cli/commands/imagedetails.h"
#include "app/cli/displaywidth.h"
#include "app/cli/sizes.h"

#include <QCoreApplication>

#include <algorithm>

namespace dip::cli {

namespace {

struct Details
{
    Q_DECLARE_TR_FUNCTIONS(Details)
};

using Facts = QList<std::pair<QString, QString>>;

/// "name  value" with the values in one column. A digest that does not fit gets a line of its own, so that it
/// can be copied whole.
QString factsText(const Facts &facts, int indent, int width)
{
    int nameWidth = 0;
    for (const auto &[name, value] : facts)
        nameWidth = std::max(nameWidth, displayWidth(name));
    QString text;
    for (const auto &[name, value] : facts) {
        if (value.isEmpty())
            continue; // not known
        const QString head = QString(indent, u' ') + padded(name, nameWidth) + QLatin1String("  ");
        const int headWidth = displayWidth(head);
        if (headWidth + displayWidth(value) > width && !value.contains(u' ')) {
            text += QString(indent, u' ') + name + u'\n' + QString(indent + 2, u' ') + value + u'\n';
            continue;
        }
        const QStringList lines = wrapped(value, width - headWidth);
        for (qsizetype i = 0; i < lines.size(); ++i)
            text += (i == 0 ? head : QString(headWidth, u' ')) + lines[i] + u'\n';
    }
    return text;
}

QString known(const QString &text)
{
    return text.isEmpty() ? QStringLiteral("-") : text;
}

QString layerText(qsizetype number, const LayerDetails &layer, int width)
{
    const QString digest = layer.digest.isEmpty() ? QString() : layer.digest.section(u':', 1).first(12);
    QString text = QStringLiteral("  %1  %2  %3")
                       .arg(number, 4)
                       .arg(padded(digest, 12), padded(sizeText(layer.size), 8, Align::Right));
    if (!layer.present)
        text += QLatin1String("  ") + Details::tr("missing");
    if (!layer.createdBy.isEmpty())
        text += QLatin1String("  ") + elided(layer.createdBy, std::max(10, width - displayWidth(text) - 2));
    return text + u'\n';
}

QString platformText(const PlatformDetails &platform, int width)
{
    QString text = u'\n' + known(platform.platform);
    if (!platform.present)
        return text + QLatin1String("  ") + Details::tr("not here") + QLatin1String("  ") + platform.digest +
               u'\n';
    text += u'\n';
    text += factsText({{Details::tr("Manifest"), platform.digest},
                       {Details::tr("Type"), platform.mediaType},
                       {Details::tr("Config"), platform.configDigest},
                       {Details::tr("Created"), dateText(platform.created)},
                       {Details::tr("Layers"),
                        Details::tr("%n layer(s), %1", nullptr, static_cast<int>(platform.layers.size()))
                            .arg(sizeText(platform.size()))}},
                      2, width);
    for (qsizetype i = 0; i < platform.layers.size(); ++i)
        text += layerText(i + 1, platform.layers[i], width);
    return text;
}

Facts cacheFacts(const ImageDetails &image)
{
    Facts facts;
    if (!image.source.isEmpty())
        facts.append({Details::tr("From"), image.source});
    if (image.added.isValid())
        facts.append({Details::tr("Added"), dateText(image.added)});
    if (image.lastUsed.isValid())
        facts.append({Details::tr("Last used"), dateText(image.lastUsed)});
    for (const ImageCopy &copy : image.copies)
        facts.append(
            {Details::tr("Pushed to"), Details::tr("%1/%2, %3", "registry, image, date")
                                           .arg(copy.registry, copy.name.toString(), dateText(copy.when))});
    return facts;
}

} // namespace

QString detailsText(const ImageDetails &image, int width)
{
    QString text =
        (image.names.isEmpty() ? Details::tr("(without a name)") : image.names.join(u'\n')) + u'\n';
    const Facts facts{{Details::tr("Digest"), image.digest},
                      {Details::tr("Type"), image.mediaType},
                      {Details::tr("Size"), sizeText(image.size)}};
    text += factsText(facts + cacheFacts(image), 2, width);
    for (const PlatformDetails &platform : image.platforms)
        text += platformText(platform, width);
    return text;
}

} // namespace dip::cli

#include "app/cli/commands/archivelisting.h"

#include "app/cli/commands/imagedetails.h"
#include "app/cli/sizes.h"
#include "app/cli/table.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace dip::cli {

namespace {

struct Listing
{
    Q_DECLARE_TR_FUNCTIONS(Listing)
};

QString formatName(ArchiveFormat format)
{
    return format == ArchiveFormat::DockerSave ? QStringLiteral("docker-save") : QStringLiteral("oci");
}

} // namespace

QString archiveText(const ArchiveContents &contents, int width)
{
    const int images = static_cast<int>(contents.images.size());
    QStringList formats;
    for (const ArchiveFormat format : contents.formats)
        formats.append(formatName(format));
    QString text = Listing::tr("%1: %n image(s), %2", nullptr, images)
                       .arg(contents.path, formats.join(QLatin1String(", "))) +
                   u'\n';
    Table table({{Listing::tr("IMAGE")},
                 {Listing::tr("NUMBER")},
                 {Listing::tr("PLATFORMS")},
                 {Listing::tr("LAYERS"), Align::Right},
                 {Listing::tr("SIZE"), Align::Right}});
    for (int i = 0; i < images; ++i) {
        const ImageDetails image = detailsOf(contents.images[i]);
        qsizetype layers = 0;
        for (const PlatformDetails &platform : image.platforms)
            layers += platform.layers.size();
        const QString names =
            image.names.isEmpty() ? Listing::tr("(without a name)") : image.names.join(u' ');
        table.addRow({names, u'#' + QString::number(i + 1), image.presentPlatforms().join(u' '),
                      QString::number(layers), sizeText(image.size)});
    }
    return text + table.text(width);
}

QJsonObject archiveJson(const ArchiveContents &contents)
{
    QJsonArray images;
    for (const ArchivedImage &image : contents.images)
        images.append(detailsJson(detailsOf(image)));
    QJsonArray formats;
    for (const ArchiveFormat format : contents.formats)
        formats.append(formatName(format));
    return {{QStringLiteral("file"), contents.path},
            {QStringLiteral("formats"), formats},
            {QStringLiteral("images"), images},
            {QStringLiteral("remarks"), QJsonArray::fromStringList(contents.remarks)}};
}

} // namespace dip::cli

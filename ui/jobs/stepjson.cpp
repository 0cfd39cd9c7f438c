#include "ui/jobs/stepjson.h"

#include <QJsonObject>

#include "ui/jobs/nametable.h"

namespace dip::ui {

namespace {

constexpr NameTable<ExportFormat, 3> formats{
    {{{ExportFormat::DockerArchive, QLatin1StringView("docker-archive")},
      {ExportFormat::OciArchive, QLatin1StringView("oci-archive")},
      {ExportFormat::OciLayout, QLatin1StringView("oci")}}}};

QString textOf(const std::optional<RepositoryName> &name)
{
    return name ? name->toString() : QString();
}
QString textOf(const std::optional<Reference> &reference)
{
    return reference ? reference->toString() : QString();
}

std::optional<RepositoryName> repositoryOf(const QJsonValue &value)
{
    const auto parsed = RepositoryName::parse(value.toString());
    return parsed ? std::optional(*parsed) : std::nullopt;
}

std::optional<Reference> referenceOf(const QJsonValue &value)
{
    const auto parsed = Reference::parse(value.toString());
    return parsed ? std::optional(*parsed) : std::nullopt;
}

std::optional<ImageName> imageOf(const QJsonValue &value)
{
    const auto parsed = ImageName::parse(value.toString());
    return parsed ? std::optional(*parsed) : std::nullopt;
}

QJsonArray textsOf(const QList<Platform> &platforms)
{
    QJsonArray texts;
    for (const Platform &platform : platforms)
        texts.append(platform.toString());
    return texts;
}

QList<Platform> platformsOf(const QJsonValue &texts)
{
    QList<Platform> platforms;
    for (const auto &text : texts.toArray()) {
        if (const auto platform = Platform::parse(text.toString()))
            platforms.append(*platform);
    }
    return platforms;
}

QJsonObject toJson(const ArchiveSelection &selection)
{
    return {{QStringLiteral("images"), QJsonArray::fromStringList(selection.images)},
            {QStringLiteral("repository"), textOf(selection.repository)},
            {QStringLiteral("reference"), textOf(selection.reference)}};
}

ArchiveSelection selectionOf(const QJsonObject &json)
{
    ArchiveSelection selection;
    for (const auto &image : json[u"images"].toArray())
        selection.images.append(image.toString());
    selection.repository = repositoryOf(json[u"repository"]);
    selection.reference = referenceOf(json[u"reference"]);
    return selection;
}

QJsonObject toJson(const PushTarget &target)
{
    return {{QStringLiteral("repository"), textOf(target.repository)},
            {QStringLiteral("reference"), textOf(target.reference)},
            {QStringLiteral("prefix"), target.prefix},
            {QStringLiteral("maxConcurrent"), target.maxConcurrent},
            {QStringLiteral("force"), target.forceUpload}};
}

PushTarget targetOf(const QJsonObject &json)
{
    PushTarget target;
    target.repository = repositoryOf(json[u"repository"]);
    target.reference = referenceOf(json[u"reference"]);
    target.prefix = json[u"prefix"].toString();
    target.maxConcurrent = std::max(1, json[u"maxConcurrent"].toInt());
    target.forceUpload = json[u"force"].toBool();
    return target;
}

QJsonArray namesOf(const QList<ImageName> &images)
{
    QJsonArray names;
    for (const ImageName &image : images)
        names.append(image.toString());
    return names;
}

/// Nothing where one of them is no name: the step would do another thing than was meant.
std::optional<QList<ImageName>> imagesOf(const QJsonValue &names)
{
    QList<ImageName> images;
    for (const auto &name : names.toArray()) {
        const auto image = imageOf(name);
        if (!image)
            return {};
        images.append(*image);
    }
    return images;
}

/// Writes each step under its name.
struct StepWriter
{
    QJsonObject operator()(const PullAndCache &step) const
    {
        return {{QStringLiteral("do"), QStringLiteral("pull")},
                {QStringLiteral("image"), step.image.toString()},
                {QStringLiteral("saveAs"), step.saveAs ? step.saveAs->toString() : QString()},
                {QStringLiteral("platforms"), textsOf(step.platforms)},
                {QStringLiteral("allPlatforms"), step.allPlatforms},
                {QStringLiteral("maxConcurrent"), step.maxConcurrent}};
    }
    QJsonObject operator()(const ExtractAndCache &step) const
    {
        return {{QStringLiteral("do"), QStringLiteral("extract")},
                {QStringLiteral("file"), step.file},
                {QStringLiteral("selection"), toJson(step.selection)},
                {QStringLiteral("maxConcurrent"), step.maxConcurrent}};
    }
    QJsonObject operator()(const PushFromCacheUsingManifest &step) const
    {
        return {{QStringLiteral("do"), QStringLiteral("push")},
                {QStringLiteral("image"), step.image.toString()},
                {QStringLiteral("platforms"), textsOf(step.platforms)},
                {QStringLiteral("target"), toJson(step.target)}};
    }
    QJsonObject operator()(const PushFromCacheUsingTar &step) const
    {
        return {{QStringLiteral("do"), QStringLiteral("push-archive")},
                {QStringLiteral("file"), step.file},
                {QStringLiteral("selection"), toJson(step.selection)},
                {QStringLiteral("target"), toJson(step.target)},
                {QStringLiteral("keepInCache"), step.keepInCache}};
    }
    QJsonObject operator()(const ExportFromCache &step) const
    {
        return {{QStringLiteral("do"), QStringLiteral("export")},
                {QStringLiteral("images"), namesOf(step.images)},
                {QStringLiteral("file"), step.target},
                {QStringLiteral("format"), formats.nameOf(step.format)},
                {QStringLiteral("platform"), step.platform ? step.platform->toString() : QString()},
                {QStringLiteral("overwrite"), step.overwrite}};
    }
    QJsonObject operator()(const VerifyImages &step) const
    {
        return {{QStringLiteral("do"), QStringLiteral("verify")},
                {QStringLiteral("images"), namesOf(step.images)},
                {QStringLiteral("repair"), step.repair}};
    }
    QJsonObject operator()(const DeleteFromRegistry &step) const
    {
        QJsonArray digests;
        for (const Digest &digest : step.digests)
            digests.append(digest.toString());
        return {{QStringLiteral("do"), QStringLiteral("delete")},
                {QStringLiteral("repository"), step.repository.toString()},
                {QStringLiteral("tags"), QJsonArray::fromStringList(step.tags)},
                {QStringLiteral("digests"), digests}};
    }
};

std::optional<JobStep> pullOf(const QJsonObject &json)
{
    const auto image = imageOf(json[u"image"]);
    if (!image)
        return {};
    PullAndCache pull{*image, {}, {}};
    if (const QJsonValue saveAs = json[u"saveAs"]; !saveAs.toString().isEmpty())
        pull.saveAs = imageOf(saveAs);
    pull.platforms = platformsOf(json[u"platforms"]);
    pull.allPlatforms = json[u"allPlatforms"].toBool();
    pull.maxConcurrent = std::max(1, json[u"maxConcurrent"].toInt());
    return pull;
}

std::optional<JobStep> exportOf(const QJsonObject &json)
{
    const auto images = imagesOf(json[u"images"]);
    const auto format = formats.valueOf(json[u"format"].toString());
    if (!images || images->isEmpty() || !format)
        return {};
    ExportFromCache step{*images, json[u"file"].toString(), *format};
    if (const auto platform = Platform::parse(json[u"platform"].toString()))
        step.platform = *platform;
    step.overwrite = json[u"overwrite"].toBool();
    return step;
}

std::optional<JobStep> deletionOf(const QJsonObject &json)
{
    const auto repository = repositoryOf(json[u"repository"]);
    if (!repository)
        return {};
    DeleteFromRegistry step{*repository, {}, {}};
    for (const auto &tag : json[u"tags"].toArray())
        step.tags.append(tag.toString());
    for (const auto &text : json[u"digests"].toArray()) {
        const auto digest = Digest::parse(text.toString());
        if (!digest)
            return {};
        step.digests.append(*digest);
    }
    return step;
}

std::optional<JobStep> stepOf(const QJsonObject &json)
{
    const QString what = json[u"do"].toString();
    const ArchiveSelection selection = selectionOf(json[u"selection"].toObject());
    const PushTarget target = targetOf(json[u"target"].toObject());
    if (what == QLatin1String("pull"))
        return pullOf(json);
    if (what == QLatin1String("extract"))
        return ExtractAndCache{json[u"file"].toString(), selection,
                               std::max(1, json[u"maxConcurrent"].toInt())};
    if (what == QLatin1String("push-archive"))
        return PushFromCacheUsingTar{json[u"file"].toString(), selection, target,
                                     json[u"keepInCache"].toBool(true)};
    if (what == QLatin1String("export"))
        return exportOf(json);
    if (what == QLatin1String("delete"))
        return deletionOf(json);
    const auto images = imagesOf(json[u"images"]);
    if (what == QLatin1String("verify") && images)
        return VerifyImages{*images, json[u"repair"].toBool()};
    const auto image = imageOf(json[u"image"]);
    if (what == QLatin1String("push") && image)
        return PushFromCacheUsingManifest{*image, target, platformsOf(json[u"platforms"])};
    return {};
}

} // namespace

std::optional<QList<JobStep>> stepsFromJson(const QJsonArray &list)
{
    QList<JobStep> steps;
    for (const auto &entry : list) {
        const auto step = stepOf(entry.toObject());
        if (!step)
            return {};
        steps.append(*step);
    }
    return steps;
}

QJsonArray stepsToJson(const QList<JobStep> &steps)
{
    QJsonArray list;
    for (const JobStep &step : steps)
        list.append(std::visit(StepWriter(), step));
    return list;
}

} // namespace dip::ui

#include "ui/jobs/jobjson.h"

#include <array>

#include "ui/log/logstore.h"

namespace dip::ui {

namespace {

template<typename Enum, size_t size> struct NameTable
{
    std::array<std::pair<Enum, QLatin1StringView>, size> entries;
    [[nodiscard]] QString nameOf(Enum value) const
    {
        const auto place = std::ranges::find(entries, value, [](const auto &entry) { return entry.first; });
        return place == entries.end() ? QString() : QString(place->second);
    }
    [[nodiscard]] std::optional<Enum> valueOf(const QString &name) const
    {
        const auto place =
            std::ranges::find(entries, name, [](const auto &entry) { return QString(entry.second); });
        return place == entries.end() ? std::optional<Enum>() : place->first;
    }
};

constexpr NameTable<JobKind, 3> kinds{{{{JobKind::Import, QLatin1StringView("import")},
                                        {JobKind::Push, QLatin1StringView("push")},
                                        {JobKind::Pull, QLatin1StringView("pull")}}}};
constexpr NameTable<JobState, 8> states{
    {{{JobState::Waiting, QLatin1StringView("waiting")},
      {JobState::Running, QLatin1StringView("running")},
      {JobState::Paused, QLatin1StringView("paused")},
      {JobState::NeedsYou, QLatin1StringView("needs-you")},
      {JobState::Done, QLatin1StringView("done")},
      {JobState::DoneWithWarnings, QLatin1StringView("done-with-warnings")},
      {JobState::Failed, QLatin1StringView("failed")},
      {JobState::Cancelled, QLatin1StringView("cancelled")}}}};

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

/// Writes each mode under its name.
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
                {QStringLiteral("target"), toJson(step.target)}};
    }
};

std::optional<OperationMode> pullOf(const QJsonObject &json)
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

std::optional<OperationMode> stepOf(const QJsonObject &json)
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
        return PushFromCacheUsingTar{json[u"file"].toString(), selection, target};
    const auto image = imageOf(json[u"image"]);
    if (what == QLatin1String("push") && image)
        return PushFromCacheUsingManifest{*image, target, platformsOf(json[u"platforms"])};
    return {};
}

QJsonObject errorToJson(const Error &error)
{
    return {{QStringLiteral("code"), errorCodeName(error.code)},
            {QStringLiteral("detail"), withoutSecrets(error.detail)},
            {QStringLiteral("where"), withoutSecrets(error.where)},
            {QStringLiteral("httpStatus"), error.httpStatus},
            {QStringLiteral("registryCode"), error.registryCode}};
}

/// Nothing where there is none, or none that this version knows.
std::optional<Error> errorFromJson(const QJsonObject &json)
{
    const QString name = json[u"code"].toString();
    for (int code = 0; code <= int(ErrorCode::Internal); ++code) {
        if (errorCodeName(ErrorCode(code)) == name)
            return Error{ErrorCode(code),
                         json[u"detail"].toString(),
                         json[u"where"].toString(),
                         json[u"httpStatus"].toInt(),
                         json[u"registryCode"].toString(),
                         {}};
    }
    return {};
}

} // namespace

QJsonArray stepsToJson(const QList<OperationMode> &steps)
{
    QJsonArray list;
    for (const OperationMode &step : steps)
        list.append(std::visit(StepWriter(), step));
    return list;
}

QJsonObject jobToJson(const Job &job)
{
    return {{QStringLiteral("id"), job.id},
            {QStringLiteral("kind"), kinds.nameOf(job.request.kind)},
            {QStringLiteral("state"), states.nameOf(job.state)},
            {QStringLiteral("source"), job.request.source},
            {QStringLiteral("target"), job.request.target},
            {QStringLiteral("profile"), job.request.profile},
            {QStringLiteral("after"), job.request.after},
            {QStringLiteral("digest"), job.request.digest},
            {QStringLiteral("account"), job.account},
            {QStringLiteral("error"), job.error ? errorToJson(*job.error) : QJsonObject()},
            {QStringLiteral("finished"), job.finished.toString(Qt::ISODateWithMs)},
            {QStringLiteral("bytes"), job.total},
            {QStringLiteral("alreadyThere"), job.alreadyThere},
            {QStringLiteral("digests"), QJsonArray::fromStringList(job.digests)},
            {QStringLiteral("steps"), stepsToJson(job.request.steps)}};
}

std::optional<Job> jobFromJson(const QJsonObject &json)
{
    const auto kind = kinds.valueOf(json[u"kind"].toString());
    const auto state = states.valueOf(json[u"state"].toString());
    if (!kind || !state || json[u"id"].toString().isEmpty())
        return {};
    Job job;
    job.id = json[u"id"].toString();
    job.state = *state;
    job.request = JobRequest{*kind,
                             json[u"source"].toString(),
                             json[u"target"].toString(),
                             json[u"profile"].toString(),
                             json[u"after"].toString(),
                             {},
                             json[u"digest"].toString()};
    job.account = json[u"account"].toString();
    job.error = errorFromJson(json[u"error"].toObject());
    job.finished = QDateTime::fromString(json[u"finished"].toString(), Qt::ISODateWithMs);
    job.total = json[u"bytes"].toInteger();
    job.alreadyThere = json[u"alreadyThere"].toInteger();
    job.moved = job.total - job.alreadyThere;
    for (const auto &digest : json[u"digests"].toArray())
        job.digests.append(digest.toString());
    for (const auto &entry : json[u"steps"].toArray()) {
        const auto step = stepOf(entry.toObject());
        if (!step)
            return {};
        job.request.steps.append(*step);
    }
    return job;
}

} // namespace dip::ui

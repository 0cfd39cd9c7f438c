#include "ui/jobs/jobjson.h"

#include "ui/jobs/nametable.h"
#include "ui/jobs/stepjson.h"

#include "ui/log/logstore.h"

namespace dip::ui {

namespace {

constexpr qsizetype mostFindings = 100; // that are kept; a row tells of the first few

constexpr NameTable<JobKind, 6> kinds{{{{JobKind::Import, QLatin1StringView("import")},
                                        {JobKind::Push, QLatin1StringView("push")},
                                        {JobKind::Pull, QLatin1StringView("pull")},
                                        {JobKind::Export, QLatin1StringView("export")},
                                        {JobKind::Verify, QLatin1StringView("verify")},
                                        {JobKind::Delete, QLatin1StringView("delete")}}}};
constexpr NameTable<JobState, 8> states{
    {{{JobState::Waiting, QLatin1StringView("waiting")},
      {JobState::Running, QLatin1StringView("running")},
      {JobState::Paused, QLatin1StringView("paused")},
      {JobState::NeedsYou, QLatin1StringView("needs-you")},
      {JobState::Done, QLatin1StringView("done")},
      {JobState::DoneWithWarnings, QLatin1StringView("done-with-warnings")},
      {JobState::Failed, QLatin1StringView("failed")},
      {JobState::Cancelled, QLatin1StringView("cancelled")}}}};
using Kind = AuditFinding::Kind;
constexpr NameTable<Kind, 7> findingKinds{{{{Kind::BlobMissing, QLatin1StringView("blob-missing")},
                                            {Kind::BlobDamaged, QLatin1StringView("blob-damaged")},
                                            {Kind::BlobMisnamed, QLatin1StringView("blob-misnamed")},
                                            {Kind::BlobSurplus, QLatin1StringView("blob-surplus")},
                                            {Kind::ManifestDamaged, QLatin1StringView("manifest-damaged")},
                                            {Kind::ManifestSurplus, QLatin1StringView("manifest-surplus")},
                                            {Kind::EntryDamaged, QLatin1StringView("entry-damaged")}}}};
using Outcome = AuditFinding::Outcome;
constexpr NameTable<Outcome, 4> outcomes{{{{Outcome::None, QLatin1StringView("none")},
                                           {Outcome::Dropped, QLatin1StringView("dropped")},
                                           {Outcome::Fetched, QLatin1StringView("fetched")},
                                           {Outcome::Rebuilt, QLatin1StringView("rebuilt")}}}};

QJsonArray findingsToJson(const QList<AuditFinding> &findings)
{
    QJsonArray list;
    for (const AuditFinding &finding : findings.first(std::min(findings.size(), mostFindings))) {
        QJsonArray images;
        for (const ImageName &image : finding.images)
            images.append(image.toString());
        list.append(QJsonObject{{QStringLiteral("kind"), findingKinds.nameOf(finding.kind)},
                                {QStringLiteral("path"), finding.path},
                                {QStringLiteral("size"), finding.size},
                                {QStringLiteral("images"), images},
                                {QStringLiteral("detail"), finding.detail},
                                {QStringLiteral("outcome"), outcomes.nameOf(finding.outcome)}});
    }
    return list;
}

QList<AuditFinding> findingsFromJson(const QJsonArray &list)
{
    QList<AuditFinding> findings;
    for (const auto &entry : list) {
        const QJsonObject json = entry.toObject();
        const auto kind = findingKinds.valueOf(json[u"kind"].toString());
        if (!kind)
            continue;
        AuditFinding finding{*kind, json[u"path"].toString(), {}, json[u"size"].toInteger()};
        for (const auto &image : json[u"images"].toArray()) {
            if (const auto name = ImageName::parse(image.toString()))
                finding.images.append(*name);
        }
        finding.detail = json[u"detail"].toString();
        finding.outcome = outcomes.valueOf(json[u"outcome"].toString()).value_or(Outcome::None);
        findings.append(finding);
    }
    return findings;
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
            {QStringLiteral("deliveryList"), job.request.deliveryList},
            {QStringLiteral("account"), job.account},
            {QStringLiteral("error"), job.error ? errorToJson(*job.error) : QJsonObject()},
            {QStringLiteral("finished"), job.finished.toString(Qt::ISODateWithMs)},
            {QStringLiteral("bytes"), job.total},
            {QStringLiteral("alreadyThere"), job.alreadyThere},
            {QStringLiteral("share"), job.share},
            {QStringLiteral("rateLimit"), job.rateLimit},
            {QStringLiteral("moved"), job.moved},
            {QStringLiteral("interrupted"), job.interrupted},
            {QStringLiteral("digests"), QJsonArray::fromStringList(job.digests)},
            {QStringLiteral("findings"), findingsToJson(job.findings)},
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
                             json[u"digest"].toString(),
                             json[u"deliveryList"].toString()};
    job.account = json[u"account"].toString();
    job.error = errorFromJson(json[u"error"].toObject());
    job.finished = QDateTime::fromString(json[u"finished"].toString(), Qt::ISODateWithMs);
    job.total = json[u"bytes"].toInteger();
    job.alreadyThere = json[u"alreadyThere"].toInteger();
    job.interrupted = job.state == JobState::Paused && json[u"interrupted"].toBool();
    job.share = std::clamp(json[u"share"].toDouble(), 0., 1.);
    job.rateLimit = std::max<qint64>(0, json[u"rateLimit"].toInteger());
    job.moved = json[u"moved"].toInteger(isFinished(job.state) ? job.total - job.alreadyThere : 0);
    for (const auto &digest : json[u"digests"].toArray())
        job.digests.append(digest.toString());
    job.findings = findingsFromJson(json[u"findings"].toArray());
    auto steps = stepsFromJson(json[u"steps"].toArray());
    if (!steps)
        return {};
    job.request.steps = std::move(*steps);
    return job;
}

} // namespace dip::ui

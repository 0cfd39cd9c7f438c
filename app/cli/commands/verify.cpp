#include "app/cli/commands/commands.h"
#include "app/cli/commands/localcache.h"
#include "app/cli/signin.h"
#include "app/cli/sizes.h"
#include "core/registry/registryaddress.h"
#include "core/transfer/verifier.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace dip::cli {

namespace {

using Kind = AuditFinding::Kind;
using Outcome = AuditFinding::Outcome;

struct Verify
{
    Q_DECLARE_TR_FUNCTIONS(Verify)
};

QString kindText(Kind kind)
{
    switch (kind) {
    case Kind::BlobMissing:
        return Verify::tr("missing blob");
    case Kind::BlobDamaged:
        return Verify::tr("damaged blob");
    case Kind::BlobMisnamed:
        return Verify::tr("file that is no blob");
    case Kind::BlobSurplus:
        return Verify::tr("blob that no image refers to");
    case Kind::ManifestDamaged:
        return Verify::tr("missing or damaged manifest");
    case Kind::ManifestSurplus:
        return Verify::tr("manifest that no image refers to");
    case Kind::EntryDamaged:
        break;
    }
    return Verify::tr("damaged entry of the index");
}

QString kindName(Kind kind)
{
    switch (kind) {
    case Kind::BlobMissing:
        return QStringLiteral("blob_missing");
    case Kind::BlobDamaged:
        return QStringLiteral("blob_damaged");
    case Kind::BlobMisnamed:
        return QStringLiteral("blob_misnamed");
    case Kind::BlobSurplus:
        return QStringLiteral("blob_surplus");
    case Kind::ManifestDamaged:
        return QStringLiteral("manifest_damaged");
    case Kind::ManifestSurplus:
        return QStringLiteral("manifest_surplus");
    case Kind::EntryDamaged:
        break;
    }
    return QStringLiteral("entry_damaged");
}

QString outcomeName(Outcome outcome)
{
    switch (outcome) {
    case Outcome::None:
        return QStringLiteral("none");
    case Outcome::Dropped:
        return QStringLiteral("dropped");
    case Outcome::Fetched:
        return QStringLiteral("fetched");
    case Outcome::Rebuilt:
        break;
    }
    return QStringLiteral("rebuilt");
}

QString outcomeText(const AuditFinding &finding)
{
    switch (finding.outcome) {
    case Outcome::None:
        return finding.failure ? Verify::tr("not repaired: %1").arg(errorText(finding.failure.value()).what)
                               : QString();
    case Outcome::Dropped:
        return finding.failure ? Verify::tr("removed, but not fetched again: %1")
                                     .arg(errorText(finding.failure.value()).what)
                               : Verify::tr("removed");
    case Outcome::Fetched:
        return Verify::tr("repaired: fetched again");
    case Outcome::Rebuilt:
        break;
    }
    return Verify::tr("repaired: made anew");
}

QString findingText(const AuditFinding &finding)
{
    QString text = QLatin1String("  ") +
                   Verify::tr("%1: %2", "kind of damage: file").arg(kindText(finding.kind), finding.path) +
                   u'\n';
    QStringList names;
    for (const ImageName &image : finding.images)
        names.append(image.toString());
    if (!names.isEmpty())
        text +=
            QLatin1String("    ") + Verify::tr("needed by %1").arg(names.join(QLatin1String(", "))) + u'\n';
    if (const QString outcome = outcomeText(finding); !outcome.isEmpty())
        text += QLatin1String("    ") + outcome + u'\n';
    return text;
}

QString reportText(const VerifyReport &report)
{
    const qint64 perSecond = report.elapsedMs > 0 ? report.bytes * 1000 / report.elapsedMs : 0;
    QString text = Verify::tr("Verified %n image(s): %1 read, %2, %3.", nullptr, report.images)
                       .arg(sizeText(report.bytes), durationText(std::chrono::milliseconds(report.elapsedMs)),
                            rateText(perSecond)) +
                   u'\n';
    if (report.findings.isEmpty())
        return text + Verify::tr("All is as it should be.") + u'\n';
    text += Verify::tr("%n thing(s) found:", nullptr, static_cast<int>(report.findings.size())) + u'\n';
    for (const AuditFinding &finding : report.findings)
        text += findingText(finding);
    return text;
}

QJsonObject findingJson(const AuditFinding &finding)
{
    QJsonArray images;
    for (const ImageName &image : finding.images)
        images.append(image.toString());
    QJsonObject object{{QStringLiteral("kind"), kindName(finding.kind)},
                       {QStringLiteral("path"), finding.path},
                       {QStringLiteral("digest"), finding.digest ? finding.digest->toString() : QString()},
                       {QStringLiteral("size"), finding.size},
                       {QStringLiteral("images"), images},
                       {QStringLiteral("detail"), finding.detail},
                       {QStringLiteral("harm"), finding.isHarm()},
                       {QStringLiteral("outcome"), outcomeName(finding.outcome)}};
    if (finding.failure)
        object[QStringLiteral("failure")] = failureJson(*finding.failure);
    return object;
}

QJsonObject reportJson(const VerifyReport &report)
{
    QJsonArray findings;
    for (const AuditFinding &finding : report.findings)
        findings.append(findingJson(finding));
    return {{QStringLiteral("sound"), report.isSound()},      {QStringLiteral("images"), report.images},
            {QStringLiteral("blobs"), report.blobs},          {QStringLiteral("bytes"), report.bytes},
            {QStringLiteral("elapsed_ms"), report.elapsedMs}, {QStringLiteral("findings"), findings}};
}

/// Whether a repair failed for want of room, or of a disk that can be written to.
bool isOfTheDisk(const AuditFinding &finding)
{
    return finding.isHarm() && finding.failure &&
           (finding.failure->code == ErrorCode::DiskFull || finding.failure->code == ErrorCode::DiskFailed);
}

Failure damage(const VerifyReport &report, bool repaired)
{
    const auto ofTheDisk = std::ranges::find_if(report.findings, isOfTheDisk);
    if (repaired && ofTheDisk != report.findings.end())
        return *ofTheDisk->failure;
    const auto count = static_cast<int>(std::ranges::count_if(report.findings, &AuditFinding::isHarm));
    return {ErrorCode::CacheDamaged,
            Verify::tr("The cache has damage that images suffer from, in %n place(s).", nullptr, count),
            repaired ? Verify::tr("Pull or extract these images once more, or remove them with "
                                  "`docker-image-pusher clean --image IMAGE`.")
                     : Verify::tr("Run `docker-image-pusher verify --repair`.")};
}

/// The registry that was named by --registry keeps its scheme and account; others are reached by https.
Result<std::shared_ptr<Registry>> registryOf(const QString &host, const VerifyOptions &options,
                                             CommandContext &context)
{
    RegistryOptions wanted = options.registry;
    const auto named = RegistryAddress::parse(wanted.address);
    if (!named || named->hostAndPort() != host) {
        wanted.address = QLatin1String("https://") + host;
        wanted.username.clear();
        wanted.password.clear();
        wanted.passwordFromStdin = false;
    }
    auto registry = openRegistry(wanted, options.cacheFolder, context);
    if (!registry)
        return std::unexpected(registry.error().error);
    return *registry;
}

} // namespace

CommandResult run(const VerifyOptions &options, CommandContext &context)
{
    CommandResult result;
    VerifyReport report;
    if (!cacheExists(options.cacheFolder)) {
        if (!options.images.isEmpty())
            result.failure = Error{ErrorCode::NotInCache, {}, options.images.first().toString(), 0, {}, {}};
        result.text = reportText(report);
        result.json = reportJson(report);
        return result;
    }
    auto cache = openCache(options.cacheFolder, context);
    if (!cache) {
        result.failure = cache.error();
        return result;
    }
    const VerifyRequest request{options.images, options.repair, options.threads, [&](const QString &host) {
                                    return registryOf(host, options, context);
                                }};
    const auto done = Verifier(**cache, context.progress, context.stop).verify(request, report);
    result.json = reportJson(report);
    if (!done)
        result.failure = done.error();
    else if (!report.isSound())
        result.failure = damage(report, options.repair);
    const bool hasBegun = done || report.images > 0 || !report.findings.isEmpty();
    if (hasBegun)
        (result.failure ? result.soFar : result.text) = reportText(report);
    return result;
}

} // namespace dip::cli

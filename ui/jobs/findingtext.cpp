#include "ui/jobs/findingtext.h"

#include <QCoreApplication>

#include <algorithm>

#include "ui/errortext.h"
#include "ui/look/format.h"

namespace dip::ui {

namespace {

using Kind = AuditFinding::Kind;
using Outcome = AuditFinding::Outcome;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Findings)

public:
    static QString title(int harms, const QList<ImageName> &images);
    static QString advice(const QList<AuditFinding> &findings);
    static QString kind(const AuditFinding &finding);
    static QString outcome(const AuditFinding &finding);
    static QString whole(const AuditFinding &finding);
};

bool wasTried(const AuditFinding &finding)
{
    return finding.isHarm() && (finding.outcome != Outcome::None || finding.failure);
}

QString Texts::title(int harms, const QList<ImageName> &images)
{
    if (images.isEmpty())
        return tr("The cache is damaged in %n place(s).", nullptr, harms);
    const int more = int(images.size()) - 1;
    const QString places = tr("The cache is damaged in %n place(s).", nullptr, harms);
    return places + u' ' +
           (more == 0 ? tr("%1 suffers from it.").arg(images.first().toString())
                      : tr("%1 and %n more image(s) suffer from it.", nullptr, more)
                            .arg(images.first().toString()));
}

QString Texts::advice(const QList<AuditFinding> &findings)
{
    if (std::ranges::any_of(findings, wasTried))
        return tr("What could be had from where the images came from is mended. Import or pull the others "
                  "again, or delete them.");
    return tr("Repairing fetches what is damaged or missing from the archive or registry where the image "
              "came from or went to, as far as that can be reached. Nothing that is whole is touched.");
}

QString Texts::kind(const AuditFinding &finding)
{
    switch (finding.kind) {
    case Kind::BlobMissing:
        return tr("A blob is missing");
    case Kind::BlobDamaged:
        return tr("A blob is damaged");
    case Kind::BlobMisnamed:
        return tr("A file is no blob");
    case Kind::BlobSurplus:
        return tr("No image refers to a blob");
    case Kind::ManifestDamaged:
        return tr("A manifest is missing or damaged");
    case Kind::ManifestSurplus:
        return tr("No image refers to a manifest");
    case Kind::EntryDamaged:
        break;
    }
    return tr("An entry of the index is damaged");
}

QString Texts::outcome(const AuditFinding &finding)
{
    switch (finding.outcome) {
    case Outcome::None:
        return finding.failure ? tr("not repaired: %1").arg(explain(*finding.failure).sentence) : QString();
    case Outcome::Dropped:
        return finding.failure
                   ? tr("removed, but not to be had again: %1").arg(explain(*finding.failure).sentence)
                   : tr("removed");
    case Outcome::Fetched:
        return tr("repaired: fetched again");
    case Outcome::Rebuilt:
        break;
    }
    return tr("repaired: made anew");
}

QString Texts::whole(const AuditFinding &finding)
{
    QStringList parts{tr("%1: %2", "kind of damage: file").arg(kind(finding), finding.path)};
    if (finding.size > 0)
        parts.append(formatBytes(finding.size));
    QStringList names;
    for (const ImageName &image : finding.images)
        names.append(image.toString());
    if (!names.isEmpty())
        parts.append(tr("needed by %1").arg(names.join(QStringLiteral(", "))));
    if (const QString done = outcome(finding); !done.isEmpty())
        parts.append(done);
    return parts.join(QStringLiteral("  ·  "));
}

} // namespace

QList<ImageName> sufferingImages(const QList<AuditFinding> &findings)
{
    QList<ImageName> images;
    for (const AuditFinding &finding : findings) {
        if (finding.isHarm())
            images += finding.images;
    }
    std::ranges::sort(images);
    const auto rest = std::ranges::unique(images);
    images.erase(rest.begin(), rest.end());
    return images;
}

QString findingsTitle(const QList<AuditFinding> &findings)
{
    return Texts::title(int(std::ranges::count_if(findings, &AuditFinding::isHarm)),
                        sufferingImages(findings));
}

QString findingsAdvice(const QList<AuditFinding> &findings)
{
    return Texts::advice(findings);
}

QString findingText(const AuditFinding &finding)
{
    return Texts::whole(finding);
}

QString findingsReport(const QList<AuditFinding> &findings)
{
    QStringList lines{QStringLiteral("docker-image-pusher %1").arg(QLatin1String(PROJECT_VERSION))};
    for (const AuditFinding &finding : findings) {
        QStringList names;
        for (const ImageName &image : finding.images)
            names.append(image.toString());
        lines.append(QStringLiteral("%1 (%2), needed by %3")
                         .arg(finding.path, finding.detail, names.join(QStringLiteral(", "))));
    }
    return lines.join(u'\n');
}

} // namespace dip::ui

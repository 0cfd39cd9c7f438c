#include "app/cli/report.h"

#include "app/cli/sizes.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace dip::cli {

namespace {

struct Report
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

QString headline(Deed deed, const OperationReport &report, const QString &place)
{
    const int images = static_cast<int>(report.images.size());
    switch (deed) {
    case Deed::Pulled:
        return Report::tr("Pulled %n image(s) from %1", nullptr, images).arg(place);
    case Deed::Extracted:
        return Report::tr("Extracted %n image(s) from %1", nullptr, images).arg(place);
    case Deed::Exported:
        return Report::tr("Exported %n image(s) to %1", nullptr, images).arg(place);
    case Deed::Pushed:
        break;
    }
    return report.dryRun ? Report::tr("Would push %n image(s) to %1", nullptr, images).arg(place)
                         : Report::tr("Pushed %n image(s) to %1", nullptr, images).arg(place);
}

QString movedText(Deed deed, const Tally &tally)
{
    switch (deed) {
    case Deed::Pulled:
        return Report::tr("%n blob(s) received (%1)", nullptr, tally.blobs).arg(sizeText(tally.bytes));
    case Deed::Extracted:
        return Report::tr("%n blob(s) extracted (%1)", nullptr, tally.blobs).arg(sizeText(tally.bytes));
    case Deed::Exported:
        return Report::tr("%n blob(s) written (%1)", nullptr, tally.blobs).arg(sizeText(tally.bytes));
    case Deed::Pushed:
        break;
    }
    return Report::tr("%n blob(s) sent (%1)", nullptr, tally.blobs).arg(sizeText(tally.bytes));
}

QStringList tallies(Deed deed, const OperationReport &report)
{
    QStringList parts;
    if (report.dryRun)
        parts.append(Report::tr("%n blob(s) to send (%1)", nullptr, report.wouldMove.blobs)
                         .arg(sizeText(report.wouldMove.bytes)));
    else
        parts.append(movedText(deed, report.moved));
    if (report.mounted.blobs > 0)
        parts.append(
            Report::tr("%n mounted (%1)", nullptr, report.mounted.blobs).arg(sizeText(report.mounted.bytes)));
    if (report.alreadyThere.blobs > 0)
        parts.append(Report::tr("%n already there (%1)", nullptr, report.alreadyThere.blobs)
                         .arg(sizeText(report.alreadyThere.bytes)));
    return parts;
}

/// Bytes a second: over the line, or from the archive.
qint64 meanSpeed(const OperationReport &report)
{
    const qint64 bytes = report.lineBytes > 0 ? report.lineBytes : report.moved.bytes;
    return report.elapsedMs > 0 ? bytes * 1000 / report.elapsedMs : 0;
}

QStringList circumstances(const OperationReport &report)
{
    QStringList parts;
    if (report.resumedBytes > 0)
        parts.append(Report::tr("%1 taken over from an interrupted run").arg(sizeText(report.resumedBytes)));
    if (report.retries > 0)
        parts.append(Report::tr("%n retry(s)", nullptr, report.retries));
    QString time = durationText(std::chrono::milliseconds(report.elapsedMs));
    if (!report.dryRun && report.moved.bytes > 0 && meanSpeed(report) > 0)
        time = Report::tr("%1, %2", "duration, speed").arg(time, rateText(meanSpeed(report)));
    return parts << time;
}

QString imageText(const ImageReport &image)
{
    QString text = QStringLiteral("  %1  %2").arg(image.name.toString(), sizeText(image.size));
    if (!image.platforms.isEmpty())
        text += QLatin1String("  ") + image.platforms.join(QLatin1String(", "));
    if (!image.name.reference.isDigest())
        text += QLatin1String("\n    ") + image.digest.toString();
    return text + u'\n';
}

QJsonObject tallyJson(const Tally &tally)
{
    return {{QStringLiteral("blobs"), tally.blobs}, {QStringLiteral("bytes"), tally.bytes}};
}

QJsonObject imageJson(const ImageReport &image)
{
    return {{QStringLiteral("name"), image.name.toString()},
            {QStringLiteral("repository"), image.name.repository.toString()},
            {QStringLiteral("reference"), image.name.reference.toString()},
            {QStringLiteral("cache_name"), image.cacheName.toString()},
            {QStringLiteral("digest"), image.digest.toString()},
            {QStringLiteral("media_type"), image.mediaType},
            {QStringLiteral("platforms"), QJsonArray::fromStringList(image.platforms)},
            {QStringLiteral("size"), image.size}};
}

} // namespace

QString accountText(Deed deed, const OperationReport &report, const QString &place, bool complete)
{
    const QString comma = Report::tr(", ", "between parts of a list");
    const QString semicolon = Report::tr("; ", "between groups of a list");
    const QString facts =
        (QStringList{tallies(deed, report).join(comma)} + circumstances(report)).join(semicolon);
    const bool nothingYet =
        report.moved.blobs + report.mounted.blobs + report.alreadyThere.blobs + report.retries == 0;
    if (!complete && nothingYet)
        return {};
    if (!complete)
        return Report::tr("So far: %1.").arg(facts) + u'\n';
    QString text =
        Report::tr("%1: %2.", "what was done: figures").arg(headline(deed, report, place), facts) + u'\n';
    for (const ImageReport &image : report.images)
        text += imageText(image);
    return text;
}

QJsonObject accountJson(const OperationReport &report)
{
    QJsonArray images;
    for (const ImageReport &image : report.images)
        images.append(imageJson(image));
    return {{QStringLiteral("images"), images},
            {QStringLiteral("moved"), tallyJson(report.moved)},
            {QStringLiteral("mounted"), tallyJson(report.mounted)},
            {QStringLiteral("already_there"), tallyJson(report.alreadyThere)},
            {QStringLiteral("would_move"), tallyJson(report.wouldMove)},
            {QStringLiteral("line_bytes"), report.lineBytes},
            {QStringLiteral("resumed_bytes"), report.resumedBytes},
            {QStringLiteral("retries"), report.retries},
            {QStringLiteral("elapsed_ms"), report.elapsedMs},
            {QStringLiteral("bytes_per_second"), meanSpeed(report)},
            {QStringLiteral("dry_run"), report.dryRun}};
}

void add(OperationReport &sum, const OperationReport &report)
{
    const auto addTally = [&](Tally OperationReport::*tally) {
        (sum.*tally).blobs += (report.*tally).blobs;
        (sum.*tally).bytes += (report.*tally).bytes;
    };
    sum.images += report.images;
    for (const auto tally : {&OperationReport::moved, &OperationReport::mounted,
                             &OperationReport::alreadyThere, &OperationReport::wouldMove})
        addTally(tally);
    sum.lineBytes += report.lineBytes;
    sum.resumedBytes += report.resumedBytes;
    sum.retries += report.retries;
    sum.elapsedMs += report.elapsedMs;
}

} // namespace dip::cli

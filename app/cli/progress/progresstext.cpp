#include "app/cli/progress/progresstext.h"

#include "app/cli/displaywidth.h"
#include "app/cli/sizes.h"

#include <QCoreApplication>

#include <algorithm>

namespace dip::cli {

namespace {

struct Progress
{
    Q_DECLARE_TR_FUNCTIONS(Progress)
};

constexpr int labelWidth = 12;
constexpr int widestBar = 30;
constexpr int narrowestBar = 8;

enum class Colour { Green = 32, Red = 31, Yellow = 33 };

QString coloured(const QString &text, Colour colour, bool wanted)
{
    return wanted ? QStringLiteral("\x1b[%1m%2\x1b[0m").arg(static_cast<int>(colour)).arg(text) : text;
}

QString mark(Phase phase, bool colour)
{
    switch (phase) {
    case Phase::Unpacking:
    case Phase::Extracting:
    case Phase::Exporting:
        return QStringLiteral("→");
    case Phase::Downloading:
        return QStringLiteral("↓");
    case Phase::Uploading:
    case Phase::Committing:
        return QStringLiteral("↑");
    case Phase::WaitingToRetry:
        return coloured(QStringLiteral("!"), Colour::Yellow, colour);
    case Phase::Failed:
        return coloured(QStringLiteral("✗"), Colour::Red, colour);
    case Phase::Done:
    case Phase::AlreadyThere:
    case Phase::Mounted:
        return coloured(QStringLiteral("✓"), Colour::Green, colour);
    case Phase::Waiting:
    case Phase::Checking:
    case Phase::Verifying:
        break;
    }
    return QStringLiteral("·");
}

QString bar(qint64 done, qint64 total, int width)
{
    const int inside = width - 2;
    const int full = total > 0 ? static_cast<int>(std::clamp<qint64>(done * inside / total, 0, inside)) : 0;
    return u'[' + QString(full, u'#') + QString(inside - full, u'-') + u']';
}

QString amount(qint64 done, qint64 total)
{
    return total >= 0 ? Progress::tr("%1 of %2", "bytes").arg(sizeText(done), sizeText(total))
                      : sizeText(done);
}

QString percentText(int percent)
{
    return QStringLiteral("%1 %").arg(percent, 3);
}

/// "head [###---]  part  part": parts go from the end on where there is no room, then the bar.
QString withBar(const QString &head, qint64 done, qint64 total, QStringList parts, int width)
{
    const auto needed = [&] {
        int columns = displayWidth(head);
        for (const QString &part : parts)
            columns += 2 + displayWidth(part);
        return columns;
    };
    while (parts.size() > 1 && needed() + 2 + narrowestBar > width)
        parts.removeLast();
    QString text = head;
    const int room = width - needed() - 2;
    if (total >= 0 && room >= narrowestBar)
        text += QLatin1String("  ") + bar(done, total, std::min(room, widestBar));
    for (const QString &part : parts)
        text += QLatin1String("  ") + part;
    return elided(text, width);
}

QString remainingText(qint64 remainingMs)
{
    const std::chrono::milliseconds time(remainingMs);
    if (remainingMs < 60'000)
        return Progress::tr("about %1 s left")
            .arg(std::max<qint64>(1, std::chrono::round<std::chrono::seconds>(time).count()));
    if (remainingMs < 100 * 60'000)
        return Progress::tr("about %1 min left").arg(std::chrono::round<std::chrono::minutes>(time).count());
    return Progress::tr("about %1 h left").arg(std::chrono::round<std::chrono::hours>(time).count());
}

/// What was done to a blob that is done; empty where it went too fast to be seen.
QString workText(Phase work)
{
    switch (work) {
    case Phase::Unpacking:
        return Progress::tr("unpacked");
    case Phase::Extracting:
        return Progress::tr("extracted");
    case Phase::Downloading:
        return Progress::tr("received");
    case Phase::Uploading:
    case Phase::Committing:
        return Progress::tr("sent");
    default:
        return {};
    }
}

QString waitText(const LineState &line, qint64 nowMs)
{
    const qint64 seconds = std::max<qint64>(0, (line.retryAtMs - nowMs + 999) / 1000);
    if (line.note.isEmpty())
        return Progress::tr("waiting %1 s, then once more").arg(seconds);
    return Progress::tr("waiting %1 s, then once more: %2").arg(seconds).arg(line.note);
}

} // namespace

QString finishedText(const LineState &line, bool colour)
{
    QString text = mark(line.phase, colour) + u' ' + padded(line.label, labelWidth) + QLatin1String("  ") +
                   padded(sizeText(std::max<qint64>(0, line.total)), 8, Align::Right);
    if (line.phase == Phase::AlreadyThere)
        text += QLatin1String("  ") + Progress::tr("already there");
    else if (line.phase == Phase::Mounted)
        text += QLatin1String("  ") + Progress::tr("mounted from another repository");
    else if (line.phase == Phase::Failed)
        text += QLatin1String("  ") + Progress::tr("failed");
    else if (const QString work = workText(line.work); !work.isEmpty())
        text += QLatin1String("  ") + work;
    return text;
}

QString noteText(const LineState &line)
{
    return QStringLiteral("· %1  %2").arg(padded(line.label, labelWidth), line.note);
}

QString activeText(const LineState &line, qint64 nowMs, int width, bool colour)
{
    // The mark may carry colour sequences, which take no columns.
    const QString head = padded(elided(line.label, labelWidth), labelWidth);
    const int room = width - 2;
    const QString front = mark(line.phase, colour) + u' ';
    switch (line.phase) {
    case Phase::WaitingToRetry:
        return front + elided(head + QLatin1String("  ") + waitText(line, nowMs), room);
    case Phase::Checking:
        return front + elided(head + QLatin1String("  ") + Progress::tr("looking whether it is there"), room);
    case Phase::Committing:
        return front +
               elided(head + QLatin1String("  ") + Progress::tr("the registry is putting it away"), room);
    default:
        break;
    }
    QStringList parts;
    if (line.total > 0)
        parts.append(percentText(static_cast<int>(std::clamp<qint64>(line.done * 100 / line.total, 0, 100))));
    parts.append(amount(line.done, line.total));
    if (line.bytesPerSecond > 0)
        parts.append(rateText(line.bytesPerSecond));
    return front + withBar(head, line.done, line.total, parts, room);
}

QString totalText(const ProgressFigures &figures, int width)
{
    const QString head =
        padded(Progress::tr("%1 of %2", "blobs").arg(figures.finished).arg(figures.lines.size()), labelWidth);
    QStringList parts{percentText(figures.percent()), amount(figures.done, figures.total)};
    if (figures.bytesPerSecond > 0)
        parts.append(rateText(figures.bytesPerSecond));
    if (figures.remainingMs)
        parts.append(remainingText(*figures.remainingMs));
    return QLatin1String("  ") + withBar(head, figures.done, figures.total, parts, width - 2);
}

QString plainText(const ProgressFigures &figures)
{
    QStringList parts{Progress::tr("%1 % done").arg(figures.percent()), amount(figures.done, figures.total),
                      Progress::tr("%1 of %n blob(s)", nullptr, static_cast<int>(figures.lines.size()))
                          .arg(figures.finished)};
    if (figures.bytesPerSecond > 0)
        parts.append(rateText(figures.bytesPerSecond));
    if (figures.remainingMs)
        parts.append(remainingText(*figures.remainingMs));
    return parts.join(Progress::tr(", ", "between parts of a list"));
}

QString phaseName(Phase phase)
{
    switch (phase) {
    case Phase::Waiting:
        return QStringLiteral("waiting");
    case Phase::Checking:
        return QStringLiteral("checking");
    case Phase::Unpacking:
        return QStringLiteral("unpacking");
    case Phase::Extracting:
        return QStringLiteral("extracting");
    case Phase::Downloading:
        return QStringLiteral("downloading");
    case Phase::Uploading:
        return QStringLiteral("uploading");
    case Phase::Committing:
        return QStringLiteral("committing");
    case Phase::WaitingToRetry:
        return QStringLiteral("waiting_to_retry");
    case Phase::Done:
        return QStringLiteral("done");
    case Phase::AlreadyThere:
        return QStringLiteral("already_there");
    case Phase::Mounted:
        return QStringLiteral("mounted");
    case Phase::Verifying:
        return QStringLiteral("verifying");
    case Phase::Exporting:
        return QStringLiteral("exporting");
    case Phase::Failed:
        break;
    }
    return QStringLiteral("failed");
}

} // namespace dip::cli

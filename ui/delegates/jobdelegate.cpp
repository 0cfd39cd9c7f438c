#include "ui/delegates/jobdelegate.h"

#include <QApplication>
#include <QPainter>

#include "ui/jobs/jobtext.h"
#include "ui/look/bar.h"
#include "ui/look/format.h"
#include "ui/look/icons.h"
#include "ui/look/theme.h"
#include "ui/models/jobmodel.h"

namespace dip::ui {

namespace {

constexpr int iconSize = 18;
constexpr int barHeight = 8;
constexpr int gap = 10;

QColor stateColor(JobState state, const ThemeColors &colors)
{
    switch (state) {
    case JobState::Running:
        return colors.accent;
    case JobState::NeedsYou:
    case JobState::DoneWithWarnings:
        return colors.warning;
    case JobState::Done:
        return colors.success;
    case JobState::Failed:
        return colors.danger;
    default:
        return colors.faint;
    }
}

QLatin1StringView stateIcon(const Job &job)
{
    switch (job.state) {
    case JobState::NeedsYou:
        return QLatin1StringView("question");
    case JobState::Done:
        return QLatin1StringView("check");
    case JobState::DoneWithWarnings:
        return QLatin1StringView("warning");
    case JobState::Failed:
        return QLatin1StringView("error");
    case JobState::Cancelled:
        return QLatin1StringView("cancel");
    case JobState::Paused:
        return QLatin1StringView("pause");
    case JobState::Waiting:
        return QLatin1StringView("clock");
    case JobState::Running:
        break;
    }
    switch (job.request.kind) {
    case JobKind::Import:
        return QLatin1StringView("import");
    case JobKind::Push:
        return QLatin1StringView("push");
    case JobKind::Pull:
        return QLatin1StringView("pull");
    case JobKind::Export:
        return QLatin1StringView("export");
    case JobKind::Verify:
        return QLatin1StringView("verify");
    case JobKind::Delete:
        return QLatin1StringView("delete");
    }
    return QLatin1StringView("push");
}

bool hasBar(const Job &job)
{
    return job.total > 0 && !isFinished(job.state);
}

/// What is over and went well takes one line.
bool isCompact(const Job &job)
{
    return (job.state == JobState::Done || job.state == JobState::Cancelled) && !job.error;
}

/// Where it stands in a row, mirrored or not.
QRect placed(const QStyleOptionViewItem &option, const QRect &rect)
{
    return QStyle::visualRect(option.direction, option.rect, rect);
}

void drawElided(QPainter *painter, const QRect &rect, const QString &text, Qt::TextElideMode mode,
                Qt::Alignment alignment = Qt::AlignLeft)
{
    painter->drawText(rect, int(alignment | Qt::AlignVCenter),
                      painter->fontMetrics().elidedText(text, mode, rect.width()));
}

QFont bold(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont smaller(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.92);
    return font;
}

} // namespace

void JobDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    row.text.clear();
    const QWidget *widget = option.widget;
    (widget ? widget->style() : QApplication::style())
        ->drawControl(QStyle::CE_ItemViewItem, &row, painter, widget);
    painter->save();
    if (const QVariant line = index.data(JobModel::LineRole); line.isValid())
        paintLine(painter, option, line.value<JobLine>());
    else if (const QVariant heading = index.data(JobModel::HeadingRole); heading.isValid())
        paintHeading(painter, option, heading.value<JobHeading>());
    else
        paintJob(painter, option, index.data(JobModel::JobRole).value<Job>());
    painter->restore();
}

void JobDelegate::paintHeading(QPainter *painter, const QStyleOptionViewItem &option,
                               const JobHeading &heading)
{
    const ThemeColors &colors = themeColors(option.palette);
    const QRect area = option.rect.adjusted(4, 1, -14, 0);
    painter->setFont(bold(option.font));
    const int titleWidth =
        std::min(painter->fontMetrics().horizontalAdvance(heading.title) + 4, area.width() * 3 / 5);
    painter->setPen(option.palette.color(QPalette::Text));
    drawElided(painter, placed(option, QRect(area.left(), area.top(), titleWidth, area.height())),
               heading.title, Qt::ElideMiddle);
    painter->setFont(smaller(option.font));
    painter->setPen(heading.needsYou ? colors.warning : colors.faint);
    const int left = area.left() + titleWidth + 2 * gap;
    drawElided(painter, placed(option, QRect(left, area.top(), area.right() - left, area.height())),
               heading.summary, Qt::ElideRight);
    painter->setPen(colors.line);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
}

void JobDelegate::paintJob(QPainter *painter, const QStyleOptionViewItem &option, const Job &job)
{
    const ThemeColors &colors = themeColors(option.palette);
    const QRect area = option.rect.adjusted(4, 7, -14, -8);
    const QFont titleFont = option.font;
    const QFont smallFont = smaller(option.font);
    const int titleHeight = QFontMetrics(titleFont).height();
    const QColor color = jobPauses(job) ? colors.warning : stateColor(job.state, colors);

    icon(stateIcon(job), color)
        .paint(painter, placed(option, QRect(area.left(), area.top() + (titleHeight - iconSize) / 2, iconSize,
                                             iconSize)));

    const int left = area.left() + iconSize + gap;
    const bool compact = isCompact(job);
    const QString when = compact ? formatWhen(job.finished) : QString();
    const QString status = when.isEmpty() ? jobStatus(job) : jobStatus(job) + QStringLiteral("  ·  ") + when;
    painter->setFont(titleFont);
    const int statusWidth = std::min(QFontMetrics(titleFont).horizontalAdvance(status) + 4, area.width() / 2);
    const QRect statusRect(area.right() - statusWidth, area.top(), statusWidth, titleHeight);
    painter->setPen(color);
    drawElided(painter, placed(option, statusRect), status, Qt::ElideRight, Qt::AlignRight);
    painter->setPen(option.palette.color(QPalette::Text));
    const QRect titleRect(left, area.top(), statusRect.left() - left - gap, titleHeight);
    drawElided(painter, placed(option, titleRect), jobTitle(job), Qt::ElideMiddle);

    painter->setPen(colors.line);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (compact)
        return;
    painter->setFont(smallFont);
    int below = area.top() + titleHeight + 5;
    if (hasBar(job)) {
        const double already = std::min(double(job.alreadyThere) / double(job.total), job.share);
        const Bar bar{already, job.share - already, color, colors.track, option.direction == Qt::RightToLeft};
        bar.paint(painter, placed(option, QRect(left, below + 1, area.right() - left, barHeight)));
        below += barHeight + 6;
    }
    const bool bad = job.state == JobState::Failed || job.state == JobState::NeedsYou;
    painter->setPen(bad ? color : colors.faint);
    const QRect summaryRect(left, below, area.right() - left, QFontMetrics(smallFont).height());
    drawElided(painter, placed(option, summaryRect), jobSummary(job), Qt::ElideRight);
}

void JobDelegate::paintLine(QPainter *painter, const QStyleOptionViewItem &option, const JobLine &line)
{
    const ThemeColors &colors = themeColors(option.palette);
    const QRect area = option.rect.adjusted(4, 0, -14, 0);
    painter->setFont(smaller(option.font));
    const QFontMetrics metrics = painter->fontMetrics();
    const int titleWidth = metrics.horizontalAdvance(QStringLiteral("0000000000000000"));
    painter->setPen(option.palette.color(QPalette::Text));
    drawElided(painter, placed(option, QRect(area.left(), area.top(), titleWidth, area.height())),
               lineTitle(line), Qt::ElideMiddle);

    const bool there = line.phase == Phase::AlreadyThere || line.phase == Phase::Mounted;
    const bool full = there || line.phase == Phase::Done;
    const double share = full ? 1 : line.total > 0 ? double(line.done) / double(line.total) : 0;
    const bool failed = line.phase == Phase::Failed && !line.stopped;
    const QColor color = failed                                ? colors.danger
                         : line.stopped                        ? colors.faint
                         : line.phase == Phase::WaitingToRetry ? colors.warning
                         : line.phase == Phase::Done           ? colors.success
                                                               : colors.accent;
    const int barLeft = area.left() + titleWidth + gap;
    const int barWidth = std::clamp(area.width() / 3, 60, 360);
    const QRectF bar = placed(option, QRect(barLeft, area.center().y() - 2, barWidth, 6));
    Bar{there ? share : 0, there ? 0 : share, there ? colors.faint : color, colors.track,
        option.direction == Qt::RightToLeft}
        .paint(painter, bar.translated(0, -0.5));
    painter->setPen(lineMoves(line) || failed ? color : colors.faint);
    const int textLeft = barLeft + barWidth + gap;
    const QRect textRect(textLeft, area.top(), area.right() - textLeft, area.height());
    drawElided(painter, placed(option, textRect), lineStatus(line), Qt::ElideRight);
}

QSize JobDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int small = QFontMetrics(smaller(option.font)).height();
    if (index.data(JobModel::LineRole).isValid())
        return {200, small + 9};
    const int title = QFontMetrics(option.font).height() + 15;
    if (index.data(JobModel::HeadingRole).isValid())
        return {200, title};
    const Job job = index.data(JobModel::JobRole).value<Job>();
    if (isCompact(job))
        return {200, title};
    const int text = title + 5 + small;
    return {200, hasBar(job) ? text + barHeight + 6 : text};
}

} // namespace dip::ui

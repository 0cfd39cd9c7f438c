#include "ui/views/statusrow.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QStorageInfo>
#include <QTimer>
#include <QToolButton>

#include "ui/look/format.h"
#include "ui/look/icons.h"
#include "ui/look/theme.h"
#include "ui/workspace.h"

namespace dip::ui {

namespace {

constexpr std::chrono::seconds diskEvery(10);

QToolButton *makeButton(QLatin1StringView iconName, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(icon(iconName));
    button->setIconSize({16, 16});
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    return button;
}

} // namespace

StatusRow::StatusRow(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_jobs(makeButton(QLatin1StringView("jobs"), this))
    , m_needsYou(makeButton(QLatin1StringView("question"), this))
    , m_cache(makeButton(QLatin1StringView("cache"), this))
    , m_log(makeButton(QLatin1StringView("info"), this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 3, 8, 3);
    layout->addWidget(m_jobs);
    layout->addWidget(m_needsYou);
    layout->addStretch();
    layout->addWidget(m_cache);
    layout->addWidget(m_log);
    connect(m_jobs, &QToolButton::clicked, this, &StatusRow::jobsRequested);
    connect(m_needsYou, &QToolButton::clicked, this, &StatusRow::needsYouRequested);
    connect(m_log, &QToolButton::clicked, this, &StatusRow::logRequested);
    connect(m_cache, &QToolButton::clicked, this, &StatusRow::cacheRequested);
    JobQueue &jobs = workspace.jobs();
    connect(&jobs, &JobQueue::added, this, &StatusRow::refresh);
    connect(&jobs, &JobQueue::removed, this, &StatusRow::refresh);
    connect(&jobs, &JobQueue::changed, this, &StatusRow::refresh);
    connect(&workspace.images(), &CacheModel::loaded, this, &StatusRow::lookAtDisk);
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &StatusRow::lookAtDisk);
    timer->start(diskEvery);
    lookAtDisk();
}

void StatusRow::lookAtDisk()
{
    const QStorageInfo disk(m_workspace.cacheFolder());
    m_free = disk.isValid() ? disk.bytesAvailable() : -1;
    refresh();
}

void StatusRow::refresh()
{
    const JobQueue::Counts counts = m_workspace.jobs().counts();
    QStringList parts;
    if (counts.running > 0)
        parts.append(formatSpeed(counts.speed));
    parts.append(tr("%n running", nullptr, counts.running));
    if (counts.waiting > 0)
        parts.append(tr("%n waiting", nullptr, counts.waiting));
    if (counts.paused > 0)
        parts.append(tr("%n paused", nullptr, counts.paused));
    const QString separator = QStringLiteral("  ·  ");
    m_jobs->setText(counts.unfinished() == 0 ? tr("Nothing running") : parts.join(separator));
    m_jobs->setToolTip(tr("Show the jobs"));
    m_needsYou->setVisible(counts.needsYou > 0);
    m_needsYou->setText(tr("%n job(s) need you", nullptr, counts.needsYou));
    m_needsYou->setToolTip(tr("Show what is asked"));
    const QString cache = tr("Cache %1").arg(formatBytes(m_workspace.images().totalSize()));
    m_cache->setText(m_free < 0 ? cache : cache + separator + tr("disk free %1").arg(formatBytes(m_free)));
    m_log->setText(tr("Log"));
    m_log->setToolTip(tr("Show or hide the log (Ctrl+L)"));
    m_cache->setToolTip(m_workspace.cacheFolder());
}

void StatusRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

void StatusRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(themeColors(palette()).line);
    painter.drawLine(rect().topLeft(), rect().topRight());
}

} // namespace dip::ui

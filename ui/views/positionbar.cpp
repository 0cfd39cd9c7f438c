#include "ui/views/positionbar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

#include "ui/jobs/jobqueue.h"
#include "ui/jobs/jobtext.h"

namespace dip::ui {

PositionBar::PositionBar(JobQueue &queue, QWidget *parent)
    : QWidget(parent)
    , m_queue(queue)
    , m_label(new QLabel(this))
    , m_position(new QSpinBox(this))
    , m_all(new QLabel(this))
    , m_move(new QPushButton(this))
    , m_cancel(new QPushButton(this))
{
    m_position->setObjectName(QStringLiteral("position"));
    m_move->setObjectName(QStringLiteral("positionMove"));
    m_cancel->setObjectName(QStringLiteral("positionCancel"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_label);
    row->addWidget(m_position);
    row->addWidget(m_all);
    row->addWidget(m_move);
    row->addWidget(m_cancel);
    row->addStretch();
    connect(m_move, &QPushButton::clicked, this, &PositionBar::move);
    connect(m_cancel, &QPushButton::clicked, this, &QWidget::hide);
    retranslate();
    hide();
}

void PositionBar::begin(const QString &job)
{
    const int now = m_queue.positionOf(job);
    if (now == 0)
        return;
    m_job = job;
    m_position->setRange(1, m_queue.inLine());
    m_position->setValue(now);
    retranslate();
    show();
    m_position->setFocus();
    m_position->selectAll();
}

void PositionBar::move()
{
    m_queue.moveToPosition(m_job, m_position->value());
    hide();
}

void PositionBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PositionBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        move();
    else if (event->key() == Qt::Key_Escape)
        hide();
    else
        QWidget::keyPressEvent(event);
}

void PositionBar::retranslate()
{
    const Job *job = m_queue.find(m_job);
    m_label->setText(tr("Position in line:"));
    m_label->setToolTip(job ? jobTitle(*job) : QString());
    m_position->setAccessibleName(tr("Position in line"));
    m_all->setText(tr("of %1").arg(m_queue.inLine()));
    m_move->setText(tr("Move"));
    m_cancel->setText(tr("Cancel"));
}

} // namespace dip::ui

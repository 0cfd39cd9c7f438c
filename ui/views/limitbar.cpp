#include "ui/views/limitbar.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>

#include "ui/jobs/jobqueue.h"
#include "ui/look/format.h"
#include "ui/widgets/ratebox.h"

namespace dip::ui {

namespace {
const int another = int(usualRates.size()); // the row after those that are usual
} // namespace

LimitBar::LimitBar(JobQueue &queue, QWidget *parent)
    : QWidget(parent)
    , m_queue(queue)
    , m_label(new QLabel(this))
    , m_usual(new QComboBox(this))
    , m_rate(new RateBox(this))
    , m_set(new QPushButton(this))
    , m_cancel(new QPushButton(this))
{
    setObjectName(QStringLiteral("limitBar"));
    m_usual->setObjectName(QStringLiteral("usualLimits"));
    m_rate->setObjectName(QStringLiteral("jobLimit"));
    m_set->setObjectName(QStringLiteral("setLimit"));
    for (int row = 0; row <= another; ++row)
        m_usual->addItem(QString());
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    for (QWidget *part :
         {static_cast<QWidget *>(m_label), static_cast<QWidget *>(m_usual), static_cast<QWidget *>(m_rate),
          static_cast<QWidget *>(m_set), static_cast<QWidget *>(m_cancel)})
        row->addWidget(part);
    row->addStretch();
    connect(m_usual, &QComboBox::activated, this, &LimitBar::takeUsual);
    connect(m_rate, &QSpinBox::valueChanged, this, &LimitBar::showUsual);
    connect(m_set, &QPushButton::clicked, this, &LimitBar::set);
    connect(m_cancel, &QPushButton::clicked, this, &QWidget::hide);
    retranslate();
    hide();
}

/// Beginning with what the first of them has.
void LimitBar::begin(const QStringList &jobs)
{
    m_jobs.clear();
    for (const QString &id : jobs) {
        const Job *job = m_queue.find(id);
        if (job && JobQueue::canLimit(*job))
            m_jobs.append(id);
    }
    if (m_jobs.isEmpty())
        return;
    m_rate->setBytesPerSecond(m_queue.find(m_jobs.first())->rateLimit);
    showUsual();
    retranslate();
    show();
    m_rate->setFocus();
    m_rate->selectAll();
}

void LimitBar::takeUsual(int row)
{
    if (row < another)
        m_rate->setBytesPerSecond(usualRates[size_t(row)]);
    m_rate->setFocus();
    m_rate->selectAll();
}

void LimitBar::showUsual()
{
    const auto place = std::ranges::find(usualRates, m_rate->bytesPerSecond());
    m_usual->setCurrentIndex(int(place - usualRates.begin()));
}

void LimitBar::set()
{
    for (const QString &id : std::as_const(m_jobs))
        m_queue.setRateLimit(id, m_rate->bytesPerSecond());
    hide();
}

void LimitBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void LimitBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        set();
    else if (event->key() == Qt::Key_Escape)
        hide();
    else
        QWidget::keyPressEvent(event);
}

void LimitBar::retranslate()
{
    m_label->setText(tr("Speed limit of %n job(s), each:", nullptr, int(m_jobs.size())));
    m_usual->setAccessibleName(tr("Usual speed limits"));
    for (int row = 0; row < another; ++row) {
        const qint64 rate = usualRates[size_t(row)];
        m_usual->setItemText(row, rate == 0 ? tr("No limit") : formatSpeed(double(rate)));
    }
    m_usual->setItemText(another, tr("Another limit"));
    m_rate->setAccessibleName(tr("Speed limit"));
    m_set->setText(tr("Set"));
    m_cancel->setText(tr("Cancel"));
}

} // namespace dip::ui

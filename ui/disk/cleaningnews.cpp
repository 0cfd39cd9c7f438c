#include "ui/disk/cleaningnews.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/errortext.h"
#include "ui/look/format.h"
#include "ui/widgets/messagestrip.h"

namespace dip::ui {

CleaningNews::CleaningNews(Cleaning &cleaning, QWidget *parent)
    : QWidget(parent)
    , m_strip(new MessageStrip(MessageStrip::Kind::Information, this))
    , m_close(m_strip->addButton())
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_strip);
    hide();
    connect(&cleaning, &Cleaning::ended, this, [this](const Cleaning::Outcome &outcome) { tell(outcome); });
    connect(&cleaning, &Cleaning::failed, this,
            [this](const Error &error) { tell(explain(error).sentence); });
    connect(m_close, &QPushButton::clicked, this, &QWidget::hide);
    retranslate();
}

void CleaningNews::tell(const Cleaning::Outcome &outcome)
{
    const int deleted = int(outcome.removed.images.size());
    const int files = int(outcome.removed.files.size());
    const QString freed = formatBytes(outcome.removed.bytes());
    if (deleted > 0)
        tell(tr("Deleted %n image(s), %1 freed.", nullptr, deleted).arg(freed));
    else if (files > 0)
        tell(tr("Deleted %n file(s), %1 freed.", nullptr, files).arg(freed));
    else if (outcome.toTrash.isEmpty())
        tell(tr("There was nothing to clean any more."));
    else
        hide();
}

void CleaningNews::tell(const QString &text)
{
    m_strip->setText(text);
    m_strip->show();
    show();
}

void CleaningNews::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        hide(); // what it told is in the language that is left
        retranslate();
    }
    QWidget::changeEvent(event);
}

void CleaningNews::retranslate()
{
    m_close->setText(tr("Close"));
}

} // namespace dip::ui

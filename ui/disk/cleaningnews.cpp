#include "ui/disk/cleaningnews.h"

#include <QAction>
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
    , m_undo(m_strip->addButton())
    , m_close(m_strip->addButton())
    , m_undoAction(new QAction(this))
{
    m_undo->setObjectName(QStringLiteral("diskUndo"));
    m_undoAction->setShortcut(QKeySequence::Undo);
    m_undoAction->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_undoAction->setEnabled(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_strip);
    hide();
    connect(&cleaning, &Cleaning::ended, this, [this](const Cleaning::Outcome &outcome) { tell(outcome); });
    connect(&cleaning, &Cleaning::failed, this,
            [this](const Error &error) { tell(explain(error).sentence); });
    connect(&cleaning, &Cleaning::restored, this,
            [this](int count) { tell(tr("Brought back %n image(s).", nullptr, count)); });
    connect(m_undoAction, &QAction::triggered, &cleaning, [this, &cleaning] {
        if (!m_undoable.isEmpty())
            cleaning.restore(m_undoable);
    });
    connect(m_undo, &QPushButton::clicked, m_undoAction, &QAction::trigger);
    connect(m_close, &QPushButton::clicked, this, &QWidget::hide);
    retranslate();
}

void CleaningNews::tell(const Cleaning::Outcome &outcome)
{
    const int moved = int(outcome.moved.images.size());
    const int deleted = int(outcome.removed.images.size());
    const int files = int(outcome.removed.files.size());
    const QString freed = formatBytes(outcome.removed.bytes());
    QStringList lines;
    if (moved > 0)
        lines.append(
            tr("Moved %n image(s) to the cache's trash; their space is given back when it is emptied.",
               nullptr, moved));
    if (deleted > 0)
        lines.append(tr("Deleted %n image(s), %1 freed.", nullptr, deleted).arg(freed));
    else if (files > 0)
        lines.append(tr("Deleted %n file(s), %1 freed.", nullptr, files).arg(freed));
    const int pinned = int(outcome.pinned.size());
    if (pinned > 0)
        lines.append(tr("%n image(s) stay, because they are pinned.", nullptr, pinned));
    const int inUse = int(outcome.inUse.size());
    if (inUse > 0)
        lines.append(tr("%n image(s) stay, because jobs need them.", nullptr, inUse));
    if (lines.isEmpty())
        lines.append(tr("There was nothing to clean any more."));
    tell(lines.join(u' '), outcome.moved.id);
}

void CleaningNews::tell(const QString &text, const QString &undoable)
{
    m_strip->setText(text);
    m_strip->show();
    show();
    m_undoable = undoable;
    m_undo->setVisible(!undoable.isEmpty());
    m_undoAction->setEnabled(!undoable.isEmpty());
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
    m_undo->setText(tr("Undo"));
    m_undoAction->setText(tr("&Undo"));
    m_close->setText(tr("Close"));
}

} // namespace dip::ui

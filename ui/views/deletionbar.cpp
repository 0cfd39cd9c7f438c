#include "ui/views/deletionbar.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/errortext.h"
#include "ui/look/format.h"
#include "ui/widgets/messagestrip.h"
#include "ui/workspace.h"

namespace dip::ui {

namespace {
constexpr std::chrono::seconds newsFor(10); // where nothing can be done about it
} // namespace

DeletionBar::DeletionBar(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_question(new MessageStrip(MessageStrip::Kind::Danger, this))
    , m_yes(m_question->addButton())
    , m_no(m_question->addWayOut())
    , m_news(new MessageStrip(MessageStrip::Kind::Information, this))
    , m_undo(m_news->addButton())
    , m_trash(m_news->addButton())
    , m_close(m_news->addWayOut())
{
    m_yes->setObjectName(QStringLiteral("deleteYes"));
    m_no->setObjectName(QStringLiteral("deleteNo"));
    m_news->setObjectName(QStringLiteral("deletionNews"));
    m_undo->setObjectName(QStringLiteral("undoDelete"));
    m_trash->setObjectName(QStringLiteral("showTrash"));
    m_newsEnd.setSingleShot(true);
    m_newsEnd.setInterval(newsFor);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_question);
    layout->addWidget(m_news);
    hide();
    connectAll();
    retranslate();
}

void DeletionBar::connectAll()
{
    TrashBin &trash = m_workspace.trash();
    connect(&trash, &TrashBin::movedToTrash, this, &DeletionBar::take);
    connect(&trash, &TrashBin::restored, this, &DeletionBar::take);
    connect(&trash, &TrashBin::deletedForGood, this, &DeletionBar::take);
    connect(&trash, &TrashBin::failed, this, &DeletionBar::take);
    connect(m_yes, &QPushButton::clicked, this, &DeletionBar::deleteNow);
    connect(m_no, &QPushButton::clicked, this, [this] { close(m_question); });
    connect(m_undo, &QPushButton::clicked, &trash, &TrashBin::undo);
    connect(m_trash, &QPushButton::clicked, this, &DeletionBar::trashRequested);
    connect(m_close, &QPushButton::clicked, this, [this] { close(m_news); });
    connect(&m_newsEnd, &QTimer::timeout, this, [this] { close(m_news); });
}

void DeletionBar::open(MessageStrip *strip)
{
    m_question->setVisible(strip == m_question);
    m_news->setVisible(strip == m_news);
    show();
}

void DeletionBar::close(MessageStrip *strip)
{
    strip->hide();
    setVisible(m_question->isVisibleTo(this) || m_news->isVisibleTo(this));
}

/// What a job works on, or will, stays.
QList<ImageName> DeletionBar::withoutUsed(const QList<ImageName> &images)
{
    const QList<ImageName> used = m_workspace.jobs().imagesInUse();
    QList<ImageName> rest;
    for (const ImageName &image : images) {
        if (!used.contains(image))
            rest.append(image);
    }
    m_used = int(images.size() - rest.size());
    return rest;
}

void DeletionBar::moveToTrash(const QList<ImageName> &images)
{
    const QList<ImageName> going = withoutUsed(images);
    if (going.isEmpty() && m_used > 0)
        take(Trash::Moved());
    else
        m_workspace.trash().move(going);
}

void DeletionBar::askToDelete(const QList<ImageName> &images)
{
    const QList<ImageName> going = withoutUsed(images);
    if (going.isEmpty() && m_used > 0)
        take(Trash::Moved());
    if (going.isEmpty() || !m_workspace.cache())
        return;
    m_workspace.trash().plan(going).then(this, [this](const Result<CleanPlan> &plan) {
        if (!plan)
            take(plan.error());
        else if (plan->images.isEmpty())
            take(Trash::Moved{{}, {}, plan->pinned});
        else
            showQuestion(*plan);
    });
}

void DeletionBar::showQuestion(const CleanPlan &plan)
{
    m_plan = plan;
    const int count = int(plan.images.size());
    const QString bytes = formatBytes(plan.bytes());
    const QString question =
        tr("Delete %n image(s) for good? This frees %1 at once and cannot be undone.", nullptr, count)
            .arg(bytes);
    m_question->setText(joinSentences(QStringList{question} + keptTexts(plan.pinned.size())));
    m_yes->setText(tr("Delete %n image(s) (%1)", nullptr, count).arg(bytes));
    open(m_question);
    m_no->setFocus();
}

/// The images that the question was about, whatever is chosen by now.
void DeletionBar::deleteNow()
{
    close(m_question);
    m_workspace.trash().deleteForGood(m_plan.images);
}

void DeletionBar::take(const News &news)
{
    m_last = news;
    m_newsEnd.stop();
    showNews();
    open(m_news);
    if (!m_undo->isVisibleTo(this) && !std::holds_alternative<Error>(news))
        m_newsEnd.start();
}

/// What stays, and why.
QStringList DeletionBar::keptTexts(qsizetype pinned) const
{
    QStringList texts;
    if (pinned > 0)
        texts.append(tr("%n image(s) stay, because they are pinned.", nullptr, int(pinned)));
    if (m_used > 0)
        texts.append(tr("%n image(s) stay, because jobs need them.", nullptr, m_used));
    return texts;
}

QStringList DeletionBar::movedTexts(const Trash::Moved &moved) const
{
    QStringList texts;
    if (!moved.images.isEmpty()) {
        texts.append(tr("Moved %n image(s) to the cache trash.", nullptr, int(moved.images.size())));
        texts.append(tr("Disk space is released when the trash is emptied: after %n day(s), or at once when "
                        "space runs low.",
                        nullptr, int(Trash::keptFor.count())));
    }
    return texts + keptTexts(moved.pinned.size());
}

void DeletionBar::showNews()
{
    QString text;
    bool canUndo = false;
    if (const auto *moved = std::get_if<Trash::Moved>(&m_last)) {
        canUndo = !moved->images.isEmpty();
        text = joinSentences(movedTexts(*moved));
    } else if (const auto *restored = std::get_if<QList<ImageName>>(&m_last)) {
        text = tr("Brought back %n image(s).", nullptr, int(restored->size()));
    } else if (const auto *done = std::get_if<CleanPlan>(&m_last)) {
        text = tr("Deleted %n image(s) for good, %1 freed.", nullptr, int(done->images.size()))
                   .arg(formatBytes(done->bytes()));
    } else if (const auto *error = std::get_if<Error>(&m_last)) {
        const bool nameTaken = error->code == ErrorCode::InvalidArgument;
        text = nameTaken ? tr("There is another image named %1 by now. Delete or rename that one first.")
                               .arg(error->where)
                         : explain(*error).sentence;
    }
    m_news->setText(text);
    m_undo->setVisible(canUndo);
    m_trash->setVisible(canUndo);
}

void DeletionBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void DeletionBar::retranslate()
{
    m_no->setText(tr("Keep"));
    m_undo->setText(tr("Undo"));
    m_trash->setText(tr("Show trash"));
    m_close->setText(tr("Close"));
    showNews();
    if (m_question->isVisibleTo(this))
        showQuestion(m_plan);
}

} // namespace dip::ui

#include "ui/views/pushsheet.h"

#include <QAction>
#include <QKeyEvent>
#include <QPushButton>
#include <QToolButton>
#include <QTreeView>

#include "ui/errortext.h"
#include "ui/look/format.h"
#include "ui/push/deliverylist.h"
#include "ui/views/pushoptions.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagestrip.h"
#include "ui/widgets/platformbutton.h"
#include "ui/workspace.h"

namespace dip::ui {

PushSheet::PushSheet(Workspace &workspace, QWidget *parent)
    : Sheet(parent)
    , m_workspace(workspace)
    , m_model(new PushModel(this))
    , m_options(new PushOptions(workspace, this))
    , m_questions(new MessageStrip(MessageStrip::Kind::Warning, this))
    , m_overwriteAll(m_questions->addButton())
    , m_skipAll(m_questions->addButton())
    , m_notice(new MessageStrip(MessageStrip::Kind::Danger, this))
    , m_noticeClose(m_notice->addButton())
    , m_table(new QTreeView(this))
    , m_preview(makeHint(this))
    , m_state(makeHint(this))
    , m_stopAsking(new QPushButton(this))
    , m_lists(new QToolButton(this))
    , m_save(new QAction(this))
    , m_open(new QAction(this))
    , m_cancel(new QPushButton(this))
    , m_push(new QPushButton(this))
{
    build();
    connectFields();
    retranslateFrame();
    retranslate();
    changeRule();
}

void PushSheet::begin(const QList<PushModel::Row> &rows)
{
    QList<PushModel::Row> completed = rows;
    for (PushModel::Row &row : completed)
        complete(row);
    m_notice->hide();
    m_listName.clear();
    m_pushWhenAnswered = false;
    m_options->forget();
    m_model->setRows(completed);
    takePlatforms();
    m_options->completeProjects();
    (m_push->isEnabled() ? static_cast<QWidget *>(m_push) : m_options)->setFocus();
}

void PushSheet::chooseRegistry(const QString &profile)
{
    m_options->chooseRegistry(profile);
}

void PushSheet::chooseOtherThan(const QString &profile)
{
    if (m_options->registry() != profile)
        return;
    for (const RegistryProfile &other : m_workspace.registries().profiles()) {
        if (other.id != profile)
            return m_options->chooseRegistry(other.id);
    }
}

/// With what the cache's list knows.
void PushSheet::complete(PushModel::Row &row) const
{
    const CacheRow *known = m_workspace.images().find(row.image);
    if (!known || row.first)
        return;
    row.size = known->size;
    row.platforms = known->platforms;
}

/// Only images of several platforms leave a choice.
void PushSheet::takePlatforms()
{
    QStringList offered;
    for (const PushModel::Row &row : m_model->rows()) {
        if (row.platforms.size() > 1)
            offered += row.platforms;
    }
    offered.removeDuplicates();
    offered.sort();
    m_options->platforms().setOffered(offered);
    m_options->platforms().setEnabled(!offered.isEmpty());
}

void PushSheet::changeRule()
{
    m_model->setRule(m_options->rule());
}

/// After anything that changes what is pushed: shows it, and asks the registry anew.
void PushSheet::refresh()
{
    m_preflight.cancel();
    m_pushWhenAnswered = false;
    showState();
    if (const QString problem = firstProblem(); !problem.isEmpty())
        tell(problem, !m_options->registry().isEmpty());
    else
        ask();
    m_stopAsking->setVisible(m_preflight.isAsking());
}

void PushSheet::tell(const QString &text, bool isTrouble)
{
    m_state->setForegroundRole(isTrouble ? QPalette::BrightText : QPalette::PlaceholderText);
    m_state->setText(text);
}

QString PushSheet::firstProblem() const
{
    if (m_options->registry().isEmpty())
        return tr("Add a registry to push to.");
    if (const QString problem = m_options->problem(); !problem.isEmpty())
        return problem;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (const QString problem = m_model->problem(row); !problem.isEmpty())
            return problem;
    }
    return {};
}

void PushSheet::showState()
{
    const int questions = m_model->openQuestions();
    m_questions->setText(
        tr("%n name(s) stand for another image in the registry. Overwrite, skip or rename each of them.",
           nullptr, questions));
    m_questions->setVisible(questions > 0);
    m_push->setText(tr("Push %n image(s)", nullptr, m_model->toPush()));
    m_push->setEnabled(firstProblem().isEmpty() && m_model->isValid() && questions == 0);
    m_save->setEnabled(m_model->rowCount() > 0);
    showPreview();
}

void PushSheet::showPreview()
{
    const int row = std::max(0, m_table->currentIndex().row());
    const RegistryProfile *profile = m_workspace.registries().find(m_options->registry());
    m_preview->setVisible(profile && row < m_model->rowCount());
    if (m_preview->isVisibleTo(this))
        m_preview->setText(tr("Full name: %1").arg(profile->address + u'/' + m_model->rows()[row].target));
}

/// Images that are still being imported cannot be asked about yet.
void PushSheet::ask()
{
    QList<PushFromCacheUsingManifest> pushes;
    m_askedRows.clear();
    bool pulls = false;
    bool waits = false;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const PushModel::Row &asked = m_model->rows()[row];
        if (asked.answer == PushModel::Skip)
            continue;
        pulls = pulls || asked.first;
        waits = waits || asked.waits();
        if (asked.waits())
            continue;
        pushes.append(operation(asked));
        m_askedRows.append(row);
    }
    const auto registry = m_workspace.registries().registryFor(m_options->registry());
    tell(pulls   ? tr("Each image is pulled into the cache first, then it is pushed.")
         : waits ? tr("Pushing begins as soon as the import is done.")
                 : QString());
    if (!registry || !isVisible() || pushes.isEmpty() || !m_workspace.cache())
        return;
    tell(tr("Asking the registry what is already there…"));
    m_preflight.ask(m_workspace.cache(), *registry, pushes);
}

void PushSheet::takeAnswer(const Preflight::Outcome &outcome)
{
    using enum PushModel::Found;
    for (qsizetype i = 0; i < outcome.tags.size(); ++i) {
        const auto tag = outcome.tags[i];
        m_model->setFound(m_askedRows[i], tag == Preflight::Tag::Same    ? Same
                                          : tag == Preflight::Tag::Other ? Other
                                                                         : Nothing);
    }
    tell(sentenceOf(outcome), outcome.refusal.has_value());
    m_stopAsking->hide();
    showState();
    if (std::exchange(m_pushWhenAnswered, false) && m_push->isEnabled())
        enqueue();
}

QString PushSheet::sentenceOf(const Preflight::Outcome &outcome) const
{
    if (outcome.refusal)
        return explain(*outcome.refusal, place(outcome.refusedAt->toString())).sentence;
    const int blobs = outcome.wouldMove.blobs + outcome.alreadyThere.blobs;
    const QString sentence =
        outcome.mayPush
            ? tr("You may push, and %1 of %2 will be uploaded (%3 of %n layer(s) are already in the "
                 "registry).",
                 nullptr, blobs)
            : tr("Will upload %1 of %2 (%3 of %n layer(s) are already in the registry).", nullptr, blobs);
    return sentence.arg(formatBytes(outcome.wouldMove.bytes),
                        formatBytes(outcome.wouldMove.bytes + outcome.alreadyThere.bytes),
                        QString::number(outcome.alreadyThere.blobs));
}

ErrorPlace PushSheet::place(const QString &repository) const
{
    const RegistryProfile *profile = m_workspace.registries().find(m_options->registry());
    return profile ? ErrorPlace{profile->address, repository, profile->username, true} : ErrorPlace();
}

/// The job itself will meet the same, and shows in its row what helps.
void PushSheet::takeFailure(const Error &error)
{
    m_stopAsking->hide();
    const bool isOne = m_askedRows.size() == 1;
    const auto name = isOne ? ImageName::parse(m_model->rows()[m_askedRows.first()].target)
                            : fail(ErrorCode::InvalidArgument, {});
    tell(explain(error, place(name ? name->repository.toString() : QString())).sentence, true);
    if (std::exchange(m_pushWhenAnswered, false))
        enqueue();
}

void PushSheet::stopAsking()
{
    m_preflight.cancel();
    m_pushWhenAnswered = false;
    m_stopAsking->hide();
    tell(tr("The registry was not asked."));
}

PushFromCacheUsingManifest PushSheet::operation(const PushModel::Row &row) const
{
    const auto target = ImageName::parse(row.target);
    PushFromCacheUsingManifest push{row.image, {}};
    push.target.repository = target->repository;
    push.target.reference = target->reference;
    push.target.maxConcurrent = m_options->blobsAtOnce();
    push.target.forceUpload = m_options->isForced();
    for (const QString &platform : m_options->platforms().chosen()) {
        if (row.platforms.size() > 1 && row.platforms.contains(platform))
            push.platforms.append(*Platform::parse(platform));
    }
    return push;
}

/// While the registry is being asked, the push waits for the answer, so that nothing is overwritten unseen;
/// pressed once more, it does not.
void PushSheet::push()
{
    if (!m_push->isEnabled())
        return;
    if (m_preflight.isAsking() && !m_pushWhenAnswered) {
        m_pushWhenAnswered = true;
        tell(tr("Looking first, then pushing. Press again to push at once."));
        return;
    }
    enqueue();
}

void PushSheet::enqueue()
{
    const RegistryProfile *profile = m_workspace.registries().find(m_options->registry());
    if (!profile)
        return;
    m_preflight.cancel();
    for (const PushModel::Row &row : m_model->rows()) {
        if (row.answer == PushModel::Skip)
            continue;
        const QString after = row.first ? m_workspace.jobs().add(*row.first) : row.after;
        m_workspace.jobs().add({JobKind::Push,
                                row.image.toString(),
                                profile->address + u'/' + row.target,
                                profile->id,
                                after,
                                {operation(row)},
                                digestOf(row),
                                m_listName});
    }
    m_pushWhenAnswered = false;
    m_stopAsking->hide();
    emit pushed();
}

/// Of what is sent, where all of the image is: leaving out platforms makes another.
QString PushSheet::digestOf(const PushModel::Row &row) const
{
    const CacheRow *known = m_workspace.images().find(row.image);
    const bool isWhole = known && operation(row).platforms.isEmpty() && !row.waits();
    return isWhole && known->image.manifestDigest ? known->image.manifestDigest->toString() : QString();
}

/// Enter in a field comes here, too. Held down it is no second press, which would not wait for the answer.
void PushSheet::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && !event->isAutoRepeat())
        m_push->click();
    else if (!isEnter)
        Sheet::keyPressEvent(event);
}

void PushSheet::showEvent(QShowEvent *event)
{
    Sheet::showEvent(event);
    refresh();
}

} // namespace dip::ui

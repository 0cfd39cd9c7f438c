// The parts of the push form that are about its rows: delivery lists, the table's commands, its texts.

#include <QAction>
#include <QFileDialog>
#include <QFileInfo>
#include <QPushButton>
#include <QToolButton>
#include <QTreeView>

#include "ui/errortext.h"
#include "ui/push/deliverylist.h"
#include "ui/views/pushoptions.h"
#include "ui/views/pushsheet.h"
#include "ui/widgets/messagestrip.h"
#include "ui/widgets/platformbutton.h"
#include "ui/workspace.h"

namespace dip::ui {

namespace {
constexpr qsizetype mostNamed = 5;
}

DeliveryList PushSheet::list() const
{
    DeliveryList list;
    if (const RegistryProfile *profile = m_workspace.registries().find(m_options->registry()))
        list.registry = profile->address;
    list.rule = m_options->rule();
    list.platforms = m_options->platforms().chosen();
    for (const PushModel::Row &row : m_model->rows())
        list.images.append({row.image, row.byHand ? row.target : QString()});
    return list;
}

void PushSheet::saveList(const QString &file)
{
    const auto saved = list().save(file);
    m_notice->setVisible(!saved);
    if (!saved)
        m_notice->setText(explain(saved.error()).sentence);
    else
        m_listName = QFileInfo(file).completeBaseName();
}

void PushSheet::openList(const QString &file)
{
    const auto list = DeliveryList::load(file);
    if (!list) {
        m_notice->setText(
            tr("%1 cannot be used: %2", "file, reason").arg(QFileInfo(file).fileName(), list.error().detail));
        m_notice->show();
        return;
    }
    QList<PushModel::Row> rows;
    QStringList missing;
    for (const DeliveryList::Entry &entry : list->images) {
        if (m_workspace.images().find(entry.image))
            rows.append({entry.image, 0, entry.target, !entry.target.isEmpty()});
        else
            missing.append(entry.image.toString());
    }
    for (const RegistryProfile &profile : m_workspace.registries().profiles()) {
        if (profile.address == list->registry)
            m_options->chooseRegistry(profile.id);
    }
    m_options->setRule(list->rule);
    begin(rows);
    m_listName = QFileInfo(file).completeBaseName();
    m_options->platforms().setChosen(list->platforms);
    if (missing.isEmpty())
        return;
    m_notice->setText(tr("%n image(s) of the list are not in the cache: %1", nullptr, int(missing.size()))
                          .arg(missing.first(std::min(missing.size(), mostNamed)).join(QStringLiteral(", ")) +
                               (missing.size() > mostNamed ? QStringLiteral(" …") : QString())));
    m_notice->show();
}

void PushSheet::chooseListToSave()
{
    auto *dialog = new QFileDialog(this, tr("Save as delivery list"), {}, tr("Delivery lists (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    connect(dialog, &QFileDialog::fileSelected, this, &PushSheet::saveList);
    dialog->open();
}

void PushSheet::chooseListToOpen()
{
    auto *dialog =
        new QFileDialog(this, tr("Open delivery list"), {}, tr("Delivery lists (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &PushSheet::openList);
    dialog->open();
}

QList<int> PushSheet::chosenRows() const
{
    QList<int> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows.append(index.row());
    std::ranges::sort(rows);
    return rows;
}

void PushSheet::removeChosen()
{
    const QList<int> rows = chosenRows();
    for (auto row = rows.crbegin(); row != rows.crend(); ++row)
        m_model->drop(*row);
}

void PushSheet::fillDown()
{
    m_model->fillDown(chosenRows());
}

void PushSheet::backToRule()
{
    m_model->backToRule(chosenRows());
}

void PushSheet::answerChosen(PushModel::Answer answer)
{
    for (const int row : chosenRows())
        m_model->answer(row, answer);
}

void PushSheet::retranslate()
{
    setTitle(tr("Push to a registry"));
    m_overwriteAll->setText(tr("Overwrite all"));
    m_skipAll->setText(tr("Skip all"));
    m_noticeClose->setText(tr("Close"));
    m_table->setAccessibleName(tr("Images and their names in the registry"));
    m_fillDown->setText(tr("Fill down path and tag of the first"));
    m_backToRule->setText(tr("Name by the rule again"));
    m_remove->setText(tr("Remove from this push"));
    m_overwrite->setText(PushModel::answerText(PushModel::Overwrite));
    m_skip->setText(PushModel::answerText(PushModel::Skip));
    m_rename->setText(PushModel::answerText(PushModel::Rename));
    m_stopAsking->setText(tr("Do not ask"));
    m_lists->setText(tr("Delivery list"));
    m_save->setText(tr("Save as delivery list…"));
    m_open->setText(tr("Open delivery list…"));
    m_cancel->setText(tr("Cancel"));
    m_model->retranslate();
    refresh();
}

} // namespace dip::ui

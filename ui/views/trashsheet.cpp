#include "ui/views/trashsheet.h"

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include "ui/cache/trashbin.h"
#include "ui/delegates/rowdelegate.h"
#include "ui/look/format.h"
#include "ui/models/trashmodel.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagestrip.h"

namespace dip::ui {

TrashSheet::TrashSheet(TrashBin &trash, QWidget *parent)
    : Sheet(parent)
    , m_trash(trash)
    , m_model(new TrashModel(trash, this))
    , m_table(new QTreeView(this))
    , m_nothing(makeHint(this))
    , m_stack(new QStackedWidget(this))
    , m_question(new MessageStrip(MessageStrip::Kind::Danger, this))
    , m_yes(m_question->addButton())
    , m_no(m_question->addWayOut())
    , m_state(makeHint(this))
    , m_restore(new QPushButton(this))
    , m_delete(new QPushButton(this))
    , m_empty(new QPushButton(this))
{
    build();
    connectAll();
    retranslateFrame();
    retranslate();
}

void TrashSheet::build()
{
    m_table->setObjectName(QStringLiteral("trashTable"));
    m_restore->setObjectName(QStringLiteral("trashRestore"));
    m_delete->setObjectName(QStringLiteral("trashDelete"));
    m_empty->setObjectName(QStringLiteral("trashEmpty"));
    m_yes->setObjectName(QStringLiteral("trashYes"));
    setFocusProxy(m_table);
    m_table->setModel(m_model);
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setAllColumnsShowFocus(true);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->setItemDelegate(new RowDelegate(m_table));
    QHeaderView *header = m_table->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(TrashModel::Images, QHeaderView::Stretch);
    const int widths[]{300, 150, 150, 110};
    for (int column = 0; column < TrashModel::ColumnCount; ++column)
        m_table->setColumnWidth(column, widths[column]);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_nothing);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_restore->setDefault(true);
    auto *row = new QHBoxLayout;
    row->addWidget(m_state, 1);
    row->addWidget(m_empty);
    row->addWidget(m_delete);
    row->addWidget(m_restore);
    body()->addWidget(m_question);
    body()->addWidget(m_stack, 1);
    body()->addLayout(row);
}

void TrashSheet::connectAll()
{
    connect(m_model, &QAbstractItemModel::modelReset, this, &TrashSheet::showState);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &TrashSheet::showState);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TrashSheet::showState);
    connect(m_table, &QTreeView::doubleClicked, m_restore, &QPushButton::click);
    connect(m_restore, &QPushButton::clicked, this, [this] { m_trash.restore(chosen()); });
    connect(m_delete, &QPushButton::clicked, this, [this] { ask(chosen()); });
    connect(m_empty, &QPushButton::clicked, this, [this] { ask(all()); });
    connect(m_yes, &QPushButton::clicked, this, [this] {
        m_question->hide();
        m_trash.empty(m_asked);
    });
    connect(m_no, &QPushButton::clicked, m_question, &QWidget::hide);
}

void TrashSheet::begin()
{
    m_question->hide();
    m_trash.reload();
    showState();
    m_table->setFocus();
}

QStringList TrashSheet::chosen() const
{
    QStringList ids;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        ids.append(m_model->item(index.row()).id);
    return ids;
}

QStringList TrashSheet::all() const
{
    QStringList ids;
    for (int row = 0; row < m_model->rowCount(); ++row)
        ids.append(m_model->item(row).id);
    return ids;
}

int TrashSheet::imagesOf(const QStringList &ids) const
{
    qsizetype images = 0;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (ids.contains(m_model->item(row).id))
            images += m_model->item(row).images.size();
    }
    return int(images);
}

/// Shared layers go with the last that needs them, so the bytes of several are no sum.
void TrashSheet::ask(const QStringList &ids)
{
    if (ids.isEmpty())
        return;
    m_asked = ids;
    m_trash.measure(ids).then(this, [this](const Result<qint64> &bytes) {
        m_askedBytes = bytes.value_or(0);
        m_question->show();
        showState();
        m_no->setFocus();
    });
}

void TrashSheet::showState()
{
    const bool any = m_model->rowCount() > 0;
    if (any && !m_table->selectionModel()->hasSelection())
        m_table->setCurrentIndex(m_model->index(0, 0));
    m_stack->setCurrentWidget(any ? static_cast<QWidget *>(m_table) : m_nothing);
    const int images = imagesOf(chosen());
    m_restore->setEnabled(any && images > 0);
    m_restore->setText(tr("Restore %n image(s)", nullptr, std::max(1, images)));
    m_delete->setEnabled(any && images > 0);
    m_empty->setEnabled(any);
    m_state->setText(any ? tr("Emptying the trash frees %1. Until then its images can be restored, byte for "
                              "byte.")
                               .arg(formatBytes(m_trash.bytes()))
                         : QString());
    const int asked = imagesOf(m_asked);
    const QString bytes = formatBytes(m_askedBytes);
    m_question->setText(
        tr("Delete %n image(s) for good? This frees %1 at once and cannot be undone.", nullptr, asked)
            .arg(bytes));
    m_yes->setText(tr("Delete %n image(s) (%1)", nullptr, asked).arg(bytes));
    if (asked == 0)
        m_question->hide();
}

void TrashSheet::retranslate()
{
    setTitle(tr("Trash of the cache"));
    m_table->setAccessibleName(tr("Deletions in the trash"));
    m_nothing->setText(
        tr("The trash is empty. Images that you delete from the cache can be brought back from "
           "here for %n day(s).",
           nullptr, int(Trash::keptFor.count())));
    m_delete->setText(tr("Delete for good…"));
    m_empty->setText(tr("Empty the trash…"));
    m_no->setText(tr("Keep"));
    m_model->retranslate();
    showState();
}

} // namespace dip::ui

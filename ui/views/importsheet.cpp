#include "ui/views/importsheet.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>

#include "ui/delegates/rowdelegate.h"
#include "ui/jobs/importjobs.h"
#include "ui/look/format.h"
#include "ui/look/icons.h"
#include "ui/models/importmodel.h"
#include "ui/widgets/labels.h"
#include "ui/workspace.h"

namespace dip::ui {

ImportSheet::ImportSheet(Workspace &workspace, QWidget *parent)
    : Sheet(parent)
    , m_workspace(workspace)
    , m_model(new ImportModel(this))
    , m_table(new QTreeView(this))
    , m_state(makeHint(this))
    , m_cancel(new QPushButton(this))
    , m_import(new QPushButton(this))
    , m_importAndPush(new QPushButton(this))
{
    m_table->setObjectName(QStringLiteral("importTable"));
    m_table->setModel(m_model);
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    setFocusProxy(m_table);
    m_table->setFrameShape(QFrame::StyledPanel);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->setItemDelegate(new RowDelegate(m_table));
    m_table->setItemDelegateForColumn(ImportModel::Platforms, new ChipDelegate(m_table));
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                             QAbstractItemView::SelectedClicked);
    const int widths[]{290, 120, 90, 190, 250};
    for (int column = 0; column < ImportModel::ColumnCount; ++column)
        m_table->setColumnWidth(column, widths[column]);
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setSectionResizeMode(ImportModel::Name, QHeaderView::Stretch);
    m_state->setObjectName(QStringLiteral("importState"));
    m_importAndPush->setDefault(true);
    m_import->setObjectName(QStringLiteral("importButton"));
    m_importAndPush->setObjectName(QStringLiteral("importAndPushButton"));
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_state, 1);
    foot->addWidget(m_cancel);
    foot->addWidget(m_import);
    foot->addWidget(m_importAndPush);
    body()->addWidget(m_table, 1);
    body()->addLayout(foot);

    connect(&m_scanner, &ArchiveScanner::scanned, this, [this](const QList<ImportRow> &rows) {
        m_model->add(rows);
        showState();
    });
    connect(&m_scanner, &ArchiveScanner::idle, this, &ImportSheet::showState);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &ImportSheet::showState);
    connect(m_model, &ImportModel::choiceMade, this, &ImportSheet::chooseWithSelection);
    connect(m_cancel, &QPushButton::clicked, this, &Sheet::closed);
    connect(m_import, &QPushButton::clicked, this, &ImportSheet::importOnly);
    connect(m_importAndPush, &QPushButton::clicked, this, &ImportSheet::importAndPush);
    connect(this, &Sheet::closed, this, &ImportSheet::close);
    retranslateFrame();
    retranslate();
}

ImportSheet::~ImportSheet() = default;

void ImportSheet::add(const QStringList &paths)
{
    m_scanner.setCache(m_workspace.cache());
    m_scanner.scan(paths);
    showState();
}

void ImportSheet::showState()
{
    const QList<ImportRow> chosen = m_model->chosen();
    qint64 bytes = 0;
    for (const ImportRow &row : chosen)
        bytes += row.size;
    const auto refused =
        std::ranges::count_if(m_model->rows(), [](const ImportRow &row) { return row.error.has_value(); });
    QStringList parts;
    if (m_scanner.isBusy())
        parts.append(tr("Looking into the archives…"));
    parts.append(tr("%n image(s) chosen, %1", nullptr, int(chosen.size())).arg(formatBytes(bytes)));
    if (const int nameless = m_model->withoutName(); nameless > 0)
        parts.append(tr("%n image(s) need a valid name", nullptr, nameless));
    if (refused > 0)
        parts.append(tr("%n file(s) cannot be imported", nullptr, int(refused)));
    m_state->setText(parts.join(QStringLiteral("  ·  ")));
    m_import->setText(tr("Import only"));
    m_importAndPush->setText(tr("Import and push %n image(s)…", nullptr, int(chosen.size())));
    m_import->setEnabled(m_model->isValid());
    m_importAndPush->setEnabled(m_model->isValid());
}

/// Ticking one of several selected rows ticks them all.
void ImportSheet::chooseWithSelection(int row, bool chosen)
{
    QList<int> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows.append(index.row());
    if (rows.size() > 1 && rows.contains(row))
        m_model->choose(rows, chosen);
}

QList<PushModel::Row> ImportSheet::enqueue()
{
    QList<PushModel::Row> rows = addImports(m_workspace.jobs(), m_model->chosen());
    close();
    return rows;
}

void ImportSheet::importOnly()
{
    enqueue();
    emit imported();
}

void ImportSheet::importAndPush()
{
    emit pushRequested(enqueue());
}

void ImportSheet::close()
{
    m_scanner.cancel();
    m_model->clear();
}

void ImportSheet::retranslate()
{
    setTitle(tr("Import images"));
    m_table->setAccessibleName(tr("Images found"));
    m_cancel->setText(tr("Cancel"));
    m_model->retranslate();
    showState();
}

} // namespace dip::ui

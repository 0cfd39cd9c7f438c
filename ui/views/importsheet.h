#pragma once

#include "ui/archives/archivescanner.h"
#include "ui/models/pushmodel.h"
#include "ui/widgets/sheet.h"

class QLabel;
class QPushButton;
class QTreeView;

namespace dip::ui {

class ImportModel;
class Workspace;

/// What was dropped: the images inside, their names to be edited, and whether they are good.
class ImportSheet final : public Sheet
{
    Q_OBJECT

public:
    explicit ImportSheet(Workspace &workspace, QWidget *parent = nullptr);
    ~ImportSheet() override;

    void add(const QStringList &paths);

signals:
    void imported();
    /// The import is on its way; the rows name the jobs that they wait for.
    void pushRequested(const QList<dip::ui::PushModel::Row> &rows);

protected:
    void retranslate() override;

private:
    void showState();
    void chooseWithSelection(int row, bool chosen);
    void importOnly();
    void importAndPush();
    QList<PushModel::Row> enqueue();
    void close();

    Workspace &m_workspace;
    ArchiveScanner m_scanner;
    ImportModel *m_model;
    QTreeView *m_table;
    QLabel *m_state;
    QPushButton *m_cancel;
    QPushButton *m_import;
    QPushButton *m_importAndPush;
};

} // namespace dip::ui

#pragma once

#include "ui/models/pushmodel.h"
#include "ui/push/preflight.h"
#include "ui/widgets/sheet.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTreeView;

namespace dip::ui {

class RegistryCombo;
class Workspace;

/// Where the chosen images go: registry, rule, names, and what will be sent.
class PushSheet final : public Sheet
{
    Q_OBJECT

public:
    explicit PushSheet(Workspace &workspace, QWidget *parent = nullptr);

    void begin(const QList<PushModel::Row> &rows);
    void chooseRegistry(const QString &profile);

signals:
    void pushed();
    void addRegistryRequested();

protected:
    void retranslate() override;

private:
    void build();
    void registryChanged();
    void changeRule();
    void showState();
    void askRegistry();
    void push();
    void removeChosen();
    [[nodiscard]] PushFromCacheUsingManifest operation(const PushModel::Row &row) const;

    Workspace &m_workspace;
    PushModel *m_model;
    Preflight m_preflight;
    RegistryCombo *m_registry;
    QComboBox *m_path;
    QLineEdit *m_project;
    QLineEdit *m_tag;
    QSpinBox *m_atOnce;
    QCheckBox *m_force;
    QLabel *m_registryLabel;
    QLabel *m_pathLabel;
    QLabel *m_projectLabel;
    QLabel *m_tagLabel;
    QLabel *m_atOnceLabel;
    QTreeView *m_table;
    QLabel *m_state;
    QPushButton *m_cancel;
    QPushButton *m_push;
};

} // namespace dip::ui

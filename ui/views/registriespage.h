#pragma once

#include <QWidget>

class QLabel;
class QListView;
class QPushButton;
class QStackedWidget;

namespace dip::ui {

class EmptyState;
class RegistryEditor;
class RegistryModel;
class Workspace;

/// The person's registries: a list, and the fields of the chosen one.
class RegistriesPage final : public QWidget
{
    Q_OBJECT

public:
    explicit RegistriesPage(Workspace &workspace, QWidget *parent = nullptr);

    void beginNew();
    void edit(const QString &profile);

signals:
    void saved(const QString &profile);

protected:
    void changeEvent(QEvent *event) override;

private:
    void choose(int row);
    void showState();
    void retranslate();

    Workspace &m_workspace;
    RegistryModel *m_model;
    QLabel *m_title;
    QPushButton *m_add;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QPushButton *m_first;
    QListView *m_list;
    RegistryEditor *m_editor;
    bool m_adding = false;
};

} // namespace dip::ui

#pragma once

#include <QWidget>

#include "ui/registries/dockerimport.h"
#include "ui/registries/remotetags.h"

class QAction;
class QDropEvent;
class QLabel;
class QListView;
class QPushButton;
class QStackedWidget;
class QTabWidget;

namespace dip::ui {

class EmptyState;
class MessageStrip;
class RegistryContents;
class RegistryEditor;
class RegistryModel;
class Workspace;

/// The person's registries: a list; beside it the fields of the chosen one and what it holds. Files that are
/// dropped on a registry are to be pushed there.
class RegistriesPage final : public QWidget
{
    Q_OBJECT

public:
    explicit RegistriesPage(Workspace &workspace, QWidget *parent = nullptr);

    /// What can be done with tags of a registry.
    [[nodiscard]] QList<QAction *> tagActions() const;
    void beginNew();
    void edit(const QString &profile);
    void browse(const QString &profile);

signals:
    void saved(const QString &profile);
    void pullRequested(const QString &profile, const QString &repository, const QStringList &tags);
    void jobRequested(const QString &id);
    /// The target, another registry, is empty where it is still to be chosen.
    void copyRequested(const dip::ui::RemoteTags &tags, const QString &target);
    /// Archives and folders were dropped on a registry, or (empty) beside all of them.
    void dropped(const QString &profile, const QStringList &paths);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    QWidget *makeBoth();
    void connectParts();
    bool takeDrag(QDropEvent *event, bool isDrop);
    bool takeTags(QDropEvent *event, const RemoteTags &tags);
    void showTitle(const QString &deed);
    void showChosen();
    void choose(int row);
    void showState();
    void showImported(const DockerImport::Summary &summary);
    void retranslate();

    Workspace &m_workspace;
    RegistryModel *m_model;
    QLabel *m_title;
    QPushButton *m_add;
    QPushButton *m_import;
    MessageStrip *m_notice;
    QPushButton *m_noticeClose;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QPushButton *m_first;
    QPushButton *m_firstImport;
    QListView *m_list;
    QTabWidget *m_tabs;
    RegistryEditor *m_editor;
    RegistryContents *m_contents;
    bool m_adding = false;
    QStringList m_dragged; ///< what is being dragged over the list, and may hold images
    DockerImport m_importer;
};

} // namespace dip::ui

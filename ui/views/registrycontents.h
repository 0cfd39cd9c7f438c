#pragma once

#include <QModelIndexList>
#include <QWidget>

#include "core/base/error.h"
#include "ui/registries/remotetags.h"

class QAction;
class QLabel;
class QLineEdit;
class QPushButton;

namespace dip::ui {

class RegistryTree;
class RegistryTreeModel;
class TagDeletionBar;
class Workspace;

/// The repositories and tags of one registry, read as somebody looks at them.
class RegistryContents final : public QWidget
{
    Q_OBJECT

public:
    explicit RegistryContents(Workspace &workspace, QWidget *parent = nullptr);

    void show(const QString &profile); ///< its id
    /// What can be done with chosen tags; enabled only while they are to be seen.
    [[nodiscard]] QList<QAction *> actions() const { return {m_copyTo, m_delete}; }

signals:
    /// Tags may be empty: then they are still to be chosen.
    void pullRequested(const QString &profile, const QString &repository, const QStringList &tags);
    void copyRequested(const dip::ui::RemoteTags &tags);
    void jobRequested(const QString &id);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void connectParts();
    QAction *addAction(const QString &name, const QKeySequence &keys, void (RegistryContents::*slot)());
    void load();
    [[nodiscard]] QModelIndexList chosenRows() const;
    [[nodiscard]] RemoteTags chosen() const;
    void copyChosen();
    void say(const QString &text); ///< below the tree
    void showFailure(const QString &repository, const Error &error);
    void addTyped();
    void showState();
    void pull();
    void copyReference();
    void deleteChosen();
    void takeDeleted(const QString &profile, const QString &repository);
    void retranslate();

    Workspace &m_workspace;
    QString m_profile;
    bool m_isLoaded = false;
    RegistryTreeModel *m_model;
    TagDeletionBar *m_deletion;
    QLineEdit *m_name;
    QPushButton *m_open;
    QPushButton *m_reload;
    RegistryTree *m_tree;
    QLabel *m_state;
    QPushButton *m_pull;
    QPushButton *m_copyToButton;
    QPushButton *m_deleteButton;
    QAction *m_copy;
    QAction *m_copyTo;
    QAction *m_delete;
};

} // namespace dip::ui

#pragma once

#include <QWidget>

#include "core/base/error.h"

class QAction;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeView;

namespace dip::ui {

class RegistryTreeModel;
class Workspace;

/// The repositories and tags of one registry, read as somebody looks at them.
class RegistryContents final : public QWidget
{
    Q_OBJECT

public:
    explicit RegistryContents(Workspace &workspace, QWidget *parent = nullptr);

    void show(const QString &profile); ///< its id

signals:
    /// Tags may be empty: then they are still to be chosen.
    void pullRequested(const QString &profile, const QString &repository, const QStringList &tags);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void load();
    void showFailure(const QString &repository, const Error &error);
    void addTyped();
    void showState();
    void pull();
    void copyReference();
    void retranslate();

    Workspace &m_workspace;
    QString m_profile;
    bool m_isLoaded = false;
    RegistryTreeModel *m_model;
    QLineEdit *m_name;
    QPushButton *m_open;
    QPushButton *m_reload;
    QTreeView *m_tree;
    QLabel *m_state;
    QPushButton *m_pull;
    QAction *m_copy;
};

} // namespace dip::ui

#pragma once

#include "ui/registries/registrybrowser.h"
#include "ui/widgets/sheet.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QStringListModel;

namespace dip::ui {

class RegistryCombo;
class Workspace;

/// Which image is fetched from which registry into the cache.
class PullSheet final : public Sheet
{
    Q_OBJECT

public:
    explicit PullSheet(Workspace &workspace, QWidget *parent = nullptr);

    void begin();
    void chooseRegistry(const QString &profile);

signals:
    void pulled();
    void addRegistryRequested();

protected:
    void retranslate() override;

private:
    void build();
    void registryChanged();
    void listTags();
    void showTags(const QStringList &tags);
    void showState();
    void pull();
    [[nodiscard]] QStringList chosenTags() const;

    Workspace &m_workspace;
    RegistryBrowser m_browser;
    RegistryCombo *m_registry;
    QLineEdit *m_repository;
    QStringListModel *m_known;
    QComboBox *m_platform;
    QLineEdit *m_saveAs;
    QLabel *m_registryLabel;
    QLabel *m_repositoryLabel;
    QLabel *m_platformLabel;
    QLabel *m_saveAsLabel;
    QLabel *m_tagsLabel;
    QLineEdit *m_tag;
    QListWidget *m_tags;
    QPushButton *m_list;
    QLabel *m_state;
    QPushButton *m_cancel;
    QPushButton *m_pull;
};

} // namespace dip::ui

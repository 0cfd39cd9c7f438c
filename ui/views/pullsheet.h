#pragma once

#include "core/transfer/operation.h"
#include "ui/registries/registrybrowser.h"
#include "ui/widgets/sheet.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QStringListModel;

namespace dip::ui {

class PlatformButton;
class RegistryCombo;
class Workspace;

/// Which images are fetched from which registry into the cache. Tags are read page by page, as they are
/// scrolled to; platforms are those of the image that is chosen.
class PullSheet final : public Sheet
{
    Q_OBJECT

public:
    explicit PullSheet(Workspace &workspace, QWidget *parent = nullptr);

    void begin();
    void begin(const QString &profile, const QString &repository, const QStringList &tags);
    void chooseRegistry(const QString &profile);

signals:
    void pulled();
    void addRegistryRequested();

protected:
    void retranslate() override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void nameFields();
    QLayout *makeForm();
    QLayout *makeTags();
    void connectFields();
    void registryChanged();
    void repositoryChanged();
    void listTags();
    void readMoreTags();
    void takeTags(const QStringList &tags, const RegistryBrowser::Page &next);
    void tagsChanged();
    void showState();
    void pull();
    void setPlatforms(PullAndCache &pull) const;
    [[nodiscard]] QStringList chosenTags() const;
    [[nodiscard]] QString problem() const;

    Workspace &m_workspace;
    RegistryCombo *m_registry;
    QLabel *m_mark;
    QLineEdit *m_repository;
    QStringListModel *m_known;
    QComboBox *m_platform;
    PlatformButton *m_platforms;
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
    RegistryBrowser::Page m_nextPage;
    bool m_hasMoreTags = false;
    QStringList m_wantedTags; ///< to be chosen when they appear
    QString m_platformsOf;    ///< the image that was asked for its platforms last
    RegistryBrowser m_browser;
};

} // namespace dip::ui

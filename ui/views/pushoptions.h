#pragma once

#include <QWidget>

#include "ui/push/pushrule.h"
#include "ui/registries/registrybrowser.h"

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QSpinBox;
class QStringListModel;
class QToolButton;

namespace dip::ui {

class PlatformButton;
class RateBox;
class RegistryCombo;
class Workspace;

/// The fields of a push beside the images themselves: the registry, the rule for the names, and how it is
/// sent. Retries and the limit belong to the registry, so they are kept in its profile.
class PushOptions final : public QWidget
{
    Q_OBJECT

public:
    explicit PushOptions(Workspace &workspace, QWidget *parent = nullptr);

    [[nodiscard]] QString registry() const; ///< the profile's id; empty where there is none
    void chooseRegistry(const QString &profile);
    [[nodiscard]] PushRule rule() const;
    void setRule(const PushRule &rule);
    [[nodiscard]] int blobsAtOnce() const;
    [[nodiscard]] bool isForced() const;
    [[nodiscard]] PlatformButton &platforms() { return *m_platforms; }
    [[nodiscard]] QString problem() const; ///< of the rule; empty where nothing is wrong
    void forget();                         ///< what counts for one push only
    void completeProjects();               ///< asks the registry for what can be completed

signals:
    void registryChanged();
    void ruleChanged();
    void sendingChanged(); ///< force
    void addRegistryRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void connectFields();
    void addRow(QLabel *label, QWidget *field);
    void takeRegistry();
    void tune();
    void showFields();
    void retranslate();
    void retranslateMore();

    Workspace &m_workspace;
    QGridLayout *m_form;
    QLabel *m_registryLabel;
    RegistryCombo *m_registry;
    QLabel *m_mark;
    QLabel *m_pathLabel;
    QComboBox *m_path;
    QLabel *m_projectLabel;
    QLineEdit *m_project;
    QLabel *m_findLabel;
    QLineEdit *m_find;
    QLabel *m_replacementLabel;
    QLineEdit *m_replacement;
    QLabel *m_tagLabel;
    QLineEdit *m_tag;
    QLabel *m_platformsLabel;
    PlatformButton *m_platforms;
    QLabel *m_platformsNote;
    QToolButton *m_more;
    QLabel *m_atOnceLabel;
    QSpinBox *m_atOnce;
    QLabel *m_retriesLabel;
    QSpinBox *m_retries;
    QLabel *m_limitLabel;
    RateBox *m_limit;
    QLabel *m_existingLabel;
    QComboBox *m_existing;
    QStringListModel *m_projects;
    QString m_takenFrom; ///< the profile whose project was taken over last
    QString m_takenProject;
    RegistryBrowser m_browser;
};

} // namespace dip::ui

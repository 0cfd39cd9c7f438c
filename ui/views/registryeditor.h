#pragma once

#include <QWidget>

#include "ui/registries/registrybrowser.h"
#include "ui/registries/registryprofile.h"

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace dip::ui {

class CertificateBox;
class CheckLadder;
class Workspace;

/// The fields of one registry, and the test whether it can be reached.
class RegistryEditor final : public QWidget
{
    Q_OBJECT

public:
    explicit RegistryEditor(Workspace &workspace, QWidget *parent = nullptr);

    void edit(const RegistryProfile &profile);
    void beginNew();

signals:
    void saved(const QString &id);
    void removed(); ///< or not added after all

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void showState();
    [[nodiscard]] RegistryProfile entered() const;
    void save();
    void forgetCheck();
    void test();
    void takeCheck(const QList<CheckStep> &steps);
    void takeCheckTexts();
    void chooseCaFile();
    void lookAtCertificate();
    [[nodiscard]] QString securityNote(TlsChoice choice, bool needsFile) const;
    void retranslate();

    Workspace &m_workspace;
    RegistryBrowser m_browser;
    RegistryProfile m_profile;
    bool m_isNew = true;
    QByteArray m_caPem;       ///< chosen just now
    QString m_fingerprint;    ///< of the certificate that is trusted
    RegistryProfile m_tested; ///< as it was, with what was found
    QList<CheckStep> m_steps; ///< of the last test
    QLabel *m_title;
    QLabel *m_addressLabel;
    QLabel *m_nameLabel;
    QLabel *m_projectLabel;
    QLabel *m_userLabel;
    QLabel *m_passwordLabel;
    QLabel *m_tlsLabel;
    QLineEdit *m_address;
    QLineEdit *m_name;
    QLineEdit *m_project;
    QLineEdit *m_user;
    QLabel *m_accountHelp;
    QLineEdit *m_password;
    QCheckBox *m_keep;
    QComboBox *m_tls;
    QPushButton *m_caFile;
    QLabel *m_note;
    CertificateBox *m_certificate;
    QLabel *m_keychainNote;
    QCheckBox *m_atOnce;
    QLabel *m_atOnceNote;
    CheckLadder *m_ladder;
    QLabel *m_failure;
    QPushButton *m_trust;
    QPushButton *m_save;
    QPushButton *m_test;
    QPushButton *m_remove;
};

} // namespace dip::ui

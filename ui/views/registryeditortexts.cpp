// What the fields of a registry say.

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include "ui/errortext.h"
#include "ui/views/registryeditor.h"

namespace dip::ui {

QString RegistryEditor::securityNote(TlsChoice choice, bool needsFile) const
{
    switch (choice) {
    case TlsChoice::Verify:
        return tr("The certificate must be trusted by this system.");
    case TlsChoice::CaFile:
        return needsFile ? tr("Choose the PEM file of the authority that signed the certificate.")
                         : tr("The chosen certificates are trusted for this registry only.");
    case TlsChoice::Pinned:
        return tr("Exactly one certificate is taken, whoever signed it, and no other.");
    case TlsChoice::PlainHttp:
        return tr("Nothing is encrypted, the password neither. Use it in trusted networks only.");
    }
    return {};
}

void RegistryEditor::takeCheckTexts()
{
    if (!m_steps.isEmpty() && m_steps.last().error)
        m_failure->setText(explain(*m_steps.last().error).advice + u'\n' + m_steps.last().error->detail);
}

void RegistryEditor::retranslate()
{
    m_title->setText(m_isNew ? tr("New registry") : m_profile.title());
    m_addressLabel->setText(tr("&Address"));
    m_address->setPlaceholderText(tr("harbor.example.cn or 10.0.0.5:5000"));
    m_address->setAccessibleName(tr("Address"));
    m_nameLabel->setText(tr("Na&me"));
    m_name->setPlaceholderText(tr("optional"));
    m_name->setAccessibleName(tr("Name"));
    m_projectLabel->setText(tr("Pr&oject"));
    m_project->setPlaceholderText(tr("optional, where pushes go"));
    m_project->setAccessibleName(tr("Project"));
    m_userLabel->setText(tr("&User name"));
    m_user->setPlaceholderText(tr("empty: anonymous"));
    m_user->setAccessibleName(tr("User name"));
    m_passwordLabel->setText(tr("Pass&word"));
    m_password->setAccessibleName(tr("Password"));
    m_keep->setText(tr("Keep the password in the system's keychain"));
    m_tlsLabel->setText(tr("&Security"));
    m_tls->setAccessibleName(tr("Security"));
    m_tls->setItemText(int(TlsChoice::Verify), tr("HTTPS, check the certificate"));
    m_tls->setItemText(int(TlsChoice::CaFile), tr("HTTPS, trust an authority's file"));
    m_tls->setItemText(int(TlsChoice::Pinned), tr("HTTPS, trust one certificate by its fingerprint"));
    m_tls->setItemText(int(TlsChoice::PlainHttp), tr("Plain HTTP, not encrypted"));
    m_keychainNote->setText(tr("There is no keychain here, so the password is kept until the program ends."));
    m_trust->setText(tr("View certificate"));
    m_caFile->setText(tr("Choose file…"));
    m_atOnce->setText(tr("Push at once what is dropped on this registry"));
    m_atOnceNote->setText(
        tr("Archives that are dropped on it in the list are imported and pushed without further "
           "questions, into the project above. Tags that exist there are replaced. Where a name "
           "is missing or an archive is not whole, the form opens as always."));
    m_save->setText(tr("Save"));
    m_test->setText(tr("Test connection"));
    m_remove->setText(m_isNew ? tr("Cancel") : tr("Remove"));
    if (!m_steps.isEmpty())
        takeCheckTexts();
    showState();
}

} // namespace dip::ui

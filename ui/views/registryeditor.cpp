#include "ui/views/registryeditor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include "core/base/files.h"
#include "ui/errortext.h"
#include "ui/widgets/checkladder.h"
#include "ui/widgets/labels.h"
#include "ui/workspace.h"

namespace dip::ui {

namespace {

constexpr int widest = 640;
constexpr qint64 largestCaFile = 4 * 1024 * 1024;

/// People paste whole URLs.
QString hostOf(QString text)
{
    text = text.trimmed();
    for (const auto scheme : {QLatin1StringView("https://"), QLatin1StringView("http://")}) {
        if (text.startsWith(scheme))
            text = text.sliced(scheme.size());
    }
    return text.section(u'/', 0, 0);
}

} // namespace

RegistryEditor::RegistryEditor(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_title(makeCaption(this))
    , m_addressLabel(new QLabel(this))
    , m_nameLabel(new QLabel(this))
    , m_projectLabel(new QLabel(this))
    , m_userLabel(new QLabel(this))
    , m_passwordLabel(new QLabel(this))
    , m_tlsLabel(new QLabel(this))
    , m_address(new QLineEdit(this))
    , m_name(new QLineEdit(this))
    , m_project(new QLineEdit(this))
    , m_user(new QLineEdit(this))
    , m_password(new QLineEdit(this))
    , m_keep(new QCheckBox(this))
    , m_tls(new QComboBox(this))
    , m_caFile(new QPushButton(this))
    , m_note(makeHint(this))
    , m_ladder(new CheckLadder(this))
    , m_save(new QPushButton(this))
    , m_test(new QPushButton(this))
    , m_remove(new QPushButton(this))
{
    build();
    connect(m_address, &QLineEdit::textChanged, this, &RegistryEditor::showState);
    connect(m_address, &QLineEdit::editingFinished, this, [this] {
        if (m_address->text().trimmed().startsWith(QLatin1String("http://")))
            m_tls->setCurrentIndex(int(TlsChoice::PlainHttp));
        m_address->setText(hostOf(m_address->text()));
    });
    connect(m_tls, &QComboBox::currentIndexChanged, this, &RegistryEditor::showState);
    connect(m_caFile, &QPushButton::clicked, this, &RegistryEditor::chooseCaFile);
    connect(m_save, &QPushButton::clicked, this, &RegistryEditor::save);
    connect(m_test, &QPushButton::clicked, this, &RegistryEditor::test);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        m_workspace.registries().remove(m_profile.id);
        emit removed();
    });
    for (QLineEdit *field : {m_address, m_name, m_project, m_user, m_password})
        connect(field, &QLineEdit::returnPressed, m_save, &QPushButton::click);
    connect(&m_browser, &RegistryBrowser::checked, m_ladder, &CheckLadder::show);
    connect(&m_workspace.registries(), &RegistryDirectory::passwordNotKept, this, [this](const QString &id) {
        if (id == m_profile.id)
            m_note->setText(tr("There is no keychain here, so the password is kept until the program ends."));
    });
    retranslate();
    beginNew();
}

void RegistryEditor::build()
{
    m_address->setObjectName(QStringLiteral("registryAddress"));
    m_user->setObjectName(QStringLiteral("registryUser"));
    m_password->setObjectName(QStringLiteral("registryPassword"));
    m_tls->setObjectName(QStringLiteral("registryTls"));
    m_save->setObjectName(QStringLiteral("registrySave"));
    m_test->setObjectName(QStringLiteral("registryTest"));
    m_password->setEchoMode(QLineEdit::Password);
    for (int choice = 0; choice <= int(TlsChoice::PlainHttp); ++choice)
        m_tls->addItem({}, choice);
    m_save->setDefault(true);

    auto *form = new QGridLayout;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(10);
    const std::pair<QLabel *, QWidget *> fields[]{{m_addressLabel, m_address},
                                                  {m_nameLabel, m_name},
                                                  {m_projectLabel, m_project},
                                                  {m_userLabel, m_user},
                                                  {m_passwordLabel, m_password}};
    int row = 0;
    for (const auto &[label, field] : fields) {
        label->setBuddy(field);
        form->addWidget(label, row, 0);
        form->addWidget(field, row++, 1, 1, 2);
    }
    form->addWidget(m_keep, row++, 1, 1, 2);
    m_tlsLabel->setBuddy(m_tls);
    form->addWidget(m_tlsLabel, row, 0);
    form->addWidget(m_tls, row, 1);
    form->addWidget(m_caFile, row++, 2);
    form->addWidget(m_note, row++, 1, 1, 2);
    form->setColumnStretch(1, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_save);
    buttons->addWidget(m_test);
    buttons->addStretch();
    buttons->addWidget(m_remove);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(22, 18, 22, 18);
    layout->setSpacing(14);
    layout->addWidget(m_title);
    layout->addLayout(form);
    layout->addLayout(buttons);
    layout->addWidget(m_ladder);
    layout->addStretch();
    setMaximumWidth(widest);
}

void RegistryEditor::edit(const RegistryProfile &profile)
{
    m_profile = profile;
    m_isNew = false;
    m_address->setText(profile.address);
    m_name->setText(profile.name);
    m_project->setText(profile.project);
    m_user->setText(profile.username);
    m_password->clear();
    m_keep->setChecked(profile.keepPassword);
    m_tls->setCurrentIndex(int(profile.tls));
    m_caPem.clear();
    m_browser.cancel();
    m_ladder->clear();
    retranslate();
}

void RegistryEditor::beginNew()
{
    edit(RegistryProfile::create({}));
    m_isNew = true;
    retranslate();
    m_address->setFocus();
}

RegistryProfile RegistryEditor::entered() const
{
    RegistryProfile profile = m_profile;
    profile.address = hostOf(m_address->text());
    profile.name = m_name->text().trimmed();
    profile.project = m_project->text().trimmed();
    profile.username = m_user->text().trimmed();
    profile.keepPassword = m_keep->isChecked();
    profile.tls = TlsChoice(m_tls->currentData().toInt());
    return profile;
}

void RegistryEditor::showState()
{
    const RegistryProfile profile = entered();
    const bool needsFile = profile.tls == TlsChoice::CaFile && m_caPem.isEmpty() &&
                           !m_workspace.registries().hasTrusted(profile);
    const bool good = !profile.address.isEmpty() && profile.parsedAddress() && !needsFile;
    m_save->setEnabled(good);
    m_test->setEnabled(good);
    m_remove->setVisible(!m_isNew);
    m_caFile->setVisible(profile.tls == TlsChoice::CaFile);
    m_password->setPlaceholderText(m_workspace.registries().hasPassword(m_profile.id) ? tr("unchanged")
                                                                                      : QString());
    switch (profile.tls) {
    case TlsChoice::Verify:
        m_note->setText(tr("The certificate must be trusted by this system."));
        break;
    case TlsChoice::CaFile:
        m_note->setText(needsFile ? tr("Choose the PEM file of the authority that signed the certificate.")
                                  : tr("The chosen certificates are trusted for this registry only."));
        break;
    case TlsChoice::Unchecked:
        m_note->setText(tr("Anybody in between can read and change what is sent. Use it for tests only."));
        break;
    case TlsChoice::PlainHttp:
        m_note->setText(tr("Nothing is encrypted, the password neither. Use it in trusted networks only."));
        break;
    }
}

void RegistryEditor::save()
{
    const RegistryProfile profile = entered();
    m_workspace.registries().save(profile);
    if (!m_caPem.isEmpty()) {
        if (const auto trusted = m_workspace.registries().trust(profile, m_caPem); !trusted) {
            m_note->setText(explain(trusted.error()).sentence);
            return;
        }
    }
    if (!m_password->text().isEmpty())
        m_workspace.registries().setPassword(profile.id, profile.username, m_password->text(),
                                             profile.keepPassword);
    m_workspace.jobs().answer(profile.id);
    edit(*m_workspace.registries().find(profile.id));
    emit saved(profile.id);
}

void RegistryEditor::test()
{
    const auto registry = m_workspace.registries().connectTo(entered(), m_password->text());
    if (!registry)
        return;
    m_browser.cancel();
    m_ladder->setBusy();
    m_browser.check(*registry);
}

void RegistryEditor::chooseCaFile()
{
    auto *dialog = new QFileDialog(this, tr("Certificates of the authority"), {},
                                   tr("Certificates (*.crt *.pem *.cer);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        const auto bytes = files::readAll(file, largestCaFile);
        if (!bytes) {
            m_note->setText(explain(bytes.error()).sentence);
            return;
        }
        m_caPem = *bytes;
        showState();
    });
    dialog->open();
}

void RegistryEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
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
    m_projectLabel->setText(tr("Pro&ject"));
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
    m_tls->setItemText(int(TlsChoice::CaFile), tr("HTTPS, trust a certificate of my choice"));
    m_tls->setItemText(int(TlsChoice::Unchecked), tr("HTTPS, do not check the certificate"));
    m_tls->setItemText(int(TlsChoice::PlainHttp), tr("Plain HTTP, not encrypted"));
    m_caFile->setText(tr("Choose file…"));
    m_save->setText(tr("Save"));
    m_test->setText(tr("Test connection"));
    m_remove->setText(tr("Remove"));
    showState();
}

} // namespace dip::ui

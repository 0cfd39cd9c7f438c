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
#include "ui/registries/accounthelp.h"
#include "ui/widgets/certificatebox.h"
#include "ui/widgets/checkladder.h"
#include "ui/widgets/labels.h"
#include "ui/workspace.h"

namespace dip::ui {

namespace {

constexpr int widest = 640;
constexpr int httpsPort = 443;
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
    , m_accountHelp(makeHint(this))
    , m_password(new QLineEdit(this))
    , m_keep(new QCheckBox(this))
    , m_tls(new QComboBox(this))
    , m_caFile(new QPushButton(this))
    , m_note(makeHint(this))
    , m_certificate(new CertificateBox(this))
    , m_keychainNote(makeHint(this))
    , m_atOnce(new QCheckBox(this))
    , m_atOnceNote(makeHint(this))
    , m_ladder(new CheckLadder(this))
    , m_failure(new QLabel(this))
    , m_trust(new QPushButton(this))
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
        if (!m_isNew)
            m_workspace.registries().remove(m_profile.id);
        emit removed();
    });
    for (QLineEdit *field : {m_address, m_user, m_password})
        connect(field, &QLineEdit::textEdited, this, &RegistryEditor::forgetCheck);
    connect(m_tls, &QComboBox::activated, this, &RegistryEditor::forgetCheck);
    for (QLineEdit *field : {m_address, m_name, m_project, m_user, m_password})
        connect(field, &QLineEdit::returnPressed, m_save, &QPushButton::click);
    connect(&m_browser, &RegistryBrowser::checked, this, &RegistryEditor::takeCheck);
    connect(m_certificate, &CertificateBox::lookRequested, this, &RegistryEditor::lookAtCertificate);
    connect(m_certificate, &CertificateBox::trusted, this, [this](const QString &fingerprint) {
        m_fingerprint = fingerprint;
        showState();
    });
    connect(m_trust, &QPushButton::clicked, this, [this] {
        m_tls->setCurrentIndex(int(TlsChoice::Pinned));
        lookAtCertificate();
    });
    connect(&m_workspace.registries(), &RegistryDirectory::passwordNotKept, this, [this](const QString &id) {
        if (id != m_profile.id)
            return;
        m_profile.keepPassword = false;
        m_keep->setChecked(false);
        m_keychainNote->show();
    });
    retranslate();
    beginNew();
}

void RegistryEditor::build()
{
    m_address->setObjectName(QStringLiteral("registryAddress"));
    m_project->setObjectName(QStringLiteral("registryProject"));
    m_accountHelp->setObjectName(QStringLiteral("registryAccountHelp"));
    m_user->setObjectName(QStringLiteral("registryUser"));
    m_password->setObjectName(QStringLiteral("registryPassword"));
    m_tls->setObjectName(QStringLiteral("registryTls"));
    m_save->setObjectName(QStringLiteral("registrySave"));
    m_test->setObjectName(QStringLiteral("registryTest"));
    m_remove->setObjectName(QStringLiteral("registryRemove"));
    m_password->setEchoMode(QLineEdit::Password);
    for (int choice = 0; choice <= int(TlsChoice::PlainHttp); ++choice)
        m_tls->addItem({}, choice);
    m_save->setDefault(true);
    m_note->setObjectName(QStringLiteral("registryNote"));
    m_keep->setObjectName(QStringLiteral("registryKeep"));
    m_atOnce->setObjectName(QStringLiteral("registryAtOnce"));
    m_keychainNote->setObjectName(QStringLiteral("registryKeychainNote"));
    m_keychainNote->hide();
    m_failure->setObjectName(QStringLiteral("registryFailure"));
    m_failure->setWordWrap(true);
    m_failure->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_failure->setContentsMargins(26, 0, 0, 0);
    m_failure->hide();
    m_trust->setObjectName(QStringLiteral("registryViewCertificate"));
    m_trust->hide();

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
        form->addWidget(field, row++, 1);
    }
    form->addWidget(m_accountHelp, row++, 1);
    form->addWidget(m_keep, row++, 1);
    form->addWidget(m_keychainNote, row++, 1);
    m_tlsLabel->setBuddy(m_tls);
    form->addWidget(m_tlsLabel, row, 0);
    auto *security = new QHBoxLayout; // the button is there only at times
    security->addWidget(m_tls, 1);
    security->addWidget(m_caFile);
    form->addLayout(security, row++, 1);
    form->addWidget(m_note, row++, 1);
    form->addWidget(m_certificate, row++, 1);
    form->addWidget(m_atOnce, row++, 1);
    form->addWidget(m_atOnceNote, row++, 1);
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
    layout->addWidget(m_failure);
    layout->addWidget(m_trust, 0, Qt::AlignLeft);
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
    m_atOnce->setChecked(profile.pushAtOnce);
    m_caPem.clear();
    m_fingerprint = profile.fingerprint;
    m_certificate->setTrusted(m_fingerprint);
    m_keychainNote->hide();
    forgetCheck();
    retranslate();
}

/// What was found holds for what was entered then.
void RegistryEditor::forgetCheck()
{
    m_browser.cancel();
    m_steps.clear();
    m_ladder->clear();
    m_failure->hide();
    m_trust->hide();
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
    // What is not edited here may have changed meanwhile: a test's result, the limits of the push form.
    const RegistryProfile *known = m_workspace.registries().find(m_profile.id);
    RegistryProfile profile = known ? *known : m_profile;
    const QString address = hostOf(m_address->text());
    if (address != profile.address)
        profile.product.clear(); // that of another one
    profile.address = address;
    if (address == m_tested.address && !m_tested.product.isEmpty())
        profile.product = m_tested.product;
    profile.name = m_name->text().trimmed();
    profile.project = m_project->text().trimmed();
    profile.username = m_user->text().trimmed();
    profile.keepPassword = m_keep->isChecked();
    profile.tls = TlsChoice(m_tls->currentData().toInt());
    profile.fingerprint = m_fingerprint;
    profile.pushAtOnce = m_atOnce->isChecked();
    return profile;
}

void RegistryEditor::showState()
{
    const RegistryProfile profile = entered();
    const bool needsFile = profile.tls == TlsChoice::CaFile && m_caPem.isEmpty() &&
                           !m_workspace.registries().hasTrusted(profile);
    const bool needsCertificate = profile.tls == TlsChoice::Pinned && !profile.pinned();
    const bool hasAddress = !profile.address.isEmpty() && profile.parsedAddress();
    const bool good = hasAddress && !needsFile && !needsCertificate;
    m_save->setEnabled(good);
    m_test->setEnabled(good);
    m_caFile->setVisible(profile.tls == TlsChoice::CaFile);
    m_certificate->setVisible(profile.tls == TlsChoice::Pinned);
    m_certificate->setEnabled(hasAddress);
    m_password->setPlaceholderText(m_workspace.registries().hasPassword(m_profile.id) ? tr("unchanged")
                                                                                      : QString());
    m_note->setText(securityNote(profile.tls, needsFile));
    m_accountHelp->setText(accountHelp(productOf(profile)));
    m_accountHelp->setVisible(!m_accountHelp->text().isEmpty());
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
    m_tested = entered();
    const auto registry = m_workspace.registries().connectTo(m_tested, m_password->text());
    if (!registry)
        return;
    m_browser.cancel();
    m_ladder->setBusy();
    m_failure->hide();
    m_trust->hide();
    m_browser.check(*registry);
}

/// The step that failed is opened: what may be the cause, what helps, and the raw words.
void RegistryEditor::takeCheck(const QList<CheckStep> &steps)
{
    m_steps = steps;
    m_ladder->show(steps);
    const CheckStep *bad = !steps.isEmpty() && steps.last().error ? &steps.last() : nullptr;
    m_failure->setVisible(bad);
    takeCheckTexts();
    m_trust->setVisible(
        bad && (bad->error->code == ErrorCode::TlsUntrusted || bad->error->code == ErrorCode::TlsChanged));
    QString product;
    for (const CheckStep &step : steps)
        product += step.product;
    m_workspace.registries().noteCheck(m_tested.id, product, !bad);
    m_tested.product = product;
    showState();
}

void RegistryEditor::lookAtCertificate()
{
    if (const auto address = entered().parsedAddress())
        m_certificate->look(address->url().host(), quint16(address->url().port(httpsPort)));
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

} // namespace dip::ui

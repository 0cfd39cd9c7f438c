#include "ui/widgets/certificatebox.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace dip::ui {

namespace {

constexpr qsizetype digitsOfHalf = 32;

QString namesOf(const QSslCertificate &certificate, bool issuer)
{
    QStringList names;
    for (const auto part : {QSslCertificate::CommonName, QSslCertificate::Organization})
        names += issuer ? certificate.issuerInfo(part) : certificate.subjectInfo(part);
    return names.join(QStringLiteral(", "));
}

/// "AB:CD:…", with a place in the middle where the line may be broken.
QString forPeople(const QString &fingerprint)
{
    QString text;
    for (qsizetype i = 0; i + 1 < fingerprint.size(); i += 2) {
        if (i > 0)
            text += u':';
        if (i == digitsOfHalf)
            text += QChar(0x200B);
        text += fingerprint.sliced(i, 2).toUpper();
    }
    return text;
}

} // namespace

CertificateBox::CertificateBox(QWidget *parent)
    : QWidget(parent), m_text(new QLabel(this)), m_look(new QPushButton(this)), m_trust(new QPushButton(this))
{
    m_text->setObjectName(QStringLiteral("certificateText"));
    m_look->setObjectName(QStringLiteral("certificateLook"));
    m_trust->setObjectName(QStringLiteral("certificateTrust"));
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_look);
    buttons->addWidget(m_trust);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text);
    layout->addLayout(buttons);
    connect(m_look, &QPushButton::clicked, this, &CertificateBox::lookRequested);
    connect(m_trust, &QPushButton::clicked, this, [this] {
        m_trusted = fingerprintOf(m_seen);
        showState();
        emit trusted(m_trusted);
    });
    connect(&m_fetcher, &CertificateFetcher::fetched, this, [this](const QList<QSslCertificate> &chain) {
        m_seen = chain.value(0);
        showState();
    });
    connect(&m_fetcher, &CertificateFetcher::failed, this, [this](const QString &why) {
        m_failure = why;
        showState();
    });
    showState();
}

QString CertificateBox::fingerprintOf(const QSslCertificate &certificate)
{
    return QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex());
}

QString CertificateBox::describe(const QSslCertificate &certificate)
{
    const QLocale locale;
    return tr("Issued to: %1\nIssued by: %2\nValid: %3 to %4\nSHA-256: %5")
        .arg(namesOf(certificate, false), namesOf(certificate, true),
             locale.toString(certificate.effectiveDate().toLocalTime(), QLocale::ShortFormat),
             locale.toString(certificate.expiryDate().toLocalTime(), QLocale::ShortFormat),
             forPeople(fingerprintOf(certificate)));
}

void CertificateBox::setTrusted(const QString &fingerprint)
{
    m_trusted = fingerprint;
    m_seen = QSslCertificate();
    m_failure.clear();
    showState();
}

void CertificateBox::look(const QString &host, quint16 port)
{
    m_seen = QSslCertificate();
    m_failure.clear();
    m_fetcher.fetch(host, port);
    showState();
}

void CertificateBox::clear()
{
    setTrusted({});
}

void CertificateBox::showState()
{
    QStringList lines;
    if (!m_failure.isEmpty())
        lines.append(tr("The certificate could not be fetched: %1").arg(m_failure));
    if (!m_seen.isNull())
        lines.append(describe(m_seen));
    const bool isTrusted = !m_seen.isNull() && fingerprintOf(m_seen) == m_trusted;
    if (isTrusted)
        lines.append(tr("You trust this certificate, and no other, for this registry."));
    else if (!m_trusted.isEmpty())
        lines.append(tr("Trusted so far, SHA-256: %1").arg(forPeople(m_trusted)));
    else if (m_seen.isNull())
        lines.append(
            tr("Look at the certificate, compare its fingerprint with the administrator, then trust it."));
    m_text->setText(lines.join(u'\n'));
    m_look->setText(tr("View certificate"));
    m_trust->setText(tr("Trust this certificate"));
    m_trust->setVisible(!m_seen.isNull() && !isTrusted);
}

void CertificateBox::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showState();
    QWidget::changeEvent(event);
}

} // namespace dip::ui

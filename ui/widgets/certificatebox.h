#pragma once

#include <QSslCertificate>
#include <QWidget>

#include "ui/registries/certificatefetcher.h"

class QLabel;
class QPushButton;

namespace dip::ui {

/// Shows the certificate of a host, and takes the person's word for it: whom it names, who made it, its dates
/// and its fingerprint stand there before anything can be trusted.
class CertificateBox final : public QWidget
{
    Q_OBJECT

public:
    explicit CertificateBox(QWidget *parent = nullptr);

    /// The one that is trusted so far; empty: none.
    void setTrusted(const QString &fingerprint);
    void look(const QString &host, quint16 port);
    void clear();

    /// Subject, issuer, dates, SHA-256, on lines of their own.
    [[nodiscard]] static QString describe(const QSslCertificate &certificate);
    [[nodiscard]] static QString fingerprintOf(const QSslCertificate &certificate); ///< 64 digits

signals:
    void lookRequested();
    void trusted(const QString &fingerprint);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showState();

    CertificateFetcher m_fetcher;
    QString m_trusted;
    QString m_failure;
    QSslCertificate m_seen;
    QLabel *m_text;
    QPushButton *m_look;
    QPushButton *m_trust;
};

} // namespace dip::ui

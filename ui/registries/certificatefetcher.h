#pragma once

#include <QObject>
#include <QSslCertificate>

class QSslSocket;

namespace dip::ui {

/// Shakes hands with a host only to see its certificate; sends nothing. For the main thread.
class CertificateFetcher final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    /// One of the signals follows; a fetch before it is given up.
    void fetch(const QString &host, quint16 port);

signals:
    void fetched(const QList<QSslCertificate> &chain);
    void failed(const QString &why);

private:
    QSslSocket *m_socket = nullptr;
};

} // namespace dip::ui

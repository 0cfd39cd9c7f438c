#include "ui/registries/certificatefetcher.h"

#include <QSslSocket>

namespace dip::ui {

void CertificateFetcher::fetch(const QString &host, quint16 port)
{
    delete m_socket;
    m_socket = new QSslSocket(this);
    m_socket->setPeerVerifyMode(QSslSocket::VerifyNone);
    connect(m_socket, &QSslSocket::encrypted, this, [this] {
        const QList<QSslCertificate> chain = m_socket->peerCertificateChain();
        m_socket->abort();
        emit fetched(chain);
    });
    connect(m_socket, &QSslSocket::errorOccurred, this, [this] { emit failed(m_socket->errorString()); });
    m_socket->connectToHostEncrypted(host, port);
}

} // namespace dip::ui

#pragma once

#include "core/registry/httpmessage.h"

#include <QEventLoop>
#include <QNetworkReply>
#include <QSslError>
#include <QTimer>

#include <memory>
#include <stop_token>

class QNetworkAccessManager;

namespace dip {

/// One request and its answer on the line, from the first byte sent to the last one taken. Waits in an event
/// loop of its own; for one use.
class HttpExchange final : public QObject
{
public:
    /// What is known of the way to the host.
    struct Route
    {
        bool takeAnyCertificate = false;
        QByteArray pinned; ///< SHA-256 of the only certificate to be taken; empty: by the authorities
        bool byProxy = false;
        bool hasSpokenTls = false; ///< before; afterwards: or now
    };

    HttpExchange(QNetworkAccessManager &manager, const HttpRequest &request, const QNetworkRequest &line,
                 Route &route);

    [[nodiscard]] Result<HttpResponse> run(const std::stop_token &stop);

private:
    void start(QNetworkAccessManager &manager, const QNetworkRequest &line);
    void watch();
    void watchTheLine();
    void takeHead();
    void takeBody();
    void takeBlock(const QByteArray &block);
    void takeErrorBlock(const QByteArray &block);
    void takeCertificate(const QList<QSslError> &errors);
    [[nodiscard]] bool isPinned() const;
    [[nodiscard]] Error changedError() const;
    void giveUp(Error error);
    void end();
    [[nodiscard]] Result<HttpResponse> outcome();
    [[nodiscard]] bool isCutShort() const;
    [[nodiscard]] Error lineError() const;
    [[nodiscard]] Error tlsError() const;

    const HttpRequest &m_request;
    Route &m_route;
    std::unique_ptr<QNetworkReply> m_reply;
    QEventLoop m_loop;
    QTimer m_idle;
    HttpResponse m_response;
    bool m_isConnected = false;
    bool m_hasHead = false;
    bool m_isEnough = false; ///< the rest of an error's body is not wanted
    qint64 m_received = 0;
    QList<QSslError> m_certificateErrors;
    std::optional<Error> m_failure;
};

} // namespace dip

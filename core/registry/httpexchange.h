#pragma once

#include "core/registry/answercollector.h"

#include <QEventLoop>
#include <QNetworkReply>
#include <QSslError>
#include <QTimer>

#include <memory>
#include <stop_token>

class QNetworkAccessManager;

namespace dip {

/// One request and its answer by Qt's own HTTP, which knows how to go through proxies; where there is none
/// LineExchange does the same faster. Waits in an event loop of its own; for one use.
class HttpExchange final : public QObject
{
public:
    HttpExchange(QNetworkAccessManager &manager, const HttpRequest &request, const QNetworkRequest &line,
                 HttpRoute &route);

    [[nodiscard]] Result<HttpResponse> run(const std::stop_token &stop);

private:
    void start(QNetworkAccessManager &manager, const QNetworkRequest &line);
    void watch();
    void watchTheLine();
    void takeHead();
    void takeBody();
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
    HttpRoute &m_route;
    std::unique_ptr<QNetworkReply> m_reply;
    QEventLoop m_loop;
    QTimer m_idle;
    AnswerCollector m_answer;
    bool m_isConnected = false;
    QList<QSslError> m_certificateErrors;
    std::optional<Error> m_failure;
};

} // namespace dip

#pragma once

#include "core/registry/answercollector.h"
#include "core/registry/answerparser.h"
#include "core/registry/httpline.h"

#include <QEventLoop>
#include <QTimer>

#include <memory>
#include <stop_token>

namespace dip {

/// One request and its answer over a line of our own, from the first byte sent to the last one taken. Qt's
/// own HTTP hands a body from one thread to another in pieces of 16 KiB, which costs more than all else of a
/// transfer and sends every answer's bytes around the same way; here one thread reads and writes, in pieces
/// of 256 KiB. Waits in an event loop of its own; for one use.
class LineExchange final : public QObject
{
public:
    /// `headers` are all that the request needs but for Host. All must outlive this.
    LineExchange(HttpLine &line, const HttpRequest &request, const QUrl &url, const HttpHeaders &headers,
                 HttpRoute &route);
    ~LineExchange() override;

    [[nodiscard]] Result<HttpResponse> run(const std::stop_token &stop);

private:
    void connectAnew();
    void watch();
    void beginSending();
    void pump();
    [[nodiscard]] QByteArrayView nextPiece();
    void noticeProgress();
    [[nodiscard]] bool isAllHandedOver() const { return m_handedOver == m_bodySize; }
    [[nodiscard]] bool isAllSent() const { return m_isReady && isAllHandedOver() && m_line.unsent() == 0; }

    void read();
    void take(QByteArrayView bytes);
    [[nodiscard]] Result<void> takeHead(int status, const HttpHeaders &headers);
    void lose();
    void giveUp(Error error);
    void end();
    [[nodiscard]] Result<HttpResponse> outcome();
    [[nodiscard]] Error error(ErrorCode code, const QString &detail) const;
    [[nodiscard]] Error lineError() const;
    [[nodiscard]] Error tlsError() const;
    [[nodiscard]] bool isPinned() const;
    [[nodiscard]] Error changedError() const;

    HttpLine &m_line;
    const HttpRequest &m_request;
    const QUrl m_url;
    const QByteArray m_head;
    const qint64 m_bodySize;
    HttpRoute &m_route;
    AnswerParser m_parser;
    AnswerCollector m_answer;
    QEventLoop m_loop;
    QTimer m_idle;
    std::unique_ptr<char[]> m_block;
    qint64 m_handedOver = 0; ///< bytes of the body that the socket has
    bool m_isReused = false; ///< the line is one of an earlier exchange
    bool m_isReady = false;  ///< the line is there, and the head has been written to it
    bool m_isOver = false;
    std::optional<Error> m_failure;
    QList<QSslError> m_certificateErrors;
};

} // namespace dip

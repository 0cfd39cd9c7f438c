#pragma once

#include "core/registry/httpmessage.h"

namespace dip {

/// Reads one HTTP/1.1 answer from bytes as they come (RFC 9112), interim answers skipped. Bounded: a head of
/// 256 KiB. Pure; ProtocolViolation, or what the taker of its body returns.
class AnswerParser final
{
public:
    /// An answer to HEAD has no body, whatever its head says.
    explicit AnswerParser(bool isToHead) : m_isToHead(isToHead) {}

    struct Taker
    {
        std::function<Result<void>(int status, const HttpHeaders &headers)> head; ///< called once
        std::function<Result<void>(QByteArrayView piece)> body;
    };
    [[nodiscard]] Result<void> feed(QByteArrayView bytes, const Taker &taker);
    /// The line has ended; true where that ends the answer, too.
    [[nodiscard]] bool endOfLine();

    [[nodiscard]] bool isBegun() const { return m_isBegun; }
    [[nodiscard]] bool isDone() const { return m_state == State::Done; }
    /// Whether another request may go over the same line: the answer is done and nothing came after it.
    [[nodiscard]] bool leavesLineOpen() const { return isDone() && m_keepsAlive && !m_hasRest; }

private:
    enum class State { StatusLine, Headers, Sized, ToTheEnd, ChunkSize, Chunk, ChunkEnd, Trailer, Done };

    [[nodiscard]] Result<void> takeLine(QByteArrayView line, const Taker &taker);
    [[nodiscard]] Result<void> takeStatusLine(QByteArrayView line);
    [[nodiscard]] Result<void> takeHeader(QByteArrayView line);
    [[nodiscard]] Result<void> endHead(const Taker &taker);
    [[nodiscard]] Result<void> takeChunkSize(QByteArrayView line);
    [[nodiscard]] Result<void> chooseBody();

    const bool m_isToHead;
    State m_state = State::StatusLine;
    QByteArray m_line; ///< one that is not whole yet
    qint64 m_headSize = 0;
    int m_status = 0;
    HttpHeaders m_headers;
    qint64 m_left = 0; ///< bytes of the body, or of its chunk
    bool m_keepsAlive = true;
    bool m_isBegun = false;
    bool m_hasRest = false;
};

} // namespace dip

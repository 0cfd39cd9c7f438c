#include "core/registry/answerparser.h"

#include <algorithm>

namespace dip {

namespace {

constexpr qint64 longestHead = 256 * 1024;

std::unexpected<Error> violation(const QString &detail)
{
    return fail(ErrorCode::ProtocolViolation, detail);
}

bool hasToken(const HttpHeaders &headers, QByteArrayView name, QByteArrayView token)
{
    for (const QByteArray &value : headers.values(name)) {
        for (const QByteArray &part : value.split(',')) {
            if (QByteArrayView(part).trimmed().compare(token, Qt::CaseInsensitive) == 0)
                return true;
        }
    }
    return false;
}

} // namespace

Result<void> AnswerParser::feed(QByteArrayView bytes, const Taker &taker)
{
    m_isBegun = m_isBegun || !bytes.isEmpty();
    while (!bytes.isEmpty() && !isDone()) {
        if (m_state == State::Sized || m_state == State::ToTheEnd || m_state == State::Chunk) {
            const bool isEndless = m_state == State::ToTheEnd;
            const auto piece = isEndless ? bytes : bytes.first(std::min<qint64>(bytes.size(), m_left));
            bytes = bytes.sliced(piece.size());
            if (!isEndless && (m_left -= piece.size()) == 0)
                m_state = m_state == State::Sized ? State::Done : State::ChunkEnd;
            if (auto taken = taker.body(piece); !taken)
                return taken;
            continue;
        }
        const qsizetype end = bytes.indexOf('\n');
        const auto part = end < 0 ? bytes : bytes.first(end + 1);
        bytes = bytes.sliced(part.size());
        m_line.append(part);
        if ((m_headSize += part.size()) > longestHead)
            return violation(QStringLiteral("the head of the answer is too long"));
        if (end < 0)
            continue;
        const QByteArray line = std::exchange(m_line, {});
        const bool hasReturn = line.endsWith("\r\n");
        if (auto taken = takeLine(QByteArrayView(line).chopped(hasReturn ? 2 : 1), taker); !taken)
            return taken;
    }
    m_hasRest = m_hasRest || !bytes.isEmpty();
    return {};
}

bool AnswerParser::endOfLine()
{
    if (m_state == State::ToTheEnd)
        m_state = State::Done;
    m_keepsAlive = false;
    return isDone();
}

Result<void> AnswerParser::takeLine(QByteArrayView line, const Taker &taker)
{
    switch (m_state) {
    case State::StatusLine:
        return line.isEmpty() ? Result<void>() : takeStatusLine(line);
    case State::Headers:
        return line.isEmpty() ? endHead(taker) : takeHeader(line);
    case State::ChunkSize:
        return takeChunkSize(line);
    case State::ChunkEnd:
        m_state = State::ChunkSize;
        return line.isEmpty() ? Result<void>() : violation(QStringLiteral("a chunk is longer than it says"));
    default: // Trailer: its fields are of no use here
        if (line.isEmpty())
            m_state = State::Done;
        return {};
    }
}

/// RFC 9112, 4: HTTP/1.1 200 OK
Result<void> AnswerParser::takeStatusLine(QByteArrayView line)
{
    bool isNumber = false;
    m_status = line.size() >= 12 ? line.sliced(9, 3).toInt(&isNumber) : 0;
    const bool isEnded = line.size() == 12 || (line.size() > 12 && line[12] == ' ');
    if (!line.startsWith("HTTP/1.") || !isNumber || m_status < 100 || !isEnded)
        return violation(QStringLiteral("the answer is no HTTP"));
    m_keepsAlive = line.startsWith("HTTP/1.1");
    m_headers = {};
    m_state = State::Headers;
    return {};
}

Result<void> AnswerParser::takeHeader(QByteArrayView line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon < 1)
        return {}; // also a folded line (RFC 9112, 5.2), which no registry sends
    m_headers.add(line.first(colon).toByteArray(), line.sliced(colon + 1).trimmed().toByteArray());
    return {};
}

Result<void> AnswerParser::endHead(const Taker &taker)
{
    if (m_status < 200) {
        m_state = State::StatusLine;
        return {};
    }
    if (hasToken(m_headers, "Connection", "close"))
        m_keepsAlive = false;
    if (auto chosen = chooseBody(); !chosen)
        return chosen;
    return taker.head(m_status, m_headers);
}

/// RFC 9112, 6.3
Result<void> AnswerParser::chooseBody()
{
    if (m_isToHead || m_status == 204 || m_status == 304) {
        m_state = State::Done;
        return {};
    }
    if (hasToken(m_headers, "Transfer-Encoding", "chunked")) {
        m_state = State::ChunkSize;
        m_headSize = 0;
        return {};
    }
    const QByteArray length = m_headers.value("Content-Length");
    if (length.isEmpty()) {
        m_state = State::ToTheEnd;
        m_keepsAlive = false;
        return {};
    }
    bool isNumber = false;
    m_left = length.toLongLong(&isNumber);
    if (!isNumber || m_left < 0)
        return violation(QStringLiteral("the answer's Content-Length is no number"));
    m_state = m_left == 0 ? State::Done : State::Sized;
    return {};
}

/// RFC 9112, 7.1: the size in hexadecimal, and perhaps extensions after a semicolon.
Result<void> AnswerParser::takeChunkSize(QByteArrayView line)
{
    m_headSize = 0;
    const qsizetype semicolon = line.indexOf(';');
    bool isNumber = false;
    m_left = (semicolon < 0 ? line : line.first(semicolon)).trimmed().toLongLong(&isNumber, 16);
    if (!isNumber || m_left < 0)
        return violation(QStringLiteral("a chunk of the answer has no size"));
    m_state = m_left == 0 ? State::Trailer : State::Chunk;
    return {};
}

} // namespace dip

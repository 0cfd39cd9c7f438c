#include "core/registry/answercollector.h"

#include <algorithm>

namespace dip {

namespace {

constexpr qint64 keptOfErrors = 64 * 1024;
constexpr qint64 readOfErrors = 1024 * 1024;

} // namespace

AnswerCollector::AnswerCollector(const HttpRequest &request, const QUrl &url) : m_request(request)
{
    m_response.url = url;
}

Result<void> AnswerCollector::takeHead(int status, HttpHeaders headers, QString tls)
{
    m_response.status = status;
    m_response.headers = std::move(headers);
    m_response.tls = std::move(tls);
    return m_response.isSuccess() && m_request.onHead ? m_request.onHead(m_response) : Result<void>();
}

Result<void> AnswerCollector::takeBody(QByteArrayView block)
{
    m_received += block.size();
    if (!m_response.isSuccess()) {
        m_response.body +=
            block.first(std::clamp<qsizetype>(keptOfErrors - m_response.body.size(), 0, block.size()));
        m_isEnough = m_received > readOfErrors;
        return {};
    }
    if (block.isEmpty())
        return {};
    if (m_request.onBody)
        return m_request.onBody(block);
    if (m_received > m_request.bodyLimit)
        return fail(ErrorCode::ManifestTooLarge,
                    QStringLiteral("more than %1 bytes").arg(m_request.bodyLimit),
                    m_response.url.authority() + m_response.url.path());
    m_response.body += block;
    return {};
}

} // namespace dip

#pragma once

#include "core/registry/httpmessage.h"

namespace dip {

/// Takes an answer as it comes off the line and hands it on as its request wants it: to callbacks, or whole
/// and bounded. Of an unsuccessful answer's body it keeps the beginning. An error is what a callback
/// returned, or ManifestTooLarge.
class AnswerCollector final
{
public:
    AnswerCollector(const HttpRequest &request, const QUrl &url);

    [[nodiscard]] Result<void> takeHead(int status, HttpHeaders headers, QString tls);
    [[nodiscard]] Result<void> takeBody(QByteArrayView block);

    [[nodiscard]] bool hasHead() const { return m_response.status != 0; }
    [[nodiscard]] bool isEnough() const { return m_isEnough; } ///< the rest of an error's body is not wanted
    [[nodiscard]] qint64 received() const { return m_received; }
    [[nodiscard]] HttpResponse &response() { return m_response; }
    [[nodiscard]] const HttpResponse &response() const { return m_response; }

private:
    const HttpRequest &m_request;
    HttpResponse m_response;
    qint64 m_received = 0;
    bool m_isEnough = false;
};

} // namespace dip

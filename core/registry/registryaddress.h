#pragma once

#include "core/base/result.h"

#include <QUrl>

namespace dip {

/// Where a registry is. https unless the user wrote http://. Always valid.
class RegistryAddress final
{
public:
    /// "https://harbor.cn:8443", "http://localhost:5000", "harbor.cn"; docker.io and its other names mean
    /// registry-1.docker.io. A path, user or query is refused. InvalidArgument.
    [[nodiscard]] static Result<RegistryAddress> parse(QStringView text);

    [[nodiscard]] const QUrl &url() const { return m_url; } ///< scheme, host and port; no path
    [[nodiscard]] QString hostAndPort() const;              ///< port only where it was written
    [[nodiscard]] bool isPlainHttp() const;
    [[nodiscard]] bool isDockerHub() const;
    /// The key under which docker's config.json keeps credentials for it.
    [[nodiscard]] QString credentialsKey() const;

private:
    explicit RegistryAddress(QUrl url) : m_url(std::move(url)) {}
    QUrl m_url;
};

} // namespace dip

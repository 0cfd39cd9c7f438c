#pragma once

#include "core/registry/registryclient.h"

namespace dip::test {

/// Short times, so that what goes wrong does so soon.
[[nodiscard]] inline RegistrySettings settingsFor(const QUrl &url)
{
    return {.address = RegistryAddress::parse(url.toString()).value(),
            .idleTimeout = std::chrono::seconds(5),
            .retry = {.attempts = 2,
                      .first = std::chrono::milliseconds(10),
                      .longest = std::chrono::milliseconds(20)}};
}

/// A client of its own registry.
struct Client
{
    explicit Client(const RegistrySettings &settings, const std::stop_token &stop = {})
        : client(std::make_shared<Registry>(settings), progress, stop)
    {}
    explicit Client(const QUrl &url) : Client(settingsFor(url)) {}

    ProgressSink progress;
    RegistryClient client;
};

template<typename T> [[nodiscard]] QString codeOf(const Result<T> &result)
{
    return result ? QStringLiteral("fine") : errorCodeName(result.error().code);
}

[[nodiscard]] inline Descriptor blobOf(const QByteArray &bytes)
{
    return {{}, Digest::of(bytes), bytes.size(), {}, {}, {}};
}

/// Goes on after what `got` holds.
[[nodiscard]] inline Result<qint64> download(Client &c, const RepositoryName &repository,
                                             const Descriptor &blob, QByteArray &got)
{
    BlobProgress progress(QStringLiteral("blob"), blob.size, true);
    const RegistryClient::BlobSink sink{
        .offset = got.size(),
        .write = [&got](QByteArrayView block) -> Result<void> {
            got += block;
            return {};
        },
        .restart = [&got]() -> Result<void> {
            got.clear();
            return {};
        },
    };
    return c.client.downloadBlob(repository, blob, sink, progress);
}

} // namespace dip::test

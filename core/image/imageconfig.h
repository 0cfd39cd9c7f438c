#pragma once

#include "core/image/digest.h"
#include "core/image/platform.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

namespace dip {

/// One step of an image's making.
struct HistoryEntry
{
    QString createdBy;
    bool emptyLayer = false; ///< the step made no layer
};

/// What an image's config says, as far as we use it (OCI image-spec, Image Configuration). A pure value.
struct ImageConfig
{
    Platform platform;
    QDateTime created;     ///< invalid where not given
    QList<Digest> diffIds; ///< of the layers' unpacked content, base first
    QList<HistoryEntry> history;

    /// ManifestInvalid. Configs of things that are no container images (helm charts and the like) parse to an
    /// empty platform and no diff_ids.
    [[nodiscard]] static Result<ImageConfig> parse(const QByteArray &bytes);
};

} // namespace dip

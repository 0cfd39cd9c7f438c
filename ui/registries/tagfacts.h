#pragma once

#include <QHash>
#include <QMutex>

#include "core/registry/registryclient.h"

namespace dip::ui {

/// What a tag of a registry stands for, as far as lists show it.
struct TagFacts
{
    /// One platform's image.
    struct Part
    {
        QString platform; ///< "linux/amd64"; empty where there is none, as of helm charts
        qint64 size = 0;  ///< bytes of its config and layers, as they are stored
    };
    QList<Part> parts;
    qint64 size = 0; ///< bytes of all parts, each blob once; never those of the index itself
};

/// Manifests that several tags have in common, so that they are read once. Thread-safe.
class ManifestMemory final
{
public:
    [[nodiscard]] std::optional<Manifest> find(const Digest &digest) const;
    void keep(const Manifest &manifest);

private:
    mutable QMutex m_mutex;
    QHash<QString, Manifest> m_manifests;
};

/// Two requests for a single image, one and one for each platform for an index; fewer where `memory` has some
/// of it. Blocking.
[[nodiscard]] Result<TagFacts> readTagFacts(RegistryClient &client, const ImageName &image,
                                            ManifestMemory &memory);

} // namespace dip::ui

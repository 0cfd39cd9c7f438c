#pragma once

#include "core/image/platform.h"
#include "core/image/reference.h"

#include <QList>

namespace dip {

enum class ExportFormat {
    DockerArchive, ///< a tar that docker load and podman load take
    OciArchive,    ///< a tar with an OCI layout
    OciLayout,     ///< a folder with an OCI layout
};

/// cache → archive. Beside the four modes of the specification; see ImageManager::exportImages.
struct ExportFromCache
{
    QList<ImageName> images; ///< in the cache; layers that several share are written once
    QString target;          ///< a file, or a folder for OciLayout
    ExportFormat format = ExportFormat::DockerArchive;
    std::optional<Platform> platform =
        {};                 ///< DockerArchive of an image with several; default: Platform::host()
    bool overwrite = false; ///< replace a file that is there; folders never are
};

} // namespace dip

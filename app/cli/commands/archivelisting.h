#pragma once

#include "core/archive/archivedimage.h"

#include <QJsonObject>

namespace dip::cli {

/// What an archive holds, as a table.
[[nodiscard]] QString archiveText(const ArchiveContents &contents, int width);
[[nodiscard]] QJsonObject archiveJson(const ArchiveContents &contents);

} // namespace dip::cli

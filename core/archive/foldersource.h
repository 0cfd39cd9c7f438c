#pragma once

#include "core/archive/archivesource.h"

namespace dip {

/// A folder on the disk, for example an OCI layout. Symbolic links inside it are followed, those that lead
/// out of it are not.
class FolderSource final : public ArchiveSource
{
public:
    explicit FolderSource(QString folder);

    [[nodiscard]] Result<FileRegion> find(QStringView name) const override;
    [[nodiscard]] QString label() const override { return m_folder; }

private:
    QString m_folder;
    QString m_canonicalFolder;
};

} // namespace dip

#pragma once

#include "core/archive/archivedimage.h"

namespace dip {

/// Something that holds an image archive's entries by name: a tar, a folder, an unpacked zip. Names are as
/// manifests give them; they are normalised and links are resolved here, never out of the archive.
class ArchiveSource
{
public:
    ArchiveSource() = default;
    virtual ~ArchiveSource() = default;
    Q_DISABLE_COPY_MOVE(ArchiveSource)

    /// Where an entry's bytes lie. ArchiveIncomplete where there is none; ArchiveUnsafe where its name or a
    /// link leads out of the archive, or links go in circles.
    [[nodiscard]] virtual Result<FileRegion> find(QStringView name) const = 0;

    /// The archive, for messages.
    [[nodiscard]] virtual QString label() const = 0;

    /// Whether find() would give anything but ArchiveIncomplete.
    [[nodiscard]] bool mentions(QStringView name) const;

    /// A small entry's bytes; ManifestTooLarge above `limit`.
    [[nodiscard]] Result<QByteArray> read(QStringView name, qint64 limit) const;

protected:
    [[nodiscard]] std::unexpected<Error> absent(QStringView name) const;
    [[nodiscard]] std::unexpected<Error> unsafe(QStringView name, const QString &why) const;
};

/// A small region's bytes; ManifestTooLarge above `limit`, ArchiveTruncated where it is not wholly there.
[[nodiscard]] Result<QByteArray> readSmall(const FileRegion &region, qint64 limit);

} // namespace dip

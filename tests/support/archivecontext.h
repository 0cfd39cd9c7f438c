#pragma once

#include "core/archive/parseimageinfo.h"

#include <QTemporaryDir>

namespace dip::test {

/// A folder of a test, with a context that unpacks into new folders below it.
class ArchiveFolder final
{
public:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    /// Writes a file and gives its path.
    [[nodiscard]] QString write(const QString &name, const QByteArray &bytes) const;
    [[nodiscard]] ArchiveContext context(ProgressSink *progress = nullptr, std::stop_token stop = {}) const;
    [[nodiscard]] Result<ArchiveContents> parse(const QString &name) const;
    /// How many scratch folders there are now.
    [[nodiscard]] qsizetype scratchFolders() const;

private:
    QTemporaryDir m_folder;
};

/// All that matters of the contents, one thing a line, without paths; an error gives its code's name.
[[nodiscard]] QString describe(const Result<ArchiveContents> &contents);

/// What is wrong with a platform's config and layers: each layer must unpack to its diff_id, and be what its
/// digest says where there is one. Empty where all is well.
[[nodiscard]] QString layersProblem(const ArchivedManifest &platform);

/// "host/repository:tag" of each name.
[[nodiscard]] QStringList namesOf(const ArchivedImage &image);

} // namespace dip::test

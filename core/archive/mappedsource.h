#pragma once

#include "core/archive/archivesource.h"

#include <QHash>

#include <stop_token>

namespace dip {

/// Entries by name that lie in files: of a tar file, or of a zip that was unpacked.
class MappedSource final : public ArchiveSource
{
public:
    explicit MappedSource(QString label) : m_label(std::move(label)) {}

    /// The entries of a tar file; errors as TarIndex::scan.
    [[nodiscard]] static Result<std::unique_ptr<MappedSource>> openTar(const QString &path, QString label,
                                                                       const std::stop_token &stop);

    // Later ones replace earlier ones of the same name. Names that lead out are not kept: who asks for them
    // is refused anyway.
    void addFile(QStringView name, const FileRegion &region);
    void addSymbolicLink(QStringView name, QStringView target);
    void addHardLink(QStringView name, QStringView target);

    /// False where a tar file has no end-of-archive, so that entries may be missing.
    [[nodiscard]] bool hasEnd() const { return m_hasEnd; }

    [[nodiscard]] QStringList names() const { return m_entries.keys(); }
    [[nodiscard]] Result<FileRegion> find(QStringView name) const override;
    [[nodiscard]] QString label() const override { return m_label; }

private:
    struct Entry
    {
        enum class Kind { File, Link, OutwardLink, Sparse };
        Kind kind = Kind::File;
        FileRegion region;
        QString target; ///< normalised
    };
    void add(QStringView name, Entry entry);
    void addLink(QStringView name, std::optional<QString> target);

    QString m_label;
    QHash<QString, Entry> m_entries;
    bool m_hasEnd = true;
};

/// A folder inside another source.
class SubfolderSource final : public ArchiveSource
{
public:
    SubfolderSource(const ArchiveSource &source, QString folder)
        : m_source(source), m_folder(std::move(folder))
    {}

    [[nodiscard]] Result<FileRegion> find(QStringView name) const override;
    [[nodiscard]] QString label() const override { return m_source.label(); }

private:
    const ArchiveSource &m_source;
    QString m_folder;
};

/// The folders among these normalised names that look like image archives: the top ("") or, where that does
/// not, those directly below it.
[[nodiscard]] QStringList imageFolders(const QStringList &names);

} // namespace dip

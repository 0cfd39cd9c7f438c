#pragma once

#include "core/cache/cachedimage.h"
#include "core/cache/indexdocument.h"
#include "core/cache/session.h"

namespace dip {

/// The manifests' files.
class ManifestStore final
{
public:
    ManifestStore(const CacheFolder &folder, Session &session) : m_folder(folder), m_session(session) {}
    Q_DISABLE_COPY_MOVE(ManifestStore)

    /// The manifest of an entry, checked against its manifestDigest. CacheDamaged, ManifestInvalid.
    [[nodiscard]] Result<Manifest> read(const CachedImage &image) const;
    /// Whether there is a file for it; nothing is said of its content.
    [[nodiscard]] bool has(const CachedImage &image) const;

    /// Writes an image's manifest and sets its manifestPath. Where the file of an earlier manifest of the
    /// image is in the place, the new one waits beside it: call settle() when the index speaks of it. So the
    /// index and what it speaks of agree at every moment, or read() finds the other one.
    [[nodiscard]] Result<void> write(const CacheFolder::Lock &lock, const IndexDocument &index,
                                     const CachedImage *earlier, CachedImage &image,
                                     const Manifest &manifest);
    /// Puts an image's manifest where its entry says, in place of a damaged one. CacheDamaged where a folder
    /// or a link is in the way.
    [[nodiscard]] Result<void> putBack(const CacheFolder::Lock &lock, const CachedImage &image,
                                       const Manifest &manifest);
    /// Puts the waiting manifest in its place and removes the file of an earlier one that lay elsewhere.
    void settle(const CacheFolder::Lock &lock, const IndexDocument &index, const CachedImage *earlier,
                const CachedImage &image) const;

    /// A place for the manifest of an image that has no file yet, with its folder made.
    [[nodiscard]] Result<QString> findPlace(const CacheFolder::Lock &lock, const IndexDocument &index,
                                            const CachedImage &image) const;

    /// Whether some entry's manifest_path is this, or may be: the text is looked for, which is faster than to
    /// read every entry, and errs on the safe side.
    [[nodiscard]] static bool isNamed(const IndexDocument &index, const QString &path);
    /// Every file below manifests/, as paths below the cache's folder.
    [[nodiscard]] static QStringList files(const CacheFolder &folder);
    /// Removes the folders above a removed manifest that are empty now.
    static void removeEmptyFolders(const CacheFolder &folder, const QString &manifestPath);

private:
    [[nodiscard]] Result<QString> choosePath(const IndexDocument &index, const QString &ownPath,
                                             const ImageName &name) const;
    [[nodiscard]] bool isFree(const IndexDocument &index, const QString &path) const;
    [[nodiscard]] Result<void> makeFolderOf(const QString &path) const;

    const CacheFolder &m_folder;
    Session &m_session;
};

} // namespace dip

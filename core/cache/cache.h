#pragma once

#include "core/cache/audit.h"
#include "core/cache/blobinventory.h"
#include "core/cache/blobwriter.h"
#include "core/cache/cachedimage.h"
#include "core/cache/cleanplan.h"
#include "core/cache/usage.h"

#include <memory>

namespace dip {

/// The local cache of images (layout and index.json: see the design in README.md). All members may be called
/// from any thread, and several processes may work on one folder: changes to index.json happen under a lock
/// and replace the file in one step, blobs appear complete or not at all. A folder that cannot be written to
/// can be read; what writes then fails with DiskFailed. Writers, scratch folders and leases must not outlive
/// their cache.
class Cache final
{
public:
    enum class TrashCare { Tidy, LeaveAlone };
    /// Opens the cache in a folder, making the folder where it is missing and rebuilding a lost or damaged
    /// index.json from manifests/ and blobs/ (notices() then says so). Sweeps what dead processes left, and
    /// the trash (see Trash) unless that is to be left alone, as by those who want something of it back.
    /// DiskFailed, DiskFull; CacheDamaged where a folder inside is a symbolic link.
    [[nodiscard]] static Result<std::unique_ptr<Cache>> open(const QString &folder,
                                                             TrashCare care = TrashCare::Tidy);
    ~Cache();
    Q_DISABLE_COPY_MOVE(Cache)

    [[nodiscard]] const QString &folder() const; ///< absolute
    /// What a person should be told: a rebuilt index, images it had to leave out, entries that cannot be
    /// read.
    [[nodiscard]] QStringList notices() const;

    // --- images

    /// All images, ordered by name, read anew. Entries that cannot be read are left out; notices() names
    /// them.
    [[nodiscard]] Result<QList<CachedImage>> images() const;
    /// Gives back the memory that index.json takes, some 80 MB for 10,000 images; it is read again when it is
    /// needed. The list of images stays.
    void forgetIndex();
    /// NotInCache; CacheDamaged for an entry that cannot be read or leads out of the cache.
    [[nodiscard]] Result<CachedImage> find(const ImageName &name) const;
    /// The image's manifest, checked against manifestDigest. CacheDamaged, ManifestInvalid; NotInCache where
    /// another image has got the name since `image` was read.
    [[nodiscard]] Result<Manifest> manifest(const CachedImage &image) const;
    /// Whether the image's manifest has a file; what is in it, manifest() tells.
    [[nodiscard]] bool hasManifest(const CachedImage &image) const;
    /// A child manifest of an index, kept as a blob. NotInCache, CacheDamaged, ManifestInvalid.
    [[nodiscard]] Result<Manifest> childManifest(const Descriptor &child) const;

    /// Writes the manifest and the entry; every blob must be there (else NotInCache). Replaces an image of
    /// the same name, which stays pinned if it was; where that has the same manifest, its copies and lastUsed
    /// are kept. The entry's
    /// manifestPath, manifestDigest and added are set here.
    [[nodiscard]] Result<void> addImage(CachedImage image, const Manifest &manifest);
    /// Sets lastUsed, and adds a copy where given (one of the same registry and name is replaced).
    [[nodiscard]] Result<void> recordUse(const ImageName &name, const std::optional<ImageCopy> &copy);

    /// Gives an image another name, beside its own or instead of it. A second name begins without a pin.
    /// NotInCache; InvalidArgument where `to` is a digest or another image has that name. Nothing is changed
    /// then.
    [[nodiscard]] Result<void> giveName(const ImageName &image, const ImageName &to, bool keepOld);

    /// Pinned images are left alone by cleaning. NotInCache, and nothing changed, where one is not there.
    [[nodiscard]] Result<void> setPinned(const QList<ImageName> &names, bool pinned);

    // --- blobs

    /// Whether the blob is there, as a regular file of that size.
    [[nodiscard]] bool hasBlob(const Digest &digest, qint64 size) const;
    /// Which blobs there are now, all at once; for looking at many images.
    [[nodiscard]] BlobInventory inventory() const;
    [[nodiscard]] std::optional<qint64> blobSize(const Digest &digest) const;
    [[nodiscard]] QString blobPath(const Digest &digest) const; ///< absolute
    /// A small blob's bytes, checked against the digest. NotInCache, CacheDamaged, ManifestTooLarge.
    [[nodiscard]] Result<QByteArray> readBlob(const Digest &digest, qint64 limit) const;
    /// Puts a small blob there.
    [[nodiscard]] Result<Digest> writeBlob(QByteArrayView bytes);

    /// A place for a blob whose digest may not be known yet.
    [[nodiscard]] Result<std::unique_ptr<BlobWriter>> newBlob();
    /// A place for a blob to be downloaded, continuing what an earlier attempt of any process left (which is
    /// hashed again here). Where somebody downloads it just now: an empty one of our own. Cancelled on a
    /// stop.
    [[nodiscard]] Result<std::unique_ptr<BlobWriter>> resumeBlob(const Digest &digest, qint64 size,
                                                                 const std::stop_token &stop = {});

    /// Bytes that an earlier attempt has left of a download that resumeBlob() would continue.
    [[nodiscard]] qint64 bytesLeftOf(const Digest &digest) const;

    /// A folder on the cache's disk for unpacking archives; removed with the returned object, or by the next
    /// open() after a crash.
    class Scratch;
    [[nodiscard]] Result<std::shared_ptr<Scratch>> scratch();

    // --- cleaning

    /// While it lives, cleaning of any process keeps these blobs, whether an image names them or not. It ends
    /// with its process. An operation holds one from before its first look for a blob until after addImage():
    /// every blob that this cache commits in that time joins all of its open leases, before the blob has its
    /// name. (One committed while no lease is open is kept until an image names it or the cache is closed.)
    /// In a folder that cannot be written to a lease does nothing; nor does it on a full disk, so that images
    /// still leave from there.
    class Lease;
    [[nodiscard]] Result<std::unique_ptr<Lease>> lease(const QList<Digest> &blobs);

    /// What the images take, and what is no image's. Reads the folder: some tenths of a second for 10,000
    /// images, so for a worker thread. The numbers hold as long as nobody changes the cache.
    [[nodiscard]] Result<CacheUsage> usage() const;
    /// What a request would remove and exactly how many bytes that frees. NotInCache for an image not there.
    [[nodiscard]] Result<CleanPlan> planCleaning(const CleanRequest &request) const;
    /// Plans again under the lock and carries it out; returns what was really removed.
    [[nodiscard]] Result<CleanPlan> clean(const CleanRequest &request, const CleanProgress &progress = {});

    // --- verification; Verifier puts these together

    /// Everything but the content of blobs: of these images, or of the whole folder where none are named.
    [[nodiscard]] Result<CacheAudit> audit(const QList<ImageName> &names) const;
    /// Removes a blob that was found to be damaged, unless somebody has replaced it since. CacheDamaged where
    /// it is a folder with content, which is left alone.
    [[nodiscard]] Result<void> dropBlob(const CacheAudit::Blob &blob);
    /// Puts a lost or damaged manifest back. NotInCache where the image has another manifest by now.
    [[nodiscard]] Result<void> putManifestBack(const CachedImage &image, const Manifest &manifest);
    /// Makes an entry anew from the image's manifest and blobs; what it holds beyond them stays as far as it
    /// can be read. NotInCache where a blob is missing; CacheDamaged.
    [[nodiscard]] Result<void> rebuildEntry(const ImageName &name);

private:
    struct Private;
    explicit Cache(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

/// See Cache::scratch().
class Cache::Scratch final
{
public:
    explicit Scratch(QString folder) : m_folder(std::move(folder)) {}
    ~Scratch();
    Q_DISABLE_COPY_MOVE(Scratch)
    [[nodiscard]] const QString &folder() const { return m_folder; }

private:
    QString m_folder;
};

/// See Cache::lease(). Thread-safe.
class Cache::Lease final
{
public:
    ~Lease();
    Q_DISABLE_COPY_MOVE(Lease)
    /// Adds blobs; call it before asking whether they are there.
    [[nodiscard]] Result<void> add(const QList<Digest> &blobs);

private:
    friend class Cache;
    Lease(Private &cache, std::optional<int> number) : m_cache(cache), m_number(number) {}

    Private &m_cache;
    std::optional<int> m_number; ///< none: it does nothing
};

} // namespace dip

#pragma once

#include "core/image/reference.h"

#include <QHash>
#include <QList>

#include <span>

namespace dip {

/// What a cache's images take on the disk, as it was at one moment. Counted by references: a file that
/// several images need is there once, and goes only with the last of them. Sizes are those of the files (a
/// missing one has none), in bytes, the manifests' files included. Immutable, so for any thread; asking is
/// cheap enough for every change of a selection (10,000 images of 20 blobs: a millisecond).
class CacheUsage final
{
public:
    struct Share
    {
        qint64 total = 0;  ///< all files of the image
        qint64 shared = 0; ///< of these, needed by others too: total - unique
        qint64 unique = 0; ///< would be freed, were only this image removed for good
    };
    struct Selection
    {
        qint64 total = 0;  ///< files of the selected images, each once
        qint64 shared = 0; ///< of these, needed by images that are not selected, or by the trash
        qint64 freed = 0;  ///< would be freed, were all of them removed for good
    };
    /// Files that belong to no image.
    struct Heap
    {
        int files = 0;
        qint64 bytes = 0;
    };
    struct Rest
    {
        Heap unreferenced; ///< blobs and manifests that nothing names
        Heap unfinished;   ///< downloads, and what dead processes left; nobody works on them
        Heap uploads;      ///< notes of unfinished uploads
        Heap inTransfer;   ///< what running operations, of any process, have made so far
        Heap trash;        ///< kept by nothing but the trash
    };

    // --- images, in the order of their names

    [[nodiscard]] const QList<ImageName> &images() const { return m_images; }
    [[nodiscard]] qsizetype indexOf(const ImageName &name) const; ///< -1 where there is none
    [[nodiscard]] const Share &share(qsizetype image) const { return m_shares[image]; }
    /// Indexes of images; one may be named twice.
    [[nodiscard]] Selection selection(const QList<qsizetype> &images) const;
    [[nodiscard]] Selection selection(const QList<ImageName> &images) const; ///< unknown ones count nothing
    [[nodiscard]] qint64 bytes() const { return m_bytes; } ///< of all images, each file once

    [[nodiscard]] const Rest &rest() const { return m_rest; }

    // --- files of images, each with a number: what a picture of the disk is drawn from

    [[nodiscard]] std::span<const quint32> filesOf(qsizetype image) const;
    [[nodiscard]] qsizetype fileCount() const { return m_files.size(); }
    [[nodiscard]] qint64 sizeOf(quint32 file) const { return m_files[file].size; }
    /// How many images need it; others (the trash, entries that cannot be read) are not counted here.
    [[nodiscard]] int imagesOf(quint32 file) const { return int(m_files[file].images); }
    [[nodiscard]] const std::optional<Digest> &digestOf(quint32 file) const; ///< none: a manifest's file

    /// The fewest images, in the given order (first to go first), that free at least so many bytes together;
    /// all of them where that is not enough.
    [[nodiscard]] QList<qsizetype> chooseToFree(const QList<qsizetype> &order, qint64 bytes) const;

private:
    friend class UsageReader;
    struct File
    {
        qint64 size = 0;
        quint32 images = 0;
        bool isKept = false; ///< by something else than an image
        std::optional<Digest> digest;
    };
    [[nodiscard]] qint64 goesWith(const QList<quint32> &removed, quint32 file) const;
    void finish();

    QList<ImageName> m_images;
    QList<quint32> m_numbers; ///< of the images' files, one image after the other
    QList<qsizetype> m_ends;  ///< of each image's part of m_numbers
    QList<File> m_files;
    QList<Share> m_shares;
    qint64 m_bytes = 0;
    Rest m_rest;
};

} // namespace dip

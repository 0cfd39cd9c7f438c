#include "core/archive/parseimageinfo.h"

#include "core/archive/archivedtree.h"
#include "core/archive/archivekind.h"
#include "core/archive/decompress.h"
#include "core/archive/foldersource.h"
#include "core/archive/imagelist.h"
#include "core/archive/unpackzip.h"
#include "core/base/log.h"

#include <QFileInfo>

#include <algorithm>

namespace dip {

namespace {

/// Goes from the file as it is to the images in it:
///
///     folder ────────────────────────────┐
///     zip ──┬── entries of a tree ───────┤
///           └── tar, compressed tar ─┐   ├──▶ readArchivedTree
///     compressed ──▶ unpacked tar ───┤   │
///     tar ───────────────────────────┴───┘
class ArchiveReader final
{
public:
    explicit ArchiveReader(const ArchiveContext &context) : m_context(context), m_scratch(context) {}

    Result<ArchiveContents> read(const QString &path);

private:
    Result<void> readFile(const QString &path, const QString &label, bool mayBeZip);
    Result<void> readZip(const QString &path, const QString &label);
    Result<void> readZipArchives(const QList<UnpackedZip::File> &files);
    Result<void> readCompressed(const QString &path, const QString &label,
                                mediatype::Compression compression);
    Result<void> readTar(const QString &path, const QString &label);
    static Result<ArchivedTree> refuseIfCut(Result<ArchivedTree> tree, const QString &label);
    Result<void> readTree(const ArchiveSource &source);
    void take(ArchivedTree tree);

    const ArchiveContext &m_context;
    ScratchFiles m_scratch;
    ImageList m_images;
    QList<ArchiveFormat> m_formats;
    QStringList m_remarks;
};

Result<ArchiveContents> ArchiveReader::read(const QString &path)
{
    const QFileInfo info(path);
    if (!info.isFile() && !info.isDir())
        return fail(ErrorCode::FileMissing, QStringLiteral("no such file or folder"), path);
    auto outcome = info.isDir() ? readTree(FolderSource(path)) : readFile(path, path, true);
    if (!outcome)
        return failure(outcome);
    m_remarks.removeDuplicates();
    ArchiveContents contents{path, m_images.take(), m_formats, m_remarks, {}};
    if (auto keep = m_scratch.keep())
        contents.keep.append(std::move(keep));
    return contents;
}

Result<void> ArchiveReader::readFile(const QString &path, const QString &label, bool mayBeZip)
{
    const qint64 size = QFileInfo(path).size();
    auto firstBytes = readSmall({path, 0, std::min(size, sniffedBytes)}, sniffedBytes);
    if (!firstBytes)
        return failure(firstBytes);
    switch (sniffArchive(*firstBytes)) {
    case ArchiveKind::Utf16:
        return fail(ErrorCode::ArchiveUtf16, QStringLiteral("the file is text in UTF-16"), label);
    case ArchiveKind::Zip:
        return mayBeZip
                   ? readZip(path, label)
                   : fail(ErrorCode::ArchiveNotImage, QStringLiteral("a zip inside another archive"), label);
    case ArchiveKind::Compressed:
        return readCompressed(path, label, mediatype::sniffCompression(*firstBytes));
    case ArchiveKind::Tar:
        break;
    }
    return readTar(path, label);
}

Result<void> ArchiveReader::readZip(const QString &path, const QString &label)
{
    auto unpacked = unpackZip(path, label, m_scratch, m_context);
    if (!unpacked)
        return failure(unpacked);
    for (const QString &folder : std::as_const(unpacked->folders)) {
        auto outcome = readTree(SubfolderSource(*unpacked->tree, folder));
        if (!outcome)
            return outcome;
    }
    if (auto outcome = readZipArchives(unpacked->archives); !outcome)
        return outcome;
    if (m_images.isEmpty())
        return fail(ErrorCode::ArchiveNotImage, QStringLiteral("the zip holds no image archive"), label);
    return {};
}

/// Other tars may lie beside the images; only where there is no image at all are they worth an error.
Result<void> ArchiveReader::readZipArchives(const QList<UnpackedZip::File> &files)
{
    std::optional<Error> notImage;
    for (const UnpackedZip::File &file : files) {
        auto outcome = readFile(file.path, file.label, false);
        if (outcome)
            continue;
        if (outcome.error().code != ErrorCode::ArchiveNotImage)
            return outcome;
        m_remarks.append(QStringLiteral("passed over: %1 (%2)").arg(file.label, outcome.error().detail));
        notImage = std::move(outcome.error());
    }
    if (m_images.isEmpty() && notImage)
        return std::unexpected(std::move(*notImage));
    return {};
}

Result<void> ArchiveReader::readCompressed(const QString &path, const QString &label,
                                           mediatype::Compression compression)
{
    auto unpackedPath = m_scratch.newPath();
    if (!unpackedPath)
        return failure(unpackedPath);
    ScratchWriter writer(*unpackedPath);
    if (auto opened = writer.open(); !opened)
        return opened;
    const FileRegion whole{path, 0, QFileInfo(path).size()};
    UnpackingStep step(m_context.progress, label, whole.size);
    auto unpacked = decompress(
        whole, compression, m_context.stop, [&](QByteArrayView bytes) { return writer.write(bytes); },
        [&](qint64 done) { step.setDone(done); });
    if (!unpacked)
        return unpacked;
    step.done();
    return readTar(*unpackedPath, label);
}

Result<void> ArchiveReader::readTar(const QString &path, const QString &label)
{
    auto source = MappedSource::openTar(path, label, m_context.stop);
    if (!source)
        return failure(source);
    QStringList folders = imageFolders((*source)->names());
    if (folders.isEmpty())
        folders.append(QString());
    for (const QString &folder : std::as_const(folders)) {
        auto tree = readArchivedTree(SubfolderSource(**source, folder));
        if (!(*source)->hasEnd())
            tree = refuseIfCut(std::move(tree), label);
        if (!tree)
            return failure(tree);
        take(std::move(*tree));
    }
    return {};
}

/// Some tools write no end-of-archive. Where nothing is missing that is fine, else the file was cut between
/// two entries.
Result<ArchivedTree> ArchiveReader::refuseIfCut(Result<ArchivedTree> tree, const QString &label)
{
    const bool lacks =
        tree ? std::ranges::any_of(tree->images,
                                   [](const ArchivedImage &image) { return !image.absent.isEmpty(); })
             : tree.error().code == ErrorCode::ArchiveIncomplete ||
                   tree.error().code == ErrorCode::ArchiveNotImage;
    if (!lacks)
        return tree;
    const QString what = tree ? QStringLiteral("a platform is missing") : tree.error().detail;
    return fail(ErrorCode::ArchiveTruncated, QStringLiteral("the file has no end-of-archive, and ") + what,
                label);
}

Result<void> ArchiveReader::readTree(const ArchiveSource &source)
{
    auto tree = readArchivedTree(source);
    if (!tree)
        return failure(tree);
    take(std::move(*tree));
    return {};
}

void ArchiveReader::take(ArchivedTree tree)
{
    for (ArchivedImage &image : tree.images)
        m_images.add(std::move(image));
    for (const ArchiveFormat format : std::as_const(tree.formats)) {
        if (!m_formats.contains(format))
            m_formats.append(format);
    }
    m_remarks.append(tree.remarks);
}

} // namespace

Result<ArchiveContents> parseImageInfo(const QString &path, const ArchiveContext &context)
{
    QElapsedTimer timer;
    timer.start();
    auto contents = ArchiveReader(context).read(path);
    if (contents)
        logEvent(logArchive(), QStringLiteral("%1 holds %2 images").arg(path).arg(contents->images.size()),
                 {QStringLiteral("list"), {}, QFileInfo(path).size(), timer.elapsed()});
    return contents;
}

} // namespace dip

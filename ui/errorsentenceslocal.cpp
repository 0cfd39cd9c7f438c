// About what lies here: archives, the cache, its disk.

#include "ui/errorsentences.h"

#include <QFileInfo>
#include <QRegularExpression>

#include "ui/look/format.h"

namespace dip::ui {

namespace {

const QString digestPrefix = QStringLiteral("sha256:");

/// Whether the error is about a blob in the cache: its file, or its digest.
bool isCacheBlob(const Error &error)
{
    return error.where.contains(QLatin1String("/blobs/sha256/")) ||
           (error.code == ErrorCode::CacheDamaged && error.where.startsWith(digestPrefix));
}

} // namespace

ErrorText ErrorSentences::content(const Error &error)
{
    using enum NextStep;
    const QList<NextStep> steps{Retry, CopyReport};
    if (isCacheBlob(error))
        return cachedBlob(error);
    switch (error.code) {
    case ErrorCode::DigestMismatch:
    case ErrorCode::SizeMismatch:
    case ErrorCode::DiffIdMismatch:
        return {tr("The data is not what its digest promises: %1.").arg(error.where),
                tr("It was damaged on the way or on disk. Import or pull the image again."), steps};
    case ErrorCode::ManifestInvalid:
    case ErrorCode::ManifestTooLarge:
        return {tr("The manifest of this image cannot be understood: %1.").arg(error.where),
                tr("It may have been made by a faulty tool. The report names what is wrong."), steps};
    case ErrorCode::NotInCache:
        return {tr("The cache no longer has %1.").arg(error.where), tr("Import or pull the image again."),
                steps};
    case ErrorCode::CacheDamaged:
        return {tr("The copy in the cache is damaged: %1.").arg(error.where),
                tr("Delete the image from the cache, then import or pull it again."), steps};
    case ErrorCode::InvalidArgument:
        if (QFileInfo(error.where).isAbsolute() && QFileInfo::exists(error.where))
            return {tr("%1 is there already.").arg(error.where),
                    tr("Nothing is replaced without asking. Choose another name or place, or move it away."),
                    {Retry, ShowFile, CopyReport}};
        return {
            tr("This cannot be done as asked: %1.").arg(error.where.isEmpty() ? error.detail : error.where),
            error.where.isEmpty() ? QString() : error.detail, steps};
    case ErrorCode::Unsupported:
        return {tr("This kind of image is not supported: %1.").arg(error.where), error.detail, steps};
    default:
        return {tr("Something went wrong inside the program."),
                tr("Trying again may help. The report helps us to mend it."), steps};
    }
}

/// A blob that lies in the cache under its digest's digits.
ErrorText ErrorSentences::cachedBlob(const Error &error)
{
    using enum NextStep;
    const QString hex = error.where.section(u'/', -1).section(u':', -1);
    const QString name = hex.first(std::min<qsizetype>(12, hex.size()));
    const QString sentence = error.code == ErrorCode::FileMissing
                                 ? tr("The layer %1 is missing in the cache.").arg(name)
                                 : tr("The layer %1 is damaged on the disk of the cache.").arg(name);
    return {
        sentence,
        tr("Fetch it again from where the image came from. If it happens again, the disk may be failing."),
        {FetchAgain, VerifyAll, Retry, CopyReport}};
}

ErrorText ErrorSentences::archive(const Error &error)
{
    using enum NextStep;
    if (isCacheBlob(error))
        return cachedBlob(error);
    const QString file = QFileInfo(error.where).fileName();
    const QList<NextStep> steps{Retry, ShowFile, Skip, CopyReport};
    switch (error.code) {
    case ErrorCode::ArchiveTruncated:
        return {truncated(error), tr("The file was not copied completely. Copy it again."), steps};
    case ErrorCode::ArchiveUtf16:
        return {tr("%1 was turned into text by PowerShell.").arg(file),
                tr("Save it again with docker save -o FILE instead of docker save > FILE."), steps};
    case ErrorCode::ArchiveNotImage:
        return {tr("%1 is no image archive.").arg(file),
                tr("Archives made by docker save, podman save or skopeo, and OCI layouts can be imported."),
                steps};
    case ErrorCode::ArchiveUnsafe:
        return {tr("%1 holds file names that point outside of it, so it is not opened.").arg(file),
                tr("Ask where the file comes from."), steps};
    case ErrorCode::ArchiveIncomplete:
        return {tr("%1 lacks a part of an image.").arg(file), tr("Save the image again."), steps};
    case ErrorCode::FileMissing:
        return {tr("%1 is not there or cannot be read.").arg(file),
                tr("Was it moved, or is a drive or share not connected?"), steps};
    default:
        return {tr("%1 is damaged.").arg(file), tr("Copy or save it again."), steps};
    }
}

/// The tar reader tells how much of the last entry is there.
QString ErrorSentences::truncated(const Error &error)
{
    static const QRegularExpression amounts(
        QStringLiteral(" has (\\d+) bytes, only (\\d+) of them are there$"));
    const QString file = QFileInfo(error.where).fileName();
    const auto match = amounts.match(error.detail);
    return match.hasMatch() ? tr("%1 ends too early: the last part of it has %2 of %3.")
                                  .arg(file, formatBytes(match.captured(2).toLongLong()),
                                       formatBytes(match.captured(1).toLongLong()))
                            : tr("%1 ends too early.").arg(file);
}

ErrorText ErrorSentences::disk(const Error &error)
{
    using enum NextStep;
    if (error.code == ErrorCode::DiskFull) {
        static const QRegularExpression amounts(QStringLiteral("^(\\d+) bytes are needed, (\\d+) are free"));
        const auto match = amounts.match(error.detail);
        const QString sentence = match.hasMatch()
                                     ? tr("%1 are needed, and %2 are free in %3.")
                                           .arg(formatBytes(match.captured(1).toLongLong()),
                                                formatBytes(match.captured(2).toLongLong()), error.where)
                                     : tr("The disk is full: there is no room for %1.").arg(error.where);
        return {sentence,
                tr("Delete images that are no longer needed, or choose a folder on another disk."),
                {CleanCache, ChooseCache, PushWithoutCache, Retry, CopyReport}};
    }
    return {tr("The disk could not be written or read: %1.").arg(error.where),
            tr("Check that the folder is writable and the drive is healthy."),
            {ChooseCache, Retry, CopyReport}};
}

} // namespace dip::ui

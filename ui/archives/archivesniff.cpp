#include "ui/archives/archivesniff.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QMimeData>
#include <QUrl>

#include "core/image/mediatype.h"

namespace dip::ui {

namespace {

constexpr qint64 tarBlock = 512;
constexpr qsizetype checksumOffset = 148;
constexpr qsizetype checksumLength = 8;

/// POSIX ustar: the sum of a header's bytes, the checksum itself taken as spaces, in octal.
bool isTarHeader(const QByteArray &block)
{
    if (block.size() < tarBlock)
        return false;
    int sum = 0;
    for (qsizetype i = 0; i < tarBlock; ++i) {
        const bool inChecksum = i >= checksumOffset && i < checksumOffset + checksumLength;
        sum += inChecksum ? ' ' : uchar(block[i]);
    }
    QByteArray field = block.sliced(checksumOffset, checksumLength);
    field.replace('\0', ' ');
    bool isNumber = false;
    return field.trimmed().toInt(&isNumber, 8) == sum && isNumber;
}

bool isLayout(const QString &folder)
{
    return QFile::exists(folder + QStringLiteral("/oci-layout")) ||
           QFile::exists(folder + QStringLiteral("/manifest.json")) ||
           QFile::exists(folder + QStringLiteral("/index.json"));
}

} // namespace

bool mayBeArchive(const QString &path)
{
    const QFileInfo info(path);
    if (info.isDir())
        return true;
    QFile file(path);
    if (!info.isFile() || !file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray start = file.read(tarBlock);
    return mediatype::sniffCompression(start) != mediatype::Compression::None ||
           start.startsWith("PK\x03\x04") || start.startsWith("\xFF\xFE") || start.startsWith("\xFE\xFF") ||
           isTarHeader(start);
}

QStringList localPaths(const QMimeData &data)
{
    QStringList paths;
    for (const QUrl &url : data.urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

Offer lookAt(const QStringList &paths)
{
    Offer offer;
    for (const QString &path : paths) {
        if (!mayBeArchive(path)) {
            ++offer.refused;
            continue;
        }
        offer.paths.append(path);
        if (const QFileInfo info(path); info.isFile())
            offer.bytes += info.size();
    }
    return offer;
}

QStringList archivesIn(const QString &path)
{
    if (!QFileInfo(path).isDir() || isLayout(path))
        return {path};
    QStringList found;
    QDirIterator files(path, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        if (const QString file = files.next(); mayBeArchive(file))
            found.append(file);
    }
    found.sort();
    return found;
}

} // namespace dip::ui

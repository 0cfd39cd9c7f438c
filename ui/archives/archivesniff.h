#pragma once

#include <QStringList>

class QMimeData;

namespace dip::ui {

/// Whether a file or folder may be an image archive, by its first bytes: quick enough to answer while
/// something is dragged. A tar without magic (v7) is known by its checksum.
[[nodiscard]] bool mayBeArchive(const QString &path);

/// What was dropped, as a person would count it.
struct Offer
{
    QStringList paths; ///< that may hold images
    qint64 bytes = 0;  ///< of files; folders are not looked into
    int refused = 0;
};
/// The files and folders of this machine that are dragged.
[[nodiscard]] QStringList localPaths(const QMimeData &data);
[[nodiscard]] Offer lookAt(const QStringList &paths);

/// The archives in a folder and below, or the path itself where it is a file or an OCI layout. May take long.
[[nodiscard]] QStringList archivesIn(const QString &path);

} // namespace dip::ui

#include "core/archive/foldersource.h"

#include "core/archive/entryname.h"

#include <QFileInfo>

namespace dip {

FolderSource::FolderSource(QString folder)
    : m_folder(std::move(folder)), m_canonicalFolder(QFileInfo(m_folder).canonicalFilePath())
{
    if (!m_canonicalFolder.endsWith(u'/'))
        m_canonicalFolder += u'/';
}

Result<FileRegion> FolderSource::find(QStringView name) const
{
    const auto wanted = normalisedName(name);
    if (!wanted)
        return unsafe(name, QStringLiteral("the name leads out of the folder"));
    const QFileInfo info(m_canonicalFolder + *wanted);
    const QString canonical = info.canonicalFilePath();
    if (info.isSymLink() && !info.exists())
        return unsafe(name, QStringLiteral("a link that goes in circles or leads nowhere"));
    if (!canonical.isEmpty() && !QString(canonical + u'/').startsWith(m_canonicalFolder))
        return unsafe(name, QStringLiteral("a link leads out of the folder"));
    if (!info.isFile()) // nor a pipe or device, which would hang whoever reads it
        return absent(name);
    return FileRegion{canonical, 0, info.size()};
}

} // namespace dip

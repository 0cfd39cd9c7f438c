#include "core/transfer/room.h"

#include <QStorageInfo>

namespace dip {

Result<void> checkRoom(const QString &folder, qint64 bytes)
{
    const QStorageInfo disk(folder);
    if (disk.isValid() && disk.bytesAvailable() >= 0 && disk.bytesAvailable() < bytes)
        return fail(ErrorCode::DiskFull,
                    QStringLiteral("%1 bytes are needed, %2 are free").arg(bytes).arg(disk.bytesAvailable()),
                    folder);
    return {};
}

} // namespace dip

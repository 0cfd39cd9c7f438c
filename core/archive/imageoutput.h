#pragma once

#include "core/archive/taroutput.h"

#include <QSaveFile>
#include <QTemporaryDir>

#include <memory>

namespace dip {

/// Where exported images are written to, file by file. All of it appears in one step by commit(); without
/// that nothing stays. Errors: DiskFull, DiskFailed; InvalidArgument where the target is there already. Not
/// thread-safe.
class ImageOutput
{
public:
    virtual ~ImageOutput() = default;
    Q_DISABLE_COPY_MOVE(ImageOutput)

    [[nodiscard]] virtual Result<void> addFolder(const QString &name) = 0;
    [[nodiscard]] virtual Result<void> beginFile(const QString &name, qint64 size) = 0;
    [[nodiscard]] virtual Result<void> write(QByteArrayView bytes) = 0;
    [[nodiscard]] virtual Result<void> endFile() = 0;
    [[nodiscard]] virtual Result<void> commit() = 0;

    /// A tar file; one that is there is replaced only where that is wished.
    [[nodiscard]] static Result<std::unique_ptr<ImageOutput>> tarFile(const QString &path, bool overwrite);
    /// A folder, which must not be there, or be empty.
    [[nodiscard]] static Result<std::unique_ptr<ImageOutput>> folder(const QString &path);

protected:
    ImageOutput() = default;
};

} // namespace dip

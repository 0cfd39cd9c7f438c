#pragma once

#include "core/base/progress.h"
#include "core/registry/registryclient.h"
#include "tests/support/scriptedregistry.h"

#include <QTemporaryDir>

namespace dip::test {

/// What one run of the uploader gave.
struct UploadRun
{
    Result<UploadReport> result;
    Phase phase = Phase::Waiting;
    qint64 done = 0;
    qint64 retryAtMs = 0;
    QString note;
    int retries = 0;
};

/// A blob in a file, and runs that upload it; each run is like a new process with the same memory and
/// journal.
class UploadBench final
{
    QTemporaryDir m_folder; // before what is made in it

public:
    explicit UploadBench(qint64 size, quint32 seed = 1);

    QByteArray bytes;
    RegistrySettings settings; ///< short pauses; the address is that of the run
    BlobUpload upload;
    qint64 rateLimit = 0; ///< bytes a second

    [[nodiscard]] UploadRun run(const QString &registryUrl, const std::stop_token &stop = {});
    [[nodiscard]] QStringList journalFiles() const;
    [[nodiscard]] QString digest() const { return upload.blob.digest.toString(); }
    void damageFile();
};

/// Bytes that tell their place, so that a piece at a wrong offset shows.
[[nodiscard]] QByteArray patternBytes(qint64 size, quint32 seed);

} // namespace dip::test

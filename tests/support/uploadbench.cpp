#include "tests/support/uploadbench.h"

#include "core/registry/blobuploader.h"

#include <QDir>
#include <QFile>

using namespace std::chrono_literals;

namespace dip::test {

namespace {

BlobUpload uploadOf(const QByteArray &bytes, const QString &file)
{
    Descriptor blob{.mediaType = {},
                    .digest = Digest::of(bytes),
                    .size = bytes.size(),
                    .platform = {},
                    .annotations = {},
                    .urls = {}};
    return {.repository = RepositoryName::parse(u"team/app").value(), .blob = std::move(blob), .file = file};
}

} // namespace

QByteArray patternBytes(qint64 size, quint32 seed)
{
    QByteArray bytes(size, Qt::Uninitialized);
    quint32 state = seed;
    for (char &byte : bytes) {
        state = state * 1'664'525 + 1'013'904'223;
        byte = char(state >> 24);
    }
    return bytes;
}

UploadBench::UploadBench(qint64 size, quint32 seed)
    : bytes(patternBytes(size, seed))
    , settings{.address = RegistryAddress::parse(u"http://127.0.0.1:1").value()}
    , upload(uploadOf(bytes, m_folder.filePath(QStringLiteral("blob"))))
{
    settings.retry = {.attempts = 3, .first = 1ms, .longest = 4ms};
    settings.idleTimeout = 5s;
    settings.commitTimeout = 5s;
    settings.memoryFile = m_folder.filePath(QStringLiteral("registries.json"));
    settings.journalFolder = m_folder.filePath(QStringLiteral("journal"));
    QFile file(upload.file);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != size)
        qFatal("the blob could not be written");
}

UploadRun UploadBench::run(const QString &registryUrl, const std::stop_token &stop)
{
    settings.address = RegistryAddress::parse(registryUrl).value();
    const auto registry = std::make_shared<Registry>(settings);
    registry->setRateLimit(rateLimit);
    AuthorizedSession session(registry, stop);
    ProgressSink sink;
    const auto progress = sink.addBlob(digest(), bytes.size());
    auto result = BlobUploader(*registry, session, sink).upload(upload, *progress);
    return {std::move(result),     progress->phase(), progress->done(),
            progress->retryAtMs(), progress->note(),  sink.retries()};
}

QStringList UploadBench::journalFiles() const
{
    return QDir(settings.journalFolder).entryList(QDir::Files);
}

void UploadBench::damageFile()
{
    QFile file(upload.file);
    if (!file.open(QIODevice::ReadWrite) || file.write("damaged") != 7)
        qFatal("the blob could not be damaged");
}

} // namespace dip::test

#pragma once

#include "core/archive/imageoutput.h"
#include "core/base/progress.h"
#include "core/transfer/account.h"
#include "core/transfer/exportrequest.h"
#include "core/transfer/imagetree.h"

#include <QHash>

#include <stop_token>

namespace dip {

/// cache → archive. Layers that several images share are written once; every byte is checked on the way.
///
/// Other tools take no manifests in Docker's format from an OCI layout. There the OCI formats hold them
/// twice: in OCI's form, with the same config and layers, and as they were, which our own reading goes back
/// to.
///
/// All formats hold an OCI layout (OCI image-spec, Image Layout) with the manifests' exact bytes, so that
/// what is extracted from them has the same digests. A docker archive is that and a manifest.json, as docker
/// itself has saved since version 25. Its layers stay compressed as they are: every docker unpacks gzip on
/// load (zstd from version 23 on), and config and layers keep their digests.
class Exporter final
{
public:
    /// All must outlive this.
    Exporter(Cache &cache, ProgressSink &progress, Account &account, std::stop_token stop)
        : m_cache(cache), m_progress(progress), m_account(account), m_stop(std::move(stop))
    {}
    Q_DISABLE_COPY_MOVE(Exporter)

    [[nodiscard]] Result<void> run(const ExportFromCache &request);

private:
    struct Image
    {
        ImageName name;
        ImageTree tree;
    };
    [[nodiscard]] Result<void> load(const ExportFromCache &request, Cache::Lease &lease);
    [[nodiscard]] Result<ImageTree> onePlatform(const ImageTree &tree, const ImageName &name,
                                                const std::optional<Platform> &platform) const;
    [[nodiscard]] Result<void> checkRoom(const QString &target) const;
    [[nodiscard]] Result<void> writeBlobs(ImageOutput &output);
    [[nodiscard]] Result<void> writeManifests(ImageOutput &output);
    [[nodiscard]] Result<void> copyBlob(ImageOutput &output, const Descriptor &blob, BlobProgress &line);
    [[nodiscard]] Result<void> copyBytes(ImageOutput &output, const Descriptor &blob, BlobProgress &line);
    [[nodiscard]] static Result<void> writeFile(ImageOutput &output, const QString &name,
                                                const QByteArray &bytes);
    [[nodiscard]] Result<void> makeOciForms(const ImageTree &tree);
    [[nodiscard]] QByteArray indexJson() const;
    [[nodiscard]] QByteArray dockerManifestJson() const;
    [[nodiscard]] QByteArray dockerRepositoriesJson() const;

    Cache &m_cache;
    ProgressSink &m_progress;
    Account &m_account;
    std::stop_token m_stop;
    QList<Image> m_images;
    QHash<Digest, Manifest>
        m_ociForms;            ///< of manifests in Docker's format, where the target is to be pure OCI
    QList<Descriptor> m_blobs; ///< configs and layers of all, each once
};

} // namespace dip

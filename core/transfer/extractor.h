#pragma once

#include "core/archive/archivedimage.h"
#include "core/transfer/account.h"
#include "core/transfer/archiveselection.h"
#include "core/transfer/imagetree.h"

#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

namespace dip {

class BlobProgress;

/// An image that is whole in the cache now, with every name it was given there.
struct ExtractedImage
{
    QList<ImageName> names;
    ImageTree tree;
};

/// archive → cache: reads what is inside, then every layer once, by several threads, each verified; a layer
/// that the cache holds is not copied again. Or only as far as that: with the goal Check all is verified
/// where it lies, and nothing is put anywhere.
class Extractor final
{
public:
    enum class Goal { Cache, Check };

    /// A blob that was verified, and lies in the cache now where that is the goal.
    struct ReadyBlob
    {
        Descriptor blob;
        QList<int> images;                        ///< positions in the list that `planned` got
        std::shared_ptr<const KeptRegion> source; ///< the same bytes in the archive, read just now
    };
    /// blobReady is called on one of the threads as soon as there is one.
    struct Hooks
    {
        std::function<Result<void>(const QList<QList<ImageName>> &names)> planned;
        std::function<void(const ReadyBlob &)> blobReady;
    };

    /// All must outlive this.
    Extractor(Cache &cache, ProgressSink &progress, Account &account, std::stop_token stop,
              Goal goal = Goal::Cache);
    Q_DISABLE_COPY_MOVE(Extractor)

    /// `fallback` names an image that has no name in the archive.
    [[nodiscard]] Result<QList<ExtractedImage>> extract(const QString &file,
                                                        const ArchiveSelection &selection,
                                                        const std::optional<ImageName> &fallback, int atOnce,
                                                        const Hooks &hooks = {});

private:
    struct LayerJob
    {
        ArchivedLayer layer;
        QList<int> images;
        std::shared_ptr<BlobProgress> line;
        std::optional<Digest> digest{}; ///< of the bytes in the cache, when they are there
    };
    [[nodiscard]] QList<Digest> planLayers(const QList<ChosenImage> &chosen);
    [[nodiscard]] qint64 bytesToCopy() const;
    [[nodiscard]] Result<void> prepareCache(const QList<ChosenImage> &chosen);
    [[nodiscard]] Result<void> writeSmallBlobs(const ArchivedImage &image);
    void offerConfigs(const QList<ChosenImage> &chosen, const Hooks &hooks) const;
    [[nodiscard]] Result<void> extractLayers(int atOnce, const Hooks &hooks);
    [[nodiscard]] Result<void> extractLayer(LayerJob &job, const std::stop_token &stop);
    [[nodiscard]] Result<Digest> copyLayer(LayerJob &job, const std::optional<Digest> &expected,
                                           const std::stop_token &stop);
    [[nodiscard]] Result<Digest> readLayer(LayerJob &job, const std::optional<Digest> &expected,
                                           const std::stop_token &stop);
    [[nodiscard]] Result<void> checkDiffId(const LayerJob &job, const Digest &digest,
                                           const std::stop_token &stop);
    [[nodiscard]] Result<QList<ExtractedImage>> finish(const QList<ChosenImage> &chosen);
    [[nodiscard]] Result<void> save(const ChosenImage &chosen, const ImageTree &tree);

    Cache &m_cache;
    ProgressSink &m_progress;
    Account &m_account;
    std::stop_token m_stop;
    const Goal m_goal;
    QString m_file;                      ///< the archive, as given
    QList<std::shared_ptr<void>> m_keep; ///< what was unpacked of it
    std::vector<std::unique_ptr<LayerJob>> m_jobs;
    QHash<QString, LayerJob *> m_jobOf;
};

} // namespace dip

#pragma once

#include <QObject>
#include <QTimer>

#include <memory>

#include "core/transfer/tagdeletion.h"
#include "ui/background.h"

namespace dip::ui {

/// Finds out in the background what goes with tags that are to be deleted from a registry. For the main
/// thread.
class DeletionPlanner final : public QObject
{
    Q_OBJECT

public:
    explicit DeletionPlanner(QObject *parent = nullptr);
    ~DeletionPlanner() override; ///< stops what is asked, and waits for its end

    /// One plan for each repository; ends what was asked before.
    void ask(const std::shared_ptr<Registry> &registry, const QList<ImageName> &images);
    void cancel(); ///< no signal follows

signals:
    void progressed(qint64 asked, qint64 all); ///< tags
    void planned(const QList<dip::TagDeletion> &plans);
    void failed(const dip::Error &error);

private:
    void tellProgress();

    std::shared_ptr<ProgressSink> m_progress;
    QTimer m_sampler;
    Background m_background;
};

} // namespace dip::ui

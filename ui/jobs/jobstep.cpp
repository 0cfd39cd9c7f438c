#include "ui/jobs/jobstep.h"

namespace dip::ui {

QList<ImageName> imagesOf(const JobStep &step)
{
    if (const auto *push = std::get_if<PushFromCacheUsingManifest>(&step))
        return {push->image};
    if (const auto *exported = std::get_if<ExportFromCache>(&step))
        return exported->images;
    if (const auto *verified = std::get_if<VerifyImages>(&step))
        return verified->images;
    return {};
}

QList<ImageName> imagesOfAll(const QList<JobStep> &steps)
{
    QList<ImageName> images;
    for (const JobStep &step : steps)
        images += imagesOf(step);
    return images;
}

} // namespace dip::ui

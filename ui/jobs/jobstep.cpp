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

} // namespace dip::ui

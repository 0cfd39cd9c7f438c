#include "ui/jobs/straightpush.h"

namespace dip::ui {

namespace {

bool isRenamed(const ArchiveSelection &selection)
{
    return selection.repository && selection.reference;
}

/// The step of the import that brings the image: one that gives it this name, or one that leaves names alone.
const ExtractAndCache *stepFor(const JobRequest &import, const ImageName &image)
{
    const ExtractAndCache *other = nullptr;
    for (const JobStep &step : import.steps) {
        const auto *extract = std::get_if<ExtractAndCache>(&step);
        if (!extract)
            continue;
        if (!isRenamed(extract->selection))
            other = extract;
        else if (ImageName{*extract->selection.repository, *extract->selection.reference} == image)
            return extract;
    }
    return other;
}

} // namespace

std::optional<JobRequest> straightPush(const JobRequest &import, const JobRequest &push)
{
    JobRequest straight = push;
    straight.after.clear();
    straight.steps.clear();
    for (const JobStep &step : push.steps) {
        const auto *fromCache = std::get_if<PushFromCacheUsingManifest>(&step);
        const ExtractAndCache *extract = fromCache ? stepFor(import, fromCache->image) : nullptr;
        if (!extract || !fromCache->platforms.isEmpty())
            return {};
        const ArchiveSelection selection = isRenamed(extract->selection)
                                               ? extract->selection
                                               : ArchiveSelection{{fromCache->image.toString()}, {}, {}};
        straight.steps.append(PushFromCacheUsingTar{extract->file, selection, fromCache->target, false});
    }
    return straight.steps.isEmpty() ? std::nullopt : std::optional(straight);
}

} // namespace dip::ui

#include "core/cache/cleanplan.h"

#include <algorithm>

namespace dip {

qint64 CleanPlan::bytes() const
{
    qint64 sum = 0;
    for (const File &file : files)
        sum += file.size;
    return sum;
}

int CleanPlan::blobCount() const
{
    return int(std::ranges::count_if(files, [](const File &file) { return file.digest.has_value(); }));
}

} // namespace dip

#include "app/cli/imagesource.h"

#include <QFileInfo>

#include <algorithm>
#include <array>

namespace dip::cli {

namespace {

bool looksLikePath(const QString &text)
{
    static constexpr std::array endings{".tar", ".tgz", ".gz", ".xz", ".zst", ".bz2", ".zip"};
    if (text.startsWith(u'/') || text.startsWith(u'.') || text.startsWith(u'~') || text.contains(u'\\'))
        return true;
    return std::ranges::any_of(endings, [&](const char *ending) {
        return text.endsWith(QLatin1String(ending), Qt::CaseInsensitive);
    });
}

} // namespace

Result<ImageSource> readImageSource(const QString &text)
{
    if (QFileInfo::exists(text))
        return ArchivePath{text};
    auto name = ImageName::parse(text);
    if (looksLikePath(text) || (!name && text.contains(u'/') && !text.contains(u':')))
        return fail(ErrorCode::FileMissing, {}, text);
    if (!name)
        return failure(name);
    return *name;
}

} // namespace dip::cli

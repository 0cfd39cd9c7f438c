#include "app/cli/commands/commands.h"
#include "app/cli/commands/localcache.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace dip::cli {

namespace {

struct Pin
{
    Q_DECLARE_TR_FUNCTIONS(Pin)
};

Result<void> setPinned(const PinOptions &options, CommandContext &context)
{
    if (!cacheExists(options.cacheFolder))
        return fail(ErrorCode::NotInCache, {}, options.images.first().toString());
    auto cache = openCache(options.cacheFolder, context);
    if (!cache)
        return failure(cache);
    return (*cache)->setPinned(options.images, options.pinned);
}

} // namespace

CommandResult run(const PinOptions &options, CommandContext &context)
{
    CommandResult result;
    if (const auto done = setPinned(options, context); !done) {
        result.failure = done.error();
        return result;
    }
    QJsonArray images;
    for (const ImageName &image : options.images)
        images.append(image.toString());
    result.json = {{QStringLiteral("images"), images}, {QStringLiteral("pinned"), options.pinned}};
    const int count = static_cast<int>(options.images.size());
    result.text = (options.pinned ? Pin::tr("%n image(s) pinned: cleaning leaves them alone.", nullptr, count)
                                  : Pin::tr("%n image(s) no longer pinned.", nullptr, count)) +
                  u'\n';
    return result;
}

} // namespace dip::cli

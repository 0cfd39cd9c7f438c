#include "app/cli/commands/commands.h"
#include "app/cli/signin.h"
#include "core/registry/registryclient.h"

#include <QJsonArray>

namespace dip::cli {

CommandResult run(const TagsOptions &options, CommandContext &context)
{
    CommandResult result;
    const auto registry = openRegistry(options.registry, {}, context);
    if (!registry) {
        result.failure = registry.error();
        return result;
    }
    RegistryClient client(*registry, context.progress, context.stop);
    QStringList tags;
    std::optional<QString> page;
    do {
        const auto found = client.listTags(options.repository, page);
        if (!found) {
            result.failure = found.error();
            return result;
        }
        tags += found->tags;
        page = found->next;
    } while (page);
    for (const QString &tag : tags)
        result.text += tag + u'\n';
    result.json = {{QStringLiteral("registry"), (*registry)->host()},
                   {QStringLiteral("repository"), options.repository.toString()},
                   {QStringLiteral("tags"), QJsonArray::fromStringList(tags)}};
    return result;
}

} // namespace dip::cli

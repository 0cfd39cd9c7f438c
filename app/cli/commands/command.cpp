#include "app/cli/commands/command.h"

#include "app/cli/exitcode.h"

namespace dip::cli {

QJsonObject failureJson(const Failure &failure)
{
    return {{QStringLiteral("code"), errorCodeName(failure.error.code)},
            {QStringLiteral("exit_code"), static_cast<int>(exitCodeOf(failure.error.code))},
            {QStringLiteral("message"), failure.text.what},
            {QStringLiteral("hint"), failure.text.hint},
            {QStringLiteral("where"), failure.error.where},
            {QStringLiteral("detail"), failure.error.detail},
            {QStringLiteral("http_status"), failure.error.httpStatus},
            {QStringLiteral("registry_code"), failure.error.registryCode}};
}

} // namespace dip::cli

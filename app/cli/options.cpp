#include "app/cli/options.h"

namespace dip::cli {

const RegistryOptions *registryOf(const CommandOptions &command)
{
    return std::visit(
        [](const auto &options) -> const RegistryOptions * {
            if constexpr (requires { options.registry; })
                return &options.registry;
            else
                return nullptr;
        },
        command);
}

} // namespace dip::cli

#include "app/cli/signin.h"

#include "app/cli/redactor.h"
#include "app/cli/terminal.h"
#include "core/settings/credentials.h"

#include <QCoreApplication>

namespace dip::cli {

namespace {

struct SignIn
{
    Q_DECLARE_TR_FUNCTIONS(SignIn)
};

/// Found credentials serve only for the user who was named, where one was.
bool serves(const Credentials &credentials, const QString &username)
{
    return !credentials.isEmpty() &&
           (username.isEmpty() || credentials.username.isEmpty() || credentials.username == username);
}

Outcome<Credentials> readFromStdin(const RegistryOptions &options, const CommandContext &context)
{
    const auto line = terminal::readLine(context.stop);
    if (context.stop.stop_requested())
        return std::unexpected(Failure(Error{ErrorCode::Cancelled, {}, {}, 0, {}, {}}));
    if (!line || line->isEmpty()) {
        return std::unexpected(
            Failure(ErrorCode::InvalidArgument, SignIn::tr("Standard input holds no password."),
                    SignIn::tr("Write it there: docker-image-pusher … --password-stdin < FILE")));
    }
    return Credentials{options.username, *line, {}};
}

std::optional<Credentials> fromDocker(const RegistryAddress &address, const RegistryOptions &options,
                                      CommandContext &context)
{
    const auto found = credentialsFromDocker(address, context.environment);
    if (!found) {
        const ErrorText text = errorText(found.error());
        context.progress.notice(SignIn::tr("Docker's credentials are not used: %1").arg(text.what));
        return std::nullopt;
    }
    return *found && serves(**found, options.username) ? *found : std::nullopt;
}

Outcome<Credentials> askPerson(const RegistryAddress &address, const RegistryOptions &options,
                               const CommandContext &context)
{
    if (!context.mayAsk) {
        return std::unexpected(
            Failure(ErrorCode::InvalidArgument,
                    SignIn::tr("There is a username, but no password for %1.").arg(address.hostAndPort()),
                    SignIn::tr("Give it with --password-stdin, or in DOCKER_IMAGE_PUSHER_PASSWORD.")));
    }
    terminal::write(terminal::Stream::Error,
                    SignIn::tr("Password of %1 at %2: ").arg(options.username, address.hostAndPort()));
    const auto password = terminal::readSecretLine(context.stop);
    if (!password)
        return std::unexpected(Failure(Error{ErrorCode::Cancelled, {}, {}, 0, {}, {}}));
    return Credentials{options.username, *password, {}};
}

Outcome<Credentials> findCredentials(const RegistryAddress &address, const RegistryOptions &options,
                                     CommandContext &context)
{
    if (!options.password.isEmpty()) {
        context.progress.notice(
            SignIn::tr("Other users of this machine may see a password on the command line; "
                       "--password-stdin hides it."));
        return Credentials{options.username, options.password, {}};
    }
    if (options.passwordFromStdin)
        return readFromStdin(options, context);
    if (auto found = credentialsFromEnvironment(context.environment);
        found && serves(*found, options.username)) {
        if (!options.username.isEmpty())
            found->username = options.username;
        return *found;
    }
    if (const auto found = fromDocker(address, options, context))
        return *found;
    if (options.username.isEmpty())
        return Credentials{};
    return askPerson(address, options, context);
}

} // namespace

Outcome<std::shared_ptr<Registry>> openRegistry(const RegistryOptions &options, const QString &cacheFolder,
                                                CommandContext &context)
{
    const auto address = RegistryAddress::parse(options.address);
    if (!address) {
        return std::unexpected(Failure(
            ErrorCode::InvalidArgument, SignIn::tr("“%1” is not a registry's address.").arg(options.address),
            SignIn::tr("Write for example https://harbor.cn:8443, without path and user.")));
    }
    const auto credentials = findCredentials(*address, options, context);
    if (!credentials)
        return std::unexpected(credentials.error());
    context.redactor.add(credentials->username, credentials->password);
    context.redactor.add(credentials->username, credentials->identityToken);

    RegistrySettings settings{*address};
    settings.credentials = *credentials;
    settings.skipTls = options.skipTls;
    settings.certificateFolders = defaultCertificateFolders(context.environment);
    settings.environment = context.environment;
    settings.idleTimeout = options.idleTimeout;
    settings.commitTimeout = options.commitTimeout;
    settings.retry.attempts = options.retryAttempts;
    if (!cacheFolder.isEmpty()) {
        settings.memoryFile = cacheFolder + QLatin1String("/registries.json");
        settings.journalFolder = cacheFolder + QLatin1String("/uploads");
    }
    auto registry = std::make_shared<Registry>(std::move(settings));
    registry->setRateLimit(options.rateLimit);
    return registry;
}

} // namespace dip::cli

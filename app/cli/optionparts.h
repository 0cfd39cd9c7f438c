#pragma once

#include "app/cli/definitions.h"
#include "app/cli/options.h"

#include <QCoreApplication>

#include <expected>

namespace dip::cli {

// What the options of several commands have in common.

/// A message about wrong options, in the user's language.
template<typename T> using Read = std::expected<T, QString>;

struct Usage
{
    Q_DECLARE_TR_FUNCTIONS(Usage)
};

[[nodiscard]] std::unexpected<QString> wrong(const QString &message);
[[nodiscard]] std::unexpected<QString> missing(const QString &option);
[[nodiscard]] std::unexpected<QString> conflict(const QString &one, const QString &other);

[[nodiscard]] Read<QString> readCacheFolder(const RawArguments &raw);
/// Which registry, who signs in there, and how. `host`: the one that an image's name began with, where it
/// did.
[[nodiscard]] Read<RegistryOptions> readRegistry(const RawArguments &raw, const QString &host = {});
/// The images of the cache that stand behind the command.
[[nodiscard]] Read<QList<ImageName>> readSubjects(const RawArguments &raw);

} // namespace dip::cli

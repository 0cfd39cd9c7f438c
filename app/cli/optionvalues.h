#pragma once

#include "core/image/platform.h"
#include "core/image/reference.h"

#include <chrono>
#include <expected>
#include <string>
#include <vector>

namespace dip::cli {

// One function for each kind of value. Every message names the option and what it wants.

[[nodiscard]] QString textOf(const std::string &text);
[[nodiscard]] QStringList textsOf(const std::vector<std::string> &texts);
[[nodiscard]] std::expected<int, QString> readCount(const QString &option, const std::string &text, int least,
                                                    int most);
[[nodiscard]] std::expected<RepositoryName, QString> readRepository(const std::string &text);
[[nodiscard]] std::expected<Reference, QString> readReference(const std::string &text);
/// May begin with a registry's host; without a tag it is "latest".
[[nodiscard]] std::expected<QualifiedName, QString> readImage(const std::string &text);
/// A name in the cache, which has no registry in it.
[[nodiscard]] std::expected<ImageName, QString> readCachedImage(const std::string &text);
[[nodiscard]] std::expected<QList<Platform>, QString> readPlatforms(const std::vector<std::string> &texts);
[[nodiscard]] std::expected<qint64, QString> readRate(const std::string &text); ///< 0 for an empty text
[[nodiscard]] std::expected<qint64, QString> readSize(const std::string &text);
[[nodiscard]] std::expected<std::chrono::seconds, QString> readAge(const std::string &text);
[[nodiscard]] QString wrongChoice(const QString &option, const QString &given, const QStringList &choices);

} // namespace dip::cli

#pragma once

#include <QString>

#include <optional>
#include <stop_token>

namespace dip::cli::terminal {

enum class Stream { Input, Output, Error };

/// Makes a Windows console take UTF-8 and escape sequences; does nothing elsewhere.
void prepare();

[[nodiscard]] bool isTerminal(Stream stream);
[[nodiscard]] int columns(Stream stream); ///< 80 where that is not known
[[nodiscard]] int rows(Stream stream);    ///< 24 where that is not known

void write(Stream stream, const QString &text); ///< as UTF-8, at once; any thread

/// One line from standard input without its end; nullopt at the end of input or on a stop.
[[nodiscard]] std::optional<QString> readLine(const std::stop_token &stop);
/// The same without showing what is typed.
[[nodiscard]] std::optional<QString> readSecretLine(const std::stop_token &stop);

} // namespace dip::cli::terminal

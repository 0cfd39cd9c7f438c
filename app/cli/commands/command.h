#pragma once

#include "app/cli/errortext.h"
#include "app/cli/options.h"
#include "core/base/progress.h"
#include "core/base/result.h"

#include <QJsonObject>
#include <QProcessEnvironment>

#include <optional>
#include <stop_token>

namespace dip::cli {

class Redactor;

/// What a command works with, beside its options. Commands run on a worker thread and may block.
struct CommandContext
{
    bool json = false;
    int width = 80;      ///< columns for tables
    bool mayAsk = false; ///< somebody sits at a terminal
    QProcessEnvironment environment;
    ProgressSink &progress;
    Redactor &redactor;
    std::stop_token stop;
};

/// A failure and how it is told.
struct Failure
{
    Error error;
    ErrorText text;

    Failure(const Error &cause) : error(cause), text(errorText(cause)) {} // a Result's error is one as it is
    Failure(ErrorCode code, const QString &what, const QString &hint)
        : error{code, {}, {}, 0, {}, {}}, text{what, hint}
    {}
};

template<typename T> using Outcome = std::expected<T, Failure>;

/// What a command has to say.
struct CommandResult
{
    QString text;     ///< for people, on standard output
    QJsonObject json; ///< for programs, in place of the text
    std::optional<Failure> failure;
    QString soFar;          ///< after a failure, how far it came; on standard error
    bool isAccount = false; ///< the text is an account that -q does without
};

/// {"error": {"code", "exit_code", "message", "hint", "where", "detail", "http_status", "registry_code"}}
[[nodiscard]] QJsonObject failureJson(const Failure &failure);

} // namespace dip::cli

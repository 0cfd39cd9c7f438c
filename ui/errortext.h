#pragma once

#include <QList>
#include <QString>

#include "core/base/error.h"

namespace dip::ui {

/// What a person can do about a failure.
enum class NextStep {
    Retry,
    RetrySmaller, ///< with smaller pieces
    RetrySlowly,  ///< one layer at a time
    SignIn,
    TrustCertificate,
    EditRegistry,
    OpenRegistry, ///< its web page
    ChangeTarget, ///< another project or registry
    CleanCache,
    ChooseCache,
    ShowFile,
    CopyForAdmin, ///< a text that explains the matter to the registry's administrator
    CopyReport,
};

/// A failure for a person.
struct ErrorText
{
    QString sentence;      ///< what happened, in one sentence
    QString advice;        ///< why it may be so and what helps; may be empty
    QList<NextStep> steps; ///< never empty
};

/// The only place where failures become sentences.
[[nodiscard]] ErrorText explain(const Error &error);
[[nodiscard]] QString nextStepText(NextStep step);
/// For a ticket: code, place and detail in English, without secrets.
[[nodiscard]] QString errorReport(const Error &error);
/// A short name to search for, the same in every language: "E413-BODY-TOO-LARGE".
[[nodiscard]] QString errorId(const Error &error);
/// What to ask the registry's administrator for, with the report below it.
[[nodiscard]] QString textForAdmin(const Error &error);

} // namespace dip::ui

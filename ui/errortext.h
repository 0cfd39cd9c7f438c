#pragma once

#include <QList>
#include <QString>

#include "core/base/error.h"

namespace dip::ui {

/// What a person can do about a failure.
enum class NextStep { Retry, SignIn, TrustCertificate, EditRegistry, ChooseCache, ShowFile, CopyReport };

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

} // namespace dip::ui

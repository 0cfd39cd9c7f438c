#pragma once

#include <QList>
#include <QString>

#include "core/base/error.h"
#include "ui/nextstep.h"

namespace dip::ui {

/// A failure for a person.
struct ErrorText
{
    QString sentence;      ///< what happened, in one sentence
    QString advice;        ///< why it may be so and what helps; may be empty
    QList<NextStep> steps; ///< never empty
};

/// What the one who asks knows of the place beyond the error itself. All may be empty.
struct ErrorPlace
{
    QString host{};       ///< of the registry, as a person knows it
    QString repository{}; ///< there, with its project
    QString account{};    ///< the user name; empty also for anonymous
    bool isPush = false;
    bool isDeletion = false;
};

/// The only place where failures become sentences.
[[nodiscard]] ErrorText explain(const Error &error, const ErrorPlace &place = {});
/// Why a layer waits to be tried again: how much of it there is (bytes), and in how many seconds it goes on.
[[nodiscard]] ErrorText explainPause(qint64 done, qint64 total, qint64 seconds, const QString &why);
/// For a ticket: code, place and detail in English, without secrets.
[[nodiscard]] QString errorReport(const Error &error);
/// A short name to search for, the same in every language: "E413-BODY-TOO-LARGE".
[[nodiscard]] QString errorId(const Error &error);
/// What to ask the registry's administrator for, with the report below it.
[[nodiscard]] QString textForAdmin(const Error &error, const ErrorPlace &place = {});

} // namespace dip::ui

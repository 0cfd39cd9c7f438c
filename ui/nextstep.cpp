#include "ui/nextstep.h"

#include <QCoreApplication>

namespace dip::ui {

namespace {

struct Words
{
    const char *name;
    const char *text;
};

/// In the order of NextStep.
constexpr Words words[]{
    {"retry", QT_TRANSLATE_NOOP("Errors", "Try again")},
    {"retry-now", QT_TRANSLATE_NOOP("Errors", "Try again now")},
    {"continue", QT_TRANSLATE_NOOP("Errors", "Continue")},
    {"retry-smaller", QT_TRANSLATE_NOOP("Errors", "Use smaller pieces and try again")},
    {"retry-slowly", QT_TRANSLATE_NOOP("Errors", "One layer at a time")},
    {"sign-in", QT_TRANSLATE_NOOP("Errors", "Sign in")},
    {"trust", QT_TRANSLATE_NOOP("Errors", "View certificate…")},
    {"add-ca", QT_TRANSLATE_NOOP("Errors", "Add CA file…")},
    {"edit-registry", QT_TRANSLATE_NOOP("Errors", "Edit registry…")},
    {"open-registry", QT_TRANSLATE_NOOP("Errors", "Open registry page")},
    {"change-target", QT_TRANSLATE_NOOP("Errors", "Choose another target…")},
    {"fetch-again", QT_TRANSLATE_NOOP("Errors", "Fetch again")},
    {"verify-all", QT_TRANSLATE_NOOP("Errors", "Verify all")},
    {"clean-cache", QT_TRANSLATE_NOOP("Errors", "Clean the cache…")},
    {"choose-cache", QT_TRANSLATE_NOOP("Errors", "Choose cache folder…")},
    {"push-without-cache", QT_TRANSLATE_NOOP("Errors", "Push without the cache")},
    {"show-file", QT_TRANSLATE_NOOP("Errors", "Show file")},
    {"skip", QT_TRANSLATE_NOOP("Errors", "Skip")},
    {"copy-for-admin", QT_TRANSLATE_NOOP("Errors", "Copy text for the administrator")},
    {"copy-report", QT_TRANSLATE_NOOP("Errors", "Copy report")},
};

const Words &wordsOf(NextStep step)
{
    static_assert(std::size(words) == size_t(NextStep::CopyReport) + 1);
    return words[size_t(step)];
}

} // namespace

QString nextStepText(NextStep step)
{
    return QCoreApplication::translate("Errors", wordsOf(step).text);
}

QString nextStepName(NextStep step)
{
    return QLatin1String(wordsOf(step).name);
}

} // namespace dip::ui

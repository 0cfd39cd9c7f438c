#pragma once

#include <QString>

namespace dip::ui {

/// What a person can do about a failure.
enum class NextStep {
    Retry,
    RetryNow,     ///< ends the pause before another attempt
    Continue,     ///< again, where all that was lost is time
    RetrySmaller, ///< with smaller pieces
    RetrySlowly,  ///< one layer at a time
    SignIn,
    TrustCertificate,
    AddCaFile,
    EditRegistry,
    OpenRegistry, ///< its web page
    ChangeTarget, ///< another project or registry
    FetchAgain,   ///< from where the image came from
    VerifyAll,    ///< reads the whole cache
    CleanCache,
    ChooseCache,
    PushWithoutCache, ///< straight from the archive that there is no room for
    ShowFile,
    Skip,         ///< goes on without this archive
    CopyForAdmin, ///< a text that explains the matter to the registry's administrator
    CopyReport,
};

/// As it stands on a button.
[[nodiscard]] QString nextStepText(NextStep step);
/// The same in every language: "retry-smaller".
[[nodiscard]] QString nextStepName(NextStep step);

} // namespace dip::ui

#pragma once

#include <QString>

#include <memory>

namespace dip::ui {

/// Keeps the system from falling asleep by itself. For the main thread; never waits for an answer.
class SleepInhibitor
{
public:
    SleepInhibitor() = default;
    virtual ~SleepInhibitor() = default; ///< lets it sleep again
    Q_DISABLE_COPY_MOVE(SleepInhibitor)

    virtual void hold(const QString &why) = 0; ///< `why` may be shown by the system
    virtual void release() = 0;

    /// That of this system: logind's, or else the desktop's; one that does nothing where there is neither.
    [[nodiscard]] static std::unique_ptr<SleepInhibitor> make();
};

} // namespace dip::ui

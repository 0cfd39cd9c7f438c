#pragma once

#include "app/cli/options.h"
#include "app/cli/progress/progressmeter.h"

#include <memory>

namespace dip::cli {

class Screen;

/// One way of showing progress on standard error. Fed by a timer; `nowMs` is milliseconds since the epoch.
class ProgressRenderer
{
public:
    ProgressRenderer() = default;
    virtual ~ProgressRenderer() = default;
    Q_DISABLE_COPY_MOVE(ProgressRenderer)

    virtual void update(const ProgressSink &sink, qint64 nowMs) = 0;
    /// The operation has ended, well or not: shows what is left to show and takes the bars away.
    virtual void finish(const ProgressSink &sink, qint64 nowMs) = 0;
    /// A remark that is worth a line of its own.
    virtual void notice(const QString &text) = 0;
};

/// Auto must have become one of the others. `rows`: the window's height.
[[nodiscard]] std::unique_ptr<ProgressRenderer> makeProgressRenderer(ProgressMode mode, Screen &screen,
                                                                     int rows, bool colour);

} // namespace dip::cli

#include "app/cli/progress/progressrenderer.h"

#include "app/cli/progress/barrenderer.h"
#include "app/cli/progress/jsonrenderer.h"
#include "app/cli/progress/plainrenderer.h"
#include "app/cli/screen.h"

namespace dip::cli {

namespace {

/// Remarks only.
class NoRenderer final : public ProgressRenderer
{
public:
    explicit NoRenderer(Screen &screen) : m_screen(screen) {}
    void update(const ProgressSink &, qint64) override {}
    void finish(const ProgressSink &, qint64) override {}
    void notice(const QString &text) override { m_screen.line(text); }

private:
    Screen &m_screen;
};

} // namespace

std::unique_ptr<ProgressRenderer> makeProgressRenderer(ProgressMode mode, Screen &screen, int rows,
                                                       bool colour)
{
    switch (mode) {
    case ProgressMode::Bar:
        return std::make_unique<BarRenderer>(screen, rows, colour);
    case ProgressMode::Auto:
    case ProgressMode::Plain:
        return std::make_unique<PlainRenderer>(screen);
    case ProgressMode::Json:
        return std::make_unique<JsonRenderer>(screen);
    case ProgressMode::None:
        break;
    }
    return std::make_unique<NoRenderer>(screen);
}

} // namespace dip::cli

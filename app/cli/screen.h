#pragma once

#include <QMutex>
#include <QStringList>

#include <functional>

namespace dip::cli {

/// Standard error: lines that stay, and below them an area that is drawn over and over (progress bars). Log
/// lines of other threads go above the area. Thread-safe.
class Screen final
{
public:
    using Write = std::function<void(const QString &)>;
    /// `columns` is asked anew each time, as a window can be resized.
    Screen(Write write, std::function<int()> columns)
        : m_write(std::move(write)), m_columns(std::move(columns))
    {}
    Q_DISABLE_COPY_MOVE(Screen)

    void line(const QString &text);         ///< one line that stays
    void setLive(const QStringList &lines); ///< replaces the area; each line must fit the window
    [[nodiscard]] int columns() const { return m_columns(); }

private:
    [[nodiscard]] QString eraseLive() const;
    [[nodiscard]] QString drawLive() const;

    const Write m_write;
    const std::function<int()> m_columns;
    QMutex m_mutex;
    QStringList m_live;
};

/// Text without its colour sequences.
[[nodiscard]] QString withoutColour(const QString &text);

} // namespace dip::cli

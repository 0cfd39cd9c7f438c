#pragma once

#include <QObject>

#include <memory>
#include <optional>

namespace dip::ui {

class Workspace;

/// The program's entry in a dock or taskbar. For the main thread; never waits for an answer.
class TaskbarEntry
{
public:
    TaskbarEntry() = default;
    virtual ~TaskbarEntry() = default;
    Q_DISABLE_COPY_MOVE(TaskbarEntry)

    struct State
    {
        std::optional<int> percent; ///< of what is running; nothing: no bar
        int needsYou = 0;           ///< jobs that wait for a person
        friend bool operator==(const State &, const State &) = default;
    };
    virtual void show(const State &state) = 0;

    /// That of this system; one that shows at most the number where there is nothing for a bar.
    [[nodiscard]] static std::unique_ptr<TaskbarEntry> make();
};

/// Shows there how far the running jobs are together, and how many wait for a person.
class Taskbar final : public QObject
{
    Q_OBJECT

public:
    Taskbar(Workspace &workspace, std::unique_ptr<TaskbarEntry> entry, QObject *parent = nullptr);
    ~Taskbar() override;

private:
    void look();

    Workspace &m_workspace;
    std::unique_ptr<TaskbarEntry> m_entry;
    TaskbarEntry::State m_shown;
};

} // namespace dip::ui

#pragma once

#include <QAbstractButton>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

#include "ui/jobs/job.h"
#include "ui/mainwindow.h"
#include "ui/registries/registryprofile.h"
#include "ui/workspace.h"

namespace dip::test {

/// The real window over a cache, a queue and settings in a temporary folder.
class WindowFixture final
{
public:
    WindowFixture();
    ~WindowFixture();
    Q_DISABLE_COPY_MOVE(WindowFixture)

    [[nodiscard]] ui::Workspace &workspace() { return *m_workspace; }
    [[nodiscard]] ui::MainWindow &window() { return *m_window; }
    [[nodiscard]] QString folder() const { return m_folder.path(); }

    /// Ends window and workspace, and begins anew with what lies on disk.
    void restart();

    /// A drag with these files enters the window and is dropped there.
    void drop(const QStringList &paths);
    /// A registry in the person's list; returns its id.
    QString addRegistry(const QString &host, ui::TlsChoice tls, const QString &username = {},
                        const QString &password = {});

    /// The visible widget of that type and object name; null where there is none.
    template<typename Widget> [[nodiscard]] Widget *find(const QString &name) const
    {
        for (Widget *widget : m_window->findChildren<Widget *>(name)) {
            if (widget->isVisible())
                return widget;
        }
        return nullptr;
    }
    /// Presses a button as a person would; false where it is not there or cannot be pressed.
    [[nodiscard]] bool press(const QString &name) const;
    /// Types into a field after emptying it.
    [[nodiscard]] bool type(const QString &name, const QString &text) const;

    /// Whether all jobs come to one of these states in half a minute.
    [[nodiscard]] bool waitForJobs(const QList<ui::JobState> &states, int count = 1);
    [[nodiscard]] bool waitForImages(int count);

private:
    void begin();

    QTemporaryDir m_folder;
    std::unique_ptr<ui::Workspace> m_workspace;
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace dip::test

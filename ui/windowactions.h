#pragma once

#include <QKeySequence>
#include <QObject>

class QAction;
class QMainWindow;
class QMenu;

namespace dip::ui {

/// The window's menus and the commands in them. Every command of the program is here, with its keys.
class WindowActions final : public QObject
{
    Q_OBJECT

public:
    /// `image`, `job` and `tag` are what can be done with chosen images, jobs and tags of a registry.
    WindowActions(QMainWindow *window, const QList<QAction *> &image, const QList<QAction *> &job,
                  const QList<QAction *> &tag);

    /// All of them, for searching.
    [[nodiscard]] QList<QAction *> all() const;
    void retranslate();

    QAction *add;
    QAction *addFolder;
    QAction *openList;
    QAction *pull;
    QAction *quit;
    QAction *push;
    QAction *undo;
    QAction *trash;
    QAction *verifyAll;
    QAction *clean;
    QAction *pauseAll;
    QAction *resumeAll;
    QAction *retryFailed;
    QAction *clearFinished;
    QList<QAction *> sections; ///< as in Sidebar::Section
    QAction *find;
    QAction *refresh;
    QAction *log;
    QAction *palette;
    QAction *help;
    QAction *firstSteps;

private:
    QAction *make(QMenu *menu, QLatin1StringView iconName, const QKeySequence &keys = {});
    void makeSections();

    QMenu *m_fileMenu;
    QMenu *m_imageMenu;
    QMenu *m_jobMenu;
    QMenu *m_viewMenu;
    QMenu *m_helpMenu;
};

} // namespace dip::ui

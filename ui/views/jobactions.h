#pragma once

#include <QKeySequence>
#include <QObject>
#include <QStringList>

class QAction;
class QWidget;

namespace dip::ui {

class JobQueue;

/// What can be done with chosen jobs: menu, tool bar and keys share these actions.
class JobActions final : public QObject
{
    Q_OBJECT

public:
    /// The keys work in `view`, which has the actions as its context menu.
    JobActions(JobQueue &queue, QWidget *view);

    /// The jobs that the actions are about; to be told again when their states have changed.
    void choose(const QStringList &ids);
    [[nodiscard]] QList<QAction *> toolBarActions() const;
    void retranslate();

signals:
    void cancelled(const QStringList &ids);
    void anotherTargetRequested(const QStringList &ids);
    void positionRequested(const QString &id);
    void limitRequested(const QStringList &ids);
    void logRequested(const QString &id);

private:
    QAction *add(QLatin1StringView iconName, const QList<QKeySequence> &keys, void (JobActions::*slot)());
    void addSeparator();
    void showTexts();
    void pauseOrResume();
    void cancel();
    void retry();
    void retryNow();
    void start();
    void askPosition();
    void askLimit();
    void openLog();
    void moveUp();
    void moveDown();
    void moveToTop();
    void moveToBottom();
    void remove();
    void sendElsewhere();
    void copyTargets();
    void copyDigests();
    void copyPullLines();
    void copyReports();

    JobQueue &m_queue;
    QWidget *m_view;
    QStringList m_ids;
    bool m_resumes = false;
    QAction *m_pause;
    QAction *m_start;
    QAction *m_cancel;
    QAction *m_retry;
    QAction *m_retryNow;
    QAction *m_elsewhere;
    QAction *m_up;
    QAction *m_down;
    QAction *m_top;
    QAction *m_bottom;
    QAction *m_position;
    QAction *m_limit;
    QAction *m_copyTarget;
    QAction *m_copyDigest;
    QAction *m_copyPull;
    QAction *m_copyReport;
    QAction *m_log;
    QAction *m_remove;
};

} // namespace dip::ui

#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QStackedWidget;
class QToolBar;
class QTreeView;
class QPushButton;

namespace dip::ui {

class AttentionPanel;
class EmptyState;
class JobModel;
class JobQueue;
class JobSorter;
class MessageStrip;
class Workspace;
struct Job;

/// The queue: jobs with their blobs, what can be done with the chosen ones, and what needs a person.
class JobsPage final : public QWidget
{
    Q_OBJECT

public:
    explicit JobsPage(Workspace &workspace, QWidget *parent = nullptr);
    ~JobsPage() override;

    /// Chooses the first job that needs a person.
    void showWaitingForYou();

signals:
    void editRegistryRequested(const QString &profile);
    void folderRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void makeActions();
    void connectQueue();
    QAction *addAction(QLatin1StringView iconName, const QKeySequence &keys, void (JobsPage::*slot)());
    void showState();
    void choiceHasChanged();
    [[nodiscard]] QStringList chosenIds() const;
    [[nodiscard]] const Job *currentJob() const;
    void pauseOrResume();
    void cancelChosen();
    void retryChosen();
    void startChosen();
    void moveUp();
    void moveDown();
    void removeChosen();
    void copyTarget();
    void toggleAll();
    void clearFinished();
    void retranslate();

    Workspace &m_workspace;
    JobQueue &m_queue;
    JobModel *m_model;
    JobSorter *m_sorter;
    QLabel *m_title;
    QLabel *m_count;
    QToolBar *m_toolBar;
    MessageStrip *m_interrupted;
    QPushButton *m_resumeAll = nullptr;
    QStackedWidget *m_stack;
    QTreeView *m_tree;
    EmptyState *m_empty;
    AttentionPanel *m_attention;
    QPushButton *m_all;
    QPushButton *m_clear;
    QAction *m_pause = nullptr;
    QAction *m_cancel = nullptr;
    QAction *m_retry = nullptr;
    QAction *m_start = nullptr;
    QAction *m_up = nullptr;
    QAction *m_down = nullptr;
    QAction *m_remove = nullptr;
    QAction *m_copy = nullptr;
};

} // namespace dip::ui

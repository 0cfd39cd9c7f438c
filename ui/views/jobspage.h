#pragma once

#include <QTimer>
#include <QWidget>

#include "core/image/reference.h"

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QToolBar;

namespace dip::ui {

class AttentionPanel;
class EmptyState;
class FindingsPanel;
class JobActions;
class JobQueue;
class JobTree;
class LimitBar;
class MessageStrip;
class PositionBar;
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
    /// Chooses a job.
    void showJob(const QString &id);
    void focusFilter();
    [[nodiscard]] QList<QAction *> jobActions() const;
    /// The command that reads the whole cache; null where there is none.
    void setVerifyAction(QAction *action);

signals:
    void editRegistryRequested(const QString &profile);
    void folderRequested();
    void cleanRequested();
    void anotherTargetRequested(const QList<dip::ImageName> &images);
    void logRequested(const QString &job, const QString &title);
    void imagesRequested(const QList<dip::ImageName> &images); ///< to be shown

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void connectQueue();
    void showState();
    void showFilter();
    void choiceHasChanged();
    void setGrouping(int grouping);
    [[nodiscard]] const Job *currentJob() const;
    void toggleAll();
    void sendElsewhere(const QStringList &ids);
    void offerUndo(const QStringList &ids);
    void undoCancel();
    void tellJoined(const QString &id);
    void showJoined();
    void clearFilter();
    void retranslateLists();
    void retranslate();

    Workspace &m_workspace;
    JobQueue &m_queue;
    QLabel *m_title;
    QLabel *m_count;
    QLineEdit *m_filter;
    QComboBox *m_states;
    QComboBox *m_grouping;
    QToolBar *m_toolBar;
    MessageStrip *m_interrupted;
    QPushButton *m_resumeAll = nullptr;
    MessageStrip *m_undo;
    QPushButton *m_undoButton = nullptr;
    QTimer m_undoEnds;
    MessageStrip *m_joined; ///< what was asked for twice
    QPushButton *m_joinedShow = nullptr;
    QPushButton *m_joinedClose = nullptr;
    QString m_joinedJob;
    PositionBar *m_position;
    LimitBar *m_limit;
    QStringList m_cancelled;
    QStackedWidget *m_stack;
    JobTree *m_tree;
    EmptyState *m_empty;
    EmptyState *m_nothingMatches;
    QPushButton *m_clearFilter = nullptr;
    AttentionPanel *m_attention;
    FindingsPanel *m_findings;
    QPushButton *m_all;
    QPushButton *m_retryFailed;
    QPushButton *m_clear;
    JobActions *m_actions;
};

} // namespace dip::ui

#pragma once

#include <QWidget>

#include "ui/registries/deletionplanner.h"
#include "ui/registries/remotetags.h"

class QListWidget;
class QPushButton;

namespace dip::ui {

class MessageStrip;
class Workspace;

/// Stands above what a registry holds: finds out what goes with tags that are to be deleted there, asks once,
/// as nothing brings them back, and tells what became of it. The deleting itself is a job for each
/// repository, so that a password, a trust or another attempt is asked for as always.
class TagDeletionBar final : public QWidget
{
    Q_OBJECT

public:
    explicit TagDeletionBar(Workspace &workspace, QWidget *parent = nullptr);

    void ask(const RemoteTags &tags);
    void forget(); ///< what was asked, but not yet answered

signals:
    void deleted(const QString &profile, const QString &repository);
    void jobRequested(const QString &id);

protected:
    void changeEvent(QEvent *event) override;

private:
    /// What there is to be said just now.
    enum class State { Nothing, Looking, Asking, Deleting, Done, Gone, Failed };

    void build();
    void connectAll();
    void setState(State state);
    void takePlans(const QList<TagDeletion> &plans);
    void takeFailure(const Error &error);
    void start();
    void takeJob(const QString &id);
    [[nodiscard]] int tagsThatGo() const;
    [[nodiscard]] QStringList questionTexts() const;
    void fillList();
    void showTexts();

    Workspace &m_workspace;
    MessageStrip *m_news;
    QPushButton *m_stop;
    QPushButton *m_close;
    MessageStrip *m_question;
    QPushButton *m_yes;
    QPushButton *m_no;
    QListWidget *m_list;
    MessageStrip *m_failure;
    QPushButton *m_showJob;
    QPushButton *m_failureClose;
    State m_state = State::Nothing;
    QString m_profile;
    QList<TagDeletion> m_plans; ///< what is asked about, or under way
    QStringList m_jobs;         ///< that have not ended yet
    QString m_failedJob;        ///< empty where it failed before there was one
    QString m_failureText;
    qint64 m_asked = 0;
    qint64 m_all = 0;
    DeletionPlanner m_planner;
};

} // namespace dip::ui

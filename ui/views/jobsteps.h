#pragma once

#include <QObject>

#include "ui/jobs/job.h"
#include "ui/nextstep.h"

class QAction;
class QWidget;

namespace dip::ui {

class Workspace;

/// Does what the buttons beside a job's trouble say. What needs another view is asked for by a signal.
class JobSteps final : public QObject
{
    Q_OBJECT

public:
    /// Dialogs belong to `view`.
    JobSteps(Workspace &workspace, QWidget *view);

    /// The command that reads the whole cache, where there is one.
    void setVerifyAction(QAction *action) { m_verify = action; }

    /// Whether the step can be done for the job here.
    [[nodiscard]] bool canDo(NextStep step, const Job &job) const;
    void act(NextStep step, const Job &job);

signals:
    void signInRequested();
    void certificateRequested();
    void editRegistryRequested(const QString &profile);
    void folderRequested();
    void cleanRequested();
    /// The job's images are to go to another place.
    void anotherTargetRequested(const QString &job);
    void failed(const QString &why); ///< a sentence

private:
    void actForRegistry(NextStep step, const Job &job);
    void actForCache(NextStep step, const Job &job);
    void tryAgain(const Job &job);
    void useSmallerPieces(const Job &job);
    void openRegistryPage(const Job &job);
    void chooseCaFile(const QString &profile);
    void trustFile(const QString &profile, const QString &file);
    void copyReport(const Job &job);

    Workspace &m_workspace;
    QWidget *m_view;
    QAction *m_verify = nullptr;
};

} // namespace dip::ui

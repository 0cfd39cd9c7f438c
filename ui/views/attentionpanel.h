#pragma once

#include <QWidget>

#include "ui/errortext.h"
#include "ui/jobs/job.h"
#include "ui/registries/certificatefetcher.h"

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace dip::ui {

class SignInForm;
class Workspace;

/// What the chosen job needs from a person or why it failed, with the answers to it: fields for a password,
/// the certificate to be looked at, buttons for what can be done next.
class AttentionPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit AttentionPanel(Workspace &workspace, QWidget *parent = nullptr);

    /// Shows itself where the job has something to say, and hides otherwise.
    void show(const Job *job);

signals:
    void editRegistryRequested(const QString &profile);
    void folderRequested();
    void cleanRequested();
    /// The job's images are to go to another place.
    void anotherTargetRequested(const QString &job);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void fill();
    void addSteps(const QList<NextStep> &steps);
    void act(NextStep step);
    void actHere(NextStep step);
    void askForSignIn();
    void openRegistryPage();
    void tryAgain();
    void showRaw();
    void viewCertificate();
    void showCertificate(const QList<QSslCertificate> &chain);
    void trustCertificate();

    Workspace &m_workspace;
    QLabel *m_title;
    QLabel *m_advice;
    QLabel *m_detail;
    SignInForm *m_signIn;
    QHBoxLayout *m_buttons;
    QLabel *m_id;
    QPushButton *m_raw;
    QPushButton *m_trust;
    CertificateFetcher m_fetcher;
    QString m_seenFingerprint;
    std::optional<Job> m_job;
};

} // namespace dip::ui

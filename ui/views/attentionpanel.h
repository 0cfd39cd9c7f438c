#pragma once

#include <QWidget>

#include "ui/jobs/jobtrouble.h"
#include "ui/registries/certificatefetcher.h"

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace dip::ui {

class JobSteps;
class SignInForm;
class Workspace;

/// What the chosen job needs from a person, why it failed or what it waits for, with the answers to it:
/// fields for a password, the certificate to be looked at, buttons for what can be done next.
class AttentionPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit AttentionPanel(Workspace &workspace, QWidget *parent = nullptr);

    /// Shows itself where the job has something to say, and hides otherwise.
    void show(const Job *job);
    /// Does what the buttons say.
    [[nodiscard]] JobSteps &steps() { return *m_steps; }

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void fill();
    void addSteps(const QList<NextStep> &steps);
    void askForSignIn();
    void showRaw();
    void viewCertificate();
    void showCertificate(const QList<QSslCertificate> &chain);
    void trustCertificate();
    void showDetail(const QString &text);

    Workspace &m_workspace;
    JobSteps *m_steps;
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
    std::optional<JobTrouble> m_trouble; ///< of m_job
};

} // namespace dip::ui

#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace dip::ui {

class Workspace;

/// The foot of the window: speed and counts, what needs a person, the cache's size and the room on its disk.
class StatusRow final : public QWidget
{
    Q_OBJECT

public:
    explicit StatusRow(Workspace &workspace, QWidget *parent = nullptr);

    void refresh();

signals:
    void jobsRequested();
    void needsYouRequested();
    void logRequested();
    void cacheRequested();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void lookAtDisk();

    Workspace &m_workspace;
    QToolButton *m_jobs;
    QToolButton *m_needsYou;
    QToolButton *m_cache;
    QToolButton *m_log;
    qint64 m_free = -1; ///< bytes
};

} // namespace dip::ui

#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QSpinBox;

namespace dip::ui {

class JobQueue;

/// Asks, inside the page, for the place in line that a job is to have. Hidden until begin() is called.
class PositionBar final : public QWidget
{
    Q_OBJECT

public:
    explicit PositionBar(JobQueue &queue, QWidget *parent = nullptr);

    void begin(const QString &job);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void move();
    void retranslate();

    JobQueue &m_queue;
    QString m_job;
    QLabel *m_label;
    QSpinBox *m_position;
    QLabel *m_all;
    QPushButton *m_move;
    QPushButton *m_cancel;
};

} // namespace dip::ui

#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;

namespace dip::ui {

class JobQueue;
class RateBox;

/// Asks, inside the page, how fast some jobs may be. Hidden until begin() is called.
class LimitBar final : public QWidget
{
    Q_OBJECT

public:
    explicit LimitBar(JobQueue &queue, QWidget *parent = nullptr);

    void begin(const QStringList &jobs);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void takeUsual(int row);
    void showUsual();
    void set();
    void retranslate();

    JobQueue &m_queue;
    QStringList m_jobs;
    QLabel *m_label;
    QComboBox *m_usual;
    RateBox *m_rate;
    QPushButton *m_set;
    QPushButton *m_cancel;
};

} // namespace dip::ui

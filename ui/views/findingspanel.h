#pragma once

#include <QWidget>

#include "ui/jobs/job.h"

class QLabel;
class QPushButton;

namespace dip::ui {

class JobQueue;

/// What a verification found: what is damaged, which images suffer, and the repair.
class FindingsPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit FindingsPanel(JobQueue &queue, QWidget *parent = nullptr);

    /// Shows itself where the job found damage, and hides otherwise.
    void show(const Job *job);

signals:
    void imagesRequested(const QList<dip::ImageName> &images);
    void repairBegun(const QString &job);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void fill();
    void repair();

    JobQueue &m_queue;
    QLabel *m_title;
    QLabel *m_list;
    QLabel *m_advice;
    QPushButton *m_repair;
    QPushButton *m_images;
    QPushButton *m_copy;
    std::optional<Job> m_job;
};

} // namespace dip::ui

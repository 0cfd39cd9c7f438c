#pragma once

#include <QObject>
#include <QSet>

namespace dip::ui {

class JobQueue;

/// Turns what happens in the queue into few passive notices: one when a batch of jobs begins, one when it is
/// over, and one at once when a job needs a person or fails.
class BatchNotice final : public QObject
{
    Q_OBJECT

public:
    explicit BatchNotice(JobQueue &queue, QObject *parent = nullptr);

signals:
    void batchBegan(const QString &title, const QString &text);
    void jobFailed(const QString &title, const QString &text);
    void batchEnded(const QString &title, const QString &text);
    void personNeeded(const QString &title, const QString &text);

private:
    void look(const QList<int> &rows);
    void endBatch();

    JobQueue &m_queue;
    QSet<QString> m_batch;  ///< jobs that ran since the last notice
    QSet<QString> m_failed; ///< of these, those that it was told of
    QSet<QString> m_asking; ///< jobs of which was told that they need a person
};

} // namespace dip::ui

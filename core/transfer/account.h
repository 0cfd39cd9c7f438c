#pragma once

#include "core/transfer/operation.h"

#include <QElapsedTimer>
#include <QMutex>

namespace dip {

class ProgressSink;

/// Keeps an operation's account while several threads add to it. Writes times and retries when destroyed.
class Account final
{
public:
    Account(OperationReport &report, const ProgressSink &progress);
    ~Account();
    Q_DISABLE_COPY_MOVE(Account)

    void moved(qint64 bytes) { count(&OperationReport::moved, bytes); }
    void mounted(qint64 bytes) { count(&OperationReport::mounted, bytes); }
    void alreadyThere(qint64 bytes) { count(&OperationReport::alreadyThere, bytes); }
    void wouldMove(qint64 bytes) { count(&OperationReport::wouldMove, bytes); }
    void line(qint64 bytes, qint64 resumedBytes);
    void image(const ImageReport &image);

private:
    void count(Tally OperationReport::*tally, qint64 bytes);

    QMutex m_mutex;
    OperationReport &m_report;
    const ProgressSink &m_progress;
    QElapsedTimer m_clock;
};

} // namespace dip

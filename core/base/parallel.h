#pragma once

#include <QThreadPool>
#include <QtConcurrentMap>

namespace dip {

/// Calls `work` for every element, by as many threads as there are processors where there are `worthwhile`
/// elements or more; returns when all is done. `work` must be safe to be called at once for different
/// elements. The threads are its own: on a shared pool, callers that wait for each other's turn could wait
/// for ever.
template<typename Sequence, typename Work>
void forEachInParallel(Sequence &sequence, size_t worthwhile, const Work &work)
{
    if (size_t(sequence.size()) < worthwhile) {
        std::ranges::for_each(sequence, work);
        return;
    }
    QThreadPool pool;
    QtConcurrent::blockingMap(&pool, sequence, work);
}

} // namespace dip

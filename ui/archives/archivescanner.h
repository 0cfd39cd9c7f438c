#pragma once

#include <QObject>

#include <memory>

#include "ui/archives/importrow.h"
#include "ui/background.h"

namespace dip {
class Cache;
}

namespace dip::ui {

/// Looks into archives on a worker thread, one after another. For the main thread.
class ArchiveScanner final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    ~ArchiveScanner() override; ///< stops what is being read, and waits for its end

    void setCache(std::shared_ptr<Cache> cache) { m_cache = std::move(cache); }
    /// Files, folders of files, OCI layouts. scanned() comes for each archive, idle() after the last.
    void scan(const QStringList &paths);
    void cancel();
    [[nodiscard]] bool isBusy() const { return m_busy > 0; }

signals:
    void scanned(const QList<dip::ui::ImportRow> &rows);
    void idle();

private:
    std::shared_ptr<Cache> m_cache;
    int m_busy = 0;
    Background m_background{1}; // one archive after another
};

} // namespace dip::ui

#pragma once

#include "core/base/filelock.h"
#include "core/image/digest.h"
#include "core/image/reference.h"

#include <QUrl>

namespace dip {

/// Notes of unfinished uploads, one small file each, kept beside the cache so that a later process can ask the
/// registry and go on. Holds the session's URL, offset and times, never a credential: a URL whose query looks
/// like it carries one is not written. Files are 0600. Thread-safe.
class UploadJournal final
{
public:
    struct Entry
    {
        QUrl location;     ///< the newest Location, for the next request
        qint64 offset = 0; ///< bytes that the registry has acknowledged
    };

    /// Lives as long as the upload of one blob to one repository; holds a lock, so that two processes do not
    /// write one session. Without a lock (somebody else uploads just that) it notes nothing.
    class Page
    {
    public:
        [[nodiscard]] const std::optional<Entry> &found() const { return m_found; } ///< of an earlier run
        void note(const Entry &entry);
        void erase();

    private:
        friend class UploadJournal;
        QString m_path; ///< empty: keep no notes
        FileLock m_lock;
        std::optional<Entry> m_found;
    };

    explicit UploadJournal(QString folder) : m_folder(std::move(folder)) { }

    [[nodiscard]] Page open(const QString &host, const RepositoryName &repository, const Digest &digest) const;

private:
    QString m_folder;
};

} // namespace dip

#pragma once

#include "core/base/filelock.h"
#include "core/image/digest.h"
#include "core/image/reference.h"

#include <QUrl>

#include <mutex>

namespace dip {

/// Notes of unfinished uploads, one small file each, kept beside the cache so that a later process can ask
/// the registry and go on. Holds the session's URL, offset and times, never a credential: a URL whose query
/// looks like it carries one is not written. Files are 0600. Thread-safe.
class UploadJournal final
{
public:
    struct Entry
    {
        QUrl location;     ///< the newest Location, for the next request
        qint64 offset = 0; ///< bytes that the registry has acknowledged
    };

    /// Lives as long as the upload of one blob to one repository; holds a lock, so that two processes do not
    /// write one session. Without a lock (somebody else uploads just that) it notes nothing. A note is not
    /// forced to the disk: what is lost with it is only the sending again.
    class Page
    {
    public:
        [[nodiscard]] const std::optional<Entry> &found() const { return m_found; } ///< of an earlier run
        void note(const Entry &entry);
        void erase(); ///< the upload is over, or its session is of no use any more

    private:
        friend class UploadJournal;
        QString m_path; ///< empty: keep no notes
        QString m_host;
        QString m_repository;
        QString m_digest;
        FileLock m_lock;
        std::optional<Entry> m_found;
    };

    explicit UploadJournal(QString folder) : m_folder(std::move(folder)) {}

    /// Whether an earlier run has left a note; cheaper than open().
    [[nodiscard]] bool has(const QString &host, const RepositoryName &repository, const Digest &digest) const;
    [[nodiscard]] Page open(const QString &host, const RepositoryName &repository,
                            const Digest &digest) const;

private:
    [[nodiscard]] QString pathOf(const QString &host, const RepositoryName &repository,
                                 const Digest &digest) const;
    void sweep() const;

    QString m_folder;
    mutable std::once_flag m_swept;
};

} // namespace dip

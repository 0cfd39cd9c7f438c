#pragma once

#include "core/cache/blobstore.h"
#include "core/cache/indexdocument.h"

#include <QStringList>

#include <filesystem>
#include <memory>

namespace dip {

/// index.json on the disk. Reading takes no lock, since the file is replaced in one step, and parses again
/// only what has changed. A lost or damaged index is rebuilt. Thread-safe.
class IndexFile final
{
public:
    IndexFile(const CacheFolder &folder, Session &session, const BlobStore &blobs)
        : m_folder(folder), m_session(session), m_blobs(blobs)
    {}
    Q_DISABLE_COPY_MOVE(IndexFile)

    using Document = std::shared_ptr<const IndexDocument>;
    /// Takes the folder's lock where the index must be rebuilt. CacheDamaged where that cannot be.
    [[nodiscard]] Result<Document> read();
    /// As it is now; with the lock held it stays so.
    [[nodiscard]] Result<Document> read(const CacheFolder::Lock &lock);
    /// A number that is another one for each other content: of what read() would give just now, where that
    /// can be told without reading; and of a document that was just read.
    [[nodiscard]] std::optional<quint64> revision() const;
    [[nodiscard]] std::optional<quint64> revisionOf(const Document &document) const;
    /// Gives the memory of a large index back; it is read from the disk when it is asked for next.
    void forget();
    [[nodiscard]] Result<void> write(const CacheFolder::Lock &lock, IndexDocument document);
    /// Writes a document with changes, and returns it; cheaper where the caller gives the document away.
    [[nodiscard]] Result<Document> change(const CacheFolder::Lock &lock, Document document,
                                          const IndexDocument::Changes &changes);

    [[nodiscard]] QStringList notices() const;
    void notice(const QString &text);

private:
    struct Stamp
    {
        std::filesystem::file_time_type changed;
        qint64 size = -1; ///< -1: no file
        friend bool operator==(const Stamp &, const Stamp &) = default;
    };
    [[nodiscard]] Stamp stampNow() const;
    [[nodiscard]] bool isLost() const;
    /// Null where it must be rebuilt.
    [[nodiscard]] Result<Document> load();
    [[nodiscard]] Result<Document> loadFile();
    [[nodiscard]] bool isSameOnDisk() const;
    [[nodiscard]] Result<Document> rebuild(const CacheFolder::Lock &lock);
    [[nodiscard]] Result<void> put(const CacheFolder::Lock &lock, Document document);

    const CacheFolder &m_folder;
    Session &m_session;
    const BlobStore &m_blobs;
    mutable std::mutex m_mutex; ///< taken after the folder's lock
    Document m_document;
    Stamp m_stamp;
    bool m_stampIsOld = false; ///< a change since would have another time
    quint64 m_revision = 0;    ///< of m_document, or of what it was before forget(); 0: none yet
    QStringList m_notices;
};

} // namespace dip

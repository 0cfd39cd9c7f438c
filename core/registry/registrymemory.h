#pragma once

#include <QMutex>
#include <QString>

namespace dip {

/// What one registry was learnt to refuse or to want, kept across runs in a JSON file beside the cache and
/// forgotten after a while. Thread-safe; a file that cannot be read or written is no error, only forgotten.
class RegistryMemory final
{
public:
    struct Traits
    {
        bool noChunks = false; ///< answers to PATCH do not advance, or it is refused: send in one piece
        bool noMount = false;
        bool noHead = false;      ///< HEAD on blobs is refused
        qint64 maxChunk = 0;      ///< bytes; 0: not known
        qint64 minChunk = 0;      ///< OCI-Chunk-Min-Length
        bool needsPatch = false;  ///< refuses the body in PUT: POST, one PATCH, PUT
        bool asksNothing = false; ///< answers without a sign-in, so that nobody need ask about that first

        friend bool operator==(const Traits &, const Traits &) = default;
    };

    RegistryMemory(QString file, QString host);

    [[nodiscard]] Traits traits() const;
    /// Changes the traits by a function, and keeps the result for later runs where it is another.
    template<typename Change> void learn(Change change)
    {
        const QMutexLocker lock(&m_mutex);
        const Traits before = m_traits;
        change(m_traits);
        if (m_traits != before)
            save();
    }

private:
    void load();
    void save() const;

    mutable QMutex m_mutex;
    QString m_file;
    QString m_host;
    Traits m_traits;
};

} // namespace dip

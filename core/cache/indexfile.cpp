#include "core/cache/indexfile.h"

#include "core/base/files.h"
#include "core/base/log.h"
#include "core/cache/manifeststore.h"
#include "core/cache/rebuild.h"

#include <QFileInfo>

using namespace std::chrono_literals;

namespace dip {

namespace {

constexpr qint64 largest = qint64(1) << 30;

/// Whether a file that was changed at one time would now get another time if it were changed again. The clock
/// of a file system may tick only ten times a second; one that knows whole seconds only, every two.
bool isLongAgo(std::filesystem::file_time_type changed, std::filesystem::file_time_type now)
{
    const bool knowsFractions = changed.time_since_epoch() % 1s != 0s;
    return now - changed > (knowsFractions ? 100ms : 2100ms);
}

} // namespace

IndexFile::Stamp IndexFile::stampNow() const
{
    const QFileInfo info(m_folder.indexFile());
    std::error_code problem;
    const auto changed = std::filesystem::last_write_time(info.filesystemFilePath(), problem);
    return problem ? Stamp() : Stamp{changed, info.size()};
}

/// Without an index, manifests say that there was one.
bool IndexFile::isLost() const
{
    return !ManifestStore::files(m_folder).isEmpty();
}

/// Compares piece by piece: the memory of a second copy of a large index is not needed for that.
bool IndexFile::isSameOnDisk() const
{
    QFile file(m_folder.indexFile());
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) || file.size() != m_document->bytes().size())
        return false;
    QByteArray block(1 << 20, Qt::Uninitialized);
    QByteArrayView rest(m_document->bytes());
    while (!rest.isEmpty()) {
        const qint64 count = file.read(block.data(), std::min(block.size(), rest.size()));
        if (count <= 0 || rest.first(count) != QByteArrayView(block).first(count))
            return false;
        rest = rest.sliced(count);
    }
    return true;
}

Result<IndexFile::Document> IndexFile::loadFile()
{
    auto bytes = files::readAll(m_folder.indexFile(), largest);
    if (!bytes && bytes.error().code == ErrorCode::FileMissing)
        return isLost() ? Document() : std::make_shared<IndexDocument>(IndexDocument::empty());
    if (!bytes)
        return failure(bytes);
    auto document = IndexDocument::parse(std::move(*bytes));
    return document ? std::make_shared<IndexDocument>(std::move(*document)) : Document();
}

Result<IndexFile::Document> IndexFile::load()
{
    const std::scoped_lock guard(m_mutex);
    const auto now = std::filesystem::file_time_type::clock::now();
    const Stamp stamp = stampNow();
    if (m_document && stamp.size >= 0 && stamp == m_stamp) {
        if (m_stampIsOld)
            return m_document;
        if (isSameOnDisk()) {
            m_stampIsOld = isLongAgo(stamp.changed, now);
            return m_document;
        }
    }
    const bool wasForgotten =
        !m_document && m_revision > 0 && m_stampIsOld && stamp.size >= 0 && stamp == m_stamp;
    auto loaded = loadFile();
    if (!loaded)
        return loaded;
    m_document = *loaded;
    // It may have been replaced between the look at its stamp and the reading.
    if (!wasForgotten || stampNow() != stamp)
        ++m_revision;
    m_stamp = stamp;
    m_stampIsOld = isLongAgo(stamp.changed, now);
    return m_document;
}

Result<IndexFile::Document> IndexFile::read()
{
    auto loaded = load();
    if (!loaded || *loaded)
        return loaded;
    const auto lock = m_folder.lock();
    if (!lock)
        return fail(ErrorCode::CacheDamaged,
                    QStringLiteral("index.json is lost or damaged and cannot be rebuilt: ") +
                        lock.error().detail,
                    m_folder.indexFile());
    return read(*lock);
}

Result<IndexFile::Document> IndexFile::read(const CacheFolder::Lock &lock)
{
    auto loaded = load();
    if (!loaded || *loaded)
        return loaded;
    return rebuild(lock);
}

Result<void> IndexFile::write(const CacheFolder::Lock &lock, IndexDocument document)
{
    return put(lock, std::make_shared<IndexDocument>(std::move(document)));
}

Result<IndexFile::Document> IndexFile::change(const CacheFolder::Lock &lock, Document document,
                                              const IndexDocument::Changes &changes)
{
    {
        const std::scoped_lock guard(m_mutex);
        m_document.reset();
    }
    // Nobody can get at it any more: where nobody holds it, its bytes need no copy.
    const bool isOurs = document.use_count() == 1;
    std::atomic_thread_fence(std::memory_order_acquire);
    Document next = std::make_shared<IndexDocument>(
        isOurs ? std::move(const_cast<IndexDocument &>(*document)).changed(changes)
               : document->changed(changes));
    document.reset();
    if (auto written = put(lock, next); !written)
        return failure(written);
    return next;
}

Result<void> IndexFile::put(const CacheFolder::Lock &lock, Document document)
{
    if (auto begun = m_session.begin(lock); !begun)
        return begun;
    if (auto put = m_session.putFile(m_folder.indexFile(), document->bytes()); !put)
        return put;
    const std::scoped_lock guard(m_mutex);
    m_document = std::move(document);
    ++m_revision;
    m_stamp = stampNow();
    m_stampIsOld = false;
    return {};
}

std::optional<quint64> IndexFile::revision() const
{
    const std::scoped_lock guard(m_mutex);
    const Stamp stamp = stampNow();
    const bool isKnown = m_revision > 0 && m_stampIsOld && stamp.size >= 0 && stamp == m_stamp;
    return isKnown ? std::optional(m_revision) : std::nullopt;
}

std::optional<quint64> IndexFile::revisionOf(const Document &document) const
{
    const std::scoped_lock guard(m_mutex);
    return document && document == m_document ? std::optional(m_revision) : std::nullopt;
}

void IndexFile::forget()
{
    const std::scoped_lock guard(m_mutex);
    m_document.reset();
}

Result<IndexFile::Document> IndexFile::rebuild(const CacheFolder::Lock &lock)
{
    QString text = QStringLiteral("The cache's index.json was lost; it has been rebuilt from what is there.");
    if (QFileInfo::exists(m_folder.indexFile())) {
        const QString kept = QLatin1String("index.json.damaged-") +
                             QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd'T'HHmmsszzz");
        if (auto renamed = files::replace(m_folder.indexFile(), m_folder.path(kept)); !renamed)
            return failure(renamed);
        text = QStringLiteral("The cache's index.json was damaged; it has been rebuilt from what is there. "
                              "The damaged file is kept as %1.")
                   .arg(kept);
    }
    RebuiltIndex rebuilt = rebuildIndex(m_folder, m_blobs);
    if (auto written = write(lock, std::move(rebuilt.document)); !written)
        return failure(written);
    notice(text);
    for (const QString &leftOut : rebuilt.notices)
        notice(leftOut);
    const std::scoped_lock guard(m_mutex);
    return m_document;
}

QStringList IndexFile::notices() const
{
    const std::scoped_lock guard(m_mutex);
    return m_notices;
}

void IndexFile::notice(const QString &text)
{
    const std::scoped_lock guard(m_mutex);
    if (m_notices.contains(text))
        return;
    m_notices.append(text);
    qCWarning(logCache).noquote() << text;
}

} // namespace dip

#include "core/cache/session.h"

#include "core/base/files.h"
#include "core/base/log.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QUuid>

namespace dip {

namespace {

constexpr QLatin1StringView lockEnding(".lock");

QStringList entries(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
}

QString sessionOf(const QString &leaseFile)
{
    return leaseFile.section(u'.', 0, 0);
}

/// Sessions whose process lives.
QSet<QString> livingSessions(const CacheFolder &folder)
{
    QSet<QString> living;
    for (const QString &name : entries(folder.leases())) {
        if (!name.endsWith(lockEnding))
            continue;
        const auto attempt = FileLock::tryAcquire(folder.leases() + u'/' + name);
        // What cannot be looked at is taken for alive.
        if (!attempt || !*attempt)
            living.insert(sessionOf(name));
    }
    return living;
}

void removeTree(const QString &path)
{
    const QFileInfo info(path);
    const bool gone =
        info.isDir() && !info.isSymLink() ? QDir(path).removeRecursively() : QFile::remove(path);
    if (!gone)
        qCWarning(logCache) << "cannot remove" << path;
}

void readLease(const QString &path, QSet<Digest> &into)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return;
    while (!file.atEnd()) {
        if (const auto digest = CacheFolder::digestOf(QString::fromLatin1(file.readLine().trimmed())))
            into.insert(*digest);
    }
}

QStringList filesOfSessions(const CacheFolder &folder, bool wantLiving)
{
    const QSet<QString> living = livingSessions(folder);
    QStringList paths;
    QDirIterator all(folder.temporaries(), QDir::Files | QDir::Hidden | QDir::System,
                     QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const QString relative = all.next().sliced(folder.root().size() + 1);
        if (living.contains(relative.section(u'/', 1, 1)) == wantLiving)
            paths.append(relative);
    }
    for (const QString &name : entries(folder.leases())) {
        if (living.contains(sessionOf(name)) == wantLiving)
            paths.append(QLatin1String("leases/") + name);
    }
    return paths;
}

} // namespace

Session::Session(const CacheFolder &folder)
    : m_folder(folder), m_id(QUuid::createUuid().toString(QUuid::WithoutBraces))
{}

Session::~Session()
{
    if (!m_begun)
        return;
    removeTree(folderPath());
    for (const QString &name : entries(m_folder.leases())) {
        if (sessionOf(name) == m_id && !name.endsWith(lockEnding))
            QFile::remove(m_folder.leases() + u'/' + name);
    }
    m_lock.unlock();
    QFile::remove(m_folder.leases() + u'/' + m_id + lockEnding);
}

QString Session::folderPath() const
{
    return m_folder.temporaries() + u'/' + m_id;
}

QString Session::leasePath(int lease) const
{
    return m_folder.leases() + u'/' + m_id + u'.' + QString::number(lease);
}

Result<void> Session::begin(const CacheFolder::Lock &)
{
    if (m_begun)
        return {};
    auto lock = FileLock::acquire(m_folder.leases() + u'/' + m_id + lockEnding);
    if (!lock)
        return failure(lock);
    if (auto made = files::makeFolder(folderPath()); !made)
        return made;
    m_lock = std::move(*lock);
    m_begun = true;
    return {};
}

Result<void> Session::begin()
{
    if (m_begun)
        return {};
    const auto lock = m_folder.lock();
    if (!lock)
        return std::unexpected(lock.error());
    return begin(*lock);
}

QString Session::newPath()
{
    return folderPath() + u'/' + QString::number(++m_counter);
}

Result<void> Session::putFile(const QString &path, QByteArrayView bytes)
{
    QFile file(newPath());
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered))
        return std::unexpected(files::errorOf(file));
    Result<void> done = files::writeAll(file, bytes);
    if (done)
        done = files::sync(file);
    file.close();
    if (done)
        done = files::replace(file.fileName(), path);
    if (!done) {
        file.remove();
        return done;
    }
    return files::syncFolder(QFileInfo(path).path());
}

// --- leases

Result<void> Session::append(int lease, const QList<Digest> &blobs)
{
    QByteArray lines;
    for (const Digest &digest : blobs)
        lines += digest.hex().toLatin1() + '\n';
    QFile file(leasePath(lease));
    // Not synced: when the machine stops, the lease is over, too.
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        return std::unexpected(files::errorOf(file));
    return files::writeAll(file, lines);
}

Result<int> Session::openLease(const CacheFolder::Lock &lock, const QList<Digest> &blobs)
{
    if (auto begun = begin(lock); !begun)
        return failure(begun);
    const std::scoped_lock guard(m_mutex);
    const int lease = ++m_lastLease;
    if (auto written = append(lease, blobs); !written)
        return failure(written);
    m_openLeases.insert(lease);
    return lease;
}

Result<void> Session::extendLease(const CacheFolder::Lock &, int lease, const QList<Digest> &blobs)
{
    return append(lease, blobs);
}

void Session::closeLease(int lease)
{
    const std::scoped_lock guard(m_mutex);
    m_openLeases.remove(lease);
    QFile::remove(leasePath(lease));
}

Result<void> Session::protect(const CacheFolder::Lock &lock, const Digest &blob)
{
    if (auto begun = begin(lock); !begun)
        return begun;
    const std::scoped_lock guard(m_mutex);
    for (const int lease : std::as_const(m_openLeases)) {
        if (auto written = append(lease, {blob}); !written)
            return written;
    }
    if (!m_openLeases.isEmpty() || m_own.contains(blob))
        return {};
    m_own.insert(blob);
    return append(ownLease, {blob});
}

void Session::release(const CacheFolder::Lock &, const QList<Digest> &blobs)
{
    const std::scoped_lock guard(m_mutex);
    if (m_own.isEmpty())
        return;
    for (const Digest &blob : blobs)
        m_own.remove(blob);
    QFile::remove(leasePath(ownLease));
    if (m_own.isEmpty())
        return;
    if (const auto written = append(ownLease, m_own.values()); !written)
        qCWarning(logCache) << "cannot note blobs in use:" << written.error().detail;
}

// --- all processes' sessions

QSet<Digest> Session::leased(const CacheFolder &folder, const CacheFolder::Lock &)
{
    const QSet<QString> living = livingSessions(folder);
    QSet<Digest> blobs;
    for (const QString &name : entries(folder.leases())) {
        if (living.contains(sessionOf(name)) && !name.endsWith(lockEnding))
            readLease(folder.leases() + u'/' + name, blobs);
    }
    return blobs;
}

void Session::sweep(const CacheFolder &folder, const CacheFolder::Lock &)
{
    const QSet<QString> living = livingSessions(folder);
    for (const QString &name : entries(folder.temporaries())) {
        if (!living.contains(name))
            removeTree(folder.temporaries() + u'/' + name);
    }
    for (const QString &name : entries(folder.leases())) {
        if (!living.contains(sessionOf(name)))
            removeTree(folder.leases() + u'/' + name);
    }
}

QStringList Session::leftovers(const CacheFolder &folder, const CacheFolder::Lock &)
{
    return filesOfSessions(folder, false);
}

QStringList Session::working(const CacheFolder &folder, const CacheFolder::Lock &)
{
    return filesOfSessions(folder, true);
}

} // namespace dip

#include "core/registry/registrymemory.h"

#include "core/base/filelock.h"
#include "core/base/files.h"
#include "core/base/log.h"

#include <QDateTime>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

using namespace std::chrono_literals;

namespace dip {

namespace {

constexpr std::chrono::days keptFor{7};
constexpr qint64 largestFile = 1024 * 1024;

/// All hosts' entries; none where the file is missing or damaged.
QJsonObject readHosts(const QString &file)
{
    const auto bytes = files::readAll(file, largestFile);
    return bytes ? QJsonDocument::fromJson(*bytes).object() : QJsonObject();
}

bool isFresh(const QJsonObject &entry)
{
    const auto learnt = QDateTime::fromString(entry.value(u"learnt").toString(), Qt::ISODate);
    const auto now = QDateTime::currentDateTimeUtc();
    return learnt.isValid() && learnt.addDuration(keptFor) > now && learnt <= now.addDays(1);
}

RegistryMemory::Traits traitsFrom(const QJsonObject &entry)
{
    return {entry.value(u"noChunks").toBool(),
            entry.value(u"noMount").toBool(),
            entry.value(u"noHead").toBool(),
            std::max<qint64>(0, entry.value(u"maxChunk").toInteger()),
            std::max<qint64>(0, entry.value(u"minChunk").toInteger()),
            entry.value(u"needsPatch").toBool(),
            entry.value(u"asksNothing").toBool()};
}

QJsonObject entryFrom(const RegistryMemory::Traits &traits)
{
    return {{QStringLiteral("noChunks"), traits.noChunks},
            {QStringLiteral("noMount"), traits.noMount},
            {QStringLiteral("noHead"), traits.noHead},
            {QStringLiteral("maxChunk"), traits.maxChunk},
            {QStringLiteral("minChunk"), traits.minChunk},
            {QStringLiteral("needsPatch"), traits.needsPatch},
            {QStringLiteral("asksNothing"), traits.asksNothing},
            {QStringLiteral("learnt"), QDateTime::currentDateTimeUtc().toString(Qt::ISODate)}};
}

} // namespace

RegistryMemory::RegistryMemory(QString file, QString host) : m_file(std::move(file)), m_host(std::move(host))
{
    load();
}

RegistryMemory::Traits RegistryMemory::traits() const
{
    const QMutexLocker lock(&m_mutex);
    return m_traits;
}

void RegistryMemory::load()
{
    if (m_file.isEmpty())
        return;
    const QJsonObject entry = readHosts(m_file).value(m_host).toObject();
    if (isFresh(entry))
        m_traits = traitsFrom(entry);
}

void RegistryMemory::save() const
{
    if (m_file.isEmpty())
        return;
    (void)files::makeFolder(QFileInfo(m_file).path());
    const auto lock = FileLock::acquire(m_file + QStringLiteral(".lock"));
    if (!lock) {
        qCWarning(logRegistry) << "what was learnt of" << m_host << "is not kept:" << lock.error().detail;
        return;
    }
    QJsonObject hosts;
    const QJsonObject earlier = readHosts(m_file);
    for (auto entry = earlier.begin(); entry != earlier.end(); ++entry) {
        if (isFresh(entry->toObject()))
            hosts.insert(entry.key(), *entry);
    }
    hosts.insert(m_host, entryFrom(m_traits));
    if (const auto written = files::writeAtomically(m_file, QJsonDocument(hosts).toJson()); !written)
        qCWarning(logRegistry) << "what was learnt of" << m_host << "is not kept:" << written.error().detail;
}

} // namespace dip

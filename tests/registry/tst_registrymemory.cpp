#include "core/registry/registrymemory.h"

#include <QDateTime>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace dip;
using Traits = RegistryMemory::Traits;

namespace {

const QString harbor = QStringLiteral("harbor.example:8443");

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

QJsonObject hostsIn(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

QByteArray learntAgo(std::chrono::hours age)
{
    const auto time = QDateTime::currentDateTimeUtc().addDuration(-age).toString(Qt::ISODate).toLatin1();
    return "{\"harbor.example:8443\":{\"noChunks\":true,\"maxChunk\":4194304,\"learnt\":\"" + time + "\"}}";
}

} // namespace

class TestRegistryMemory final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder.emplace();
        m_file = m_folder->filePath(QStringLiteral("deep/registries.json"));
        QVERIFY(QDir().mkpath(m_folder->filePath(QStringLiteral("deep"))));
    }

    void keepsWhatWasLearntForLaterRuns()
    {
        const Traits learnt{true, true, true, 4 << 20, 1 << 20, true, true};
        {
            RegistryMemory memory(m_file, harbor);
            QCOMPARE(memory.traits(), Traits{});
            memory.learn([&](Traits &traits) { traits = learnt; });
            QCOMPARE(memory.traits(), learnt);
        }
        QCOMPARE(RegistryMemory(m_file, harbor).traits(), learnt);
        QCOMPARE(RegistryMemory(m_file, QStringLiteral("other.example")).traits(), Traits{});
    }

    void makesItsFolder()
    {
        const QString file = m_folder->filePath(QStringLiteral("a/b/registries.json"));
        RegistryMemory(file, harbor).learn([](Traits &traits) { traits.noHead = true; });
        QVERIFY(RegistryMemory(file, harbor).traits().noHead);
    }

    void leavesOtherHostsAlone()
    {
        RegistryMemory one(m_file, QStringLiteral("one.example"));
        RegistryMemory two(m_file, QStringLiteral("two.example"));
        one.learn([](Traits &traits) { traits.noMount = true; });
        two.learn([](Traits &traits) { traits.noHead = true; });
        one.learn([](Traits &traits) { traits.maxChunk = 5; });
        QCOMPARE(hostsIn(m_file).keys(),
                 QStringList({QStringLiteral("one.example"), QStringLiteral("two.example")}));
        QVERIFY(RegistryMemory(m_file, QStringLiteral("two.example")).traits().noHead);
        QCOMPARE(RegistryMemory(m_file, QStringLiteral("one.example")).traits().maxChunk, 5);
    }

    void writesOnlyWhatIsNews()
    {
        RegistryMemory memory(m_file, harbor);
        memory.learn([](Traits &traits) { traits.maxChunk = 0; });
        QVERIFY(!QFile::exists(m_file));
    }

    void forgetsAfterAWeek_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<bool>("known");
        QTest::newRow("now") << learntAgo(std::chrono::hours(0)) << true;
        QTest::newRow("six days ago") << learntAgo(std::chrono::hours(6 * 24)) << true;
        QTest::newRow("eight days ago") << learntAgo(std::chrono::hours(8 * 24)) << false;
        QTest::newRow("in the far future") << learntAgo(std::chrono::hours(-48)) << false;
        QTest::newRow("no time") << QByteArray("{\"harbor.example:8443\":{\"noChunks\":true}}") << false;
        QTest::newRow("not JSON") << QByteArray("{\"harbor.exam") << false;
        QTest::newRow("another JSON") << QByteArray("[1,2]") << false;
        QTest::newRow("empty") << QByteArray() << false;
    }

    void forgetsAfterAWeek()
    {
        QFETCH(QByteArray, content);
        QFETCH(bool, known);
        write(m_file, content);
        RegistryMemory memory(m_file, harbor);
        QCOMPARE(memory.traits().noChunks, known);
        memory.learn([](Traits &traits) { traits.noHead = true; });
        QVERIFY(RegistryMemory(m_file, harbor).traits().noHead);
    }

    void dropsOldEntriesOfOthersWhenItWrites()
    {
        write(m_file, learntAgo(std::chrono::hours(8 * 24)));
        RegistryMemory(m_file, QStringLiteral("new.example")).learn([](Traits &traits) {
            traits.noHead = true;
        });
        QCOMPARE(hostsIn(m_file).keys(), QStringList{QStringLiteral("new.example")});
    }

    void takesNoNonsenseSizes()
    {
        write(m_file, learntAgo(std::chrono::hours(0)).replace("4194304", "-7"));
        QCOMPARE(RegistryMemory(m_file, harbor).traits().maxChunk, 0);
    }

    void worksWithoutAFile()
    {
        RegistryMemory memory({}, harbor);
        memory.learn([](Traits &traits) { traits.noChunks = true; });
        QVERIFY(memory.traits().noChunks);
    }

    void losesNothingBetweenThreads()
    {
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < 8; ++i) {
                threads.emplace_back([this, i] {
                    RegistryMemory memory(m_file, QStringLiteral("host-%1").arg(i));
                    memory.learn([i](Traits &traits) { traits.maxChunk = 100 + i; });
                });
            }
        }
        for (int i = 0; i < 8; ++i)
            QCOMPARE(RegistryMemory(m_file, QStringLiteral("host-%1").arg(i)).traits().maxChunk, 100 + i);
    }

private:
    std::optional<QTemporaryDir> m_folder;
    QString m_file;
};

QTEST_GUILESS_MAIN(TestRegistryMemory)
#include "tst_registrymemory.moc"

#include "core/registry/httpsession.h"
#include "core/registry/ratelimiter.h"
#include "core/registry/uploadwindow.h"
#include "tests/support/scriptedregistry.h"

#include <QSignalSpy>
#include <QTemporaryFile>
#include <QTest>

using namespace dip;
using namespace dip::test;
using namespace std::chrono_literals;

namespace {

/// Bytes that tell their place.
QByteArray pattern(qint64 size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (qint64 i = 0; i < size; ++i)
        bytes[i] = char((i * 7 + i / 251) & 0xff);
    return bytes;
}

} // namespace

class TestUploadWindow final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_bytes = pattern(300'000);
        QVERIFY(m_file.open());
        m_file.write(m_bytes);
        QVERIFY(m_file.flush());
    }

    void init() { m_limiter.setRate(0); }

    void readsItsPieceOnly_data()
    {
        QTest::addColumn<qint64>("offset");
        QTest::addColumn<qint64>("length");
        QTest::newRow("all") << qint64(0) << qint64(300'000);
        QTest::newRow("beginning") << qint64(0) << qint64(1000);
        QTest::newRow("middle") << qint64(1000) << qint64(100'000);
        QTest::newRow("end") << qint64(299'999) << qint64(1);
        QTest::newRow("nothing") << qint64(10) << qint64(0);
    }

    void readsItsPieceOnly()
    {
        QFETCH(qint64, offset);
        QFETCH(qint64, length);
        UploadWindow window(m_file, offset, length, m_limiter);
        QVERIFY(!window.isSequential());
        QCOMPARE(window.size(), length);
        QCOMPARE(window.readAll(), m_bytes.sliced(offset, length));
        QVERIFY(window.atEnd());
        QCOMPARE(window.bytesRead(), length);
        QVERIFY(!window.failed());
    }

    void goesBackForARepetition()
    {
        UploadWindow window(m_file, 5000, 2000, m_limiter);
        QList<qint64> positions;
        window.onPosition([&](qint64 position) { positions.append(position); });
        QCOMPARE(window.read(1500), m_bytes.sliced(5000, 1500));
        QVERIFY(window.seek(0));
        QCOMPARE(window.read(2000), m_bytes.sliced(5000, 2000));
        QCOMPARE(window.bytesRead(), 3500);
        QCOMPARE(positions, QList<qint64>({1500, 0, 2000}));
        QVERIFY(!window.seek(2001));
        QVERIFY(!window.seek(-1));
    }

    void twoWindowsShareAFile()
    {
        UploadWindow a(m_file, 0, 1000, m_limiter);
        UploadWindow b(m_file, 1000, 1000, m_limiter);
        QCOMPARE(a.read(500), m_bytes.sliced(0, 500));
        QCOMPARE(b.read(500), m_bytes.sliced(1000, 500));
        QCOMPARE(a.read(500), m_bytes.sliced(500, 500));
        QCOMPARE(b.read(500), m_bytes.sliced(1500, 500));
    }

    void saysThatAFileIsTooShort()
    {
        UploadWindow window(m_file, 299'000, 2000, m_limiter);
        QCOMPARE(window.read(2000).size(), 1000);
        QCOMPARE(window.read(1000), QByteArray());
        QVERIFY(window.failed());
    }

    void waitsWhereTheLimitIsReached()
    {
        m_limiter.setRate(20'000);
        UploadWindow window(m_file, 0, 200'000, m_limiter);
        QSignalSpy ready(&window, &QIODevice::readyRead);
        qint64 got = 0;
        for (QByteArray block = window.read(16'384); !block.isEmpty(); block = window.read(16'384))
            got += block.size();
        QCOMPARE_LT(got, 200'000);
        QVERIFY(!window.failed());
        QVERIFY(!window.atEnd());
        QVERIFY(window.read(16'384).isEmpty() || !ready.isEmpty());
        QVERIFY(ready.wait());
        QCOMPARE(window.read(100), m_bytes.sliced(got, 100));
    }

    /// The idle time is shorter than the upload takes at its rate, and no single pause may last so long.
    void goesUpUnderALimitWithoutBeingTakenForIdle()
    {
        ScriptedRegistry registry;
        registry.add({.method = "PUT", .path = {}, .fault = Fault::reply({201})});
        HttpSession session({.address = RegistryAddress::parse(registry.url()).value()}, {});
        m_limiter.setRate(100'000);
        UploadWindow window(m_file, 0, 150'000, m_limiter);
        HttpRequest request{
            .method = "PUT", .url = QUrl(registry.url() + QStringLiteral("/x")), .device = &window};
        request.idleTimeout = 400ms;
        QElapsedTimer clock;
        clock.start();
        const auto answer = session.send(request);
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
        QCOMPARE(answer->status, 201);
        QCOMPARE_GE(clock.elapsed(), 800); // 150,000 bytes less the burst of 64 KiB
        const auto seen = registry.requests().constFirst();
        QCOMPARE(seen.bodySize, 150'000);
        QCOMPARE(seen.body, m_bytes.first(64 * 1024));
        QCOMPARE(window.bytesRead(), 150'000);
    }

    void aStopEndsALimitedUploadAtOnce()
    {
        ScriptedRegistry registry;
        std::stop_source stop;
        HttpSession session({.address = RegistryAddress::parse(registry.url()).value()}, stop.get_token());
        m_limiter.setRate(10);
        UploadWindow window(m_file, 0, 300'000, m_limiter);
        window.onPosition([&](qint64 position) {
            if (position >= 60'000)
                stop.request_stop();
        });
        HttpRequest request{
            .method = "PUT", .url = QUrl(registry.url() + QStringLiteral("/x")), .device = &window};
        const auto answer = session.send(request);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Cancelled);
    }

private:
    QTemporaryFile m_file;
    QByteArray m_bytes;
    RateLimiter m_limiter;
};

QTEST_GUILESS_MAIN(TestUploadWindow)
#include "tst_uploadwindow.moc"

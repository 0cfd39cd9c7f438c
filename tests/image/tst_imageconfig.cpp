#include "core/image/imageconfig.h"

#include <QtTest>

using namespace dip;

class TestImageConfig final : public QObject
{
    Q_OBJECT

private slots:
    void readsAnImage();
    void sparse_data();
    void sparse();
    void invalid_data();
    void invalid();
};

void TestImageConfig::readsAnImage()
{
    const QByteArray hexA(64, 'a');
    const QByteArray hexB(64, 'b');
    const auto config = ImageConfig::parse(
        R"({"architecture":"arm64","variant":"v8","os":"linux","created":"2024-05-06T07:08:09.123456789Z",)"
        R"("rootfs":{"type":"layers","diff_ids":["sha256:)" +
        hexA + R"(","sha256:)" + hexB +
        R"("]},)"
        R"("history":[{"created_by":"ADD x"},{"created_by":"ENV a=b","empty_layer":true}],"config":{"Env":[]}})");
    QVERIFY(config);
    QCOMPARE(config->platform.toString(), QStringLiteral("linux/arm64/v8"));
    QCOMPARE(config->created.toUTC().toString(Qt::ISODate), QStringLiteral("2024-05-06T07:08:09Z"));
    QCOMPARE(config->diffIds.size(), 2);
    QCOMPARE(config->diffIds[0].hex().toLatin1(), hexA);
    QCOMPARE(config->diffIds[1].hex().toLatin1(), hexB);
    QCOMPARE(config->history.size(), 2);
    QCOMPARE(config->history[0].createdBy, QStringLiteral("ADD x"));
    QVERIFY(!config->history[0].emptyLayer);
    QVERIFY(config->history[1].emptyLayer);
}

void TestImageConfig::sparse_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty object") << QByteArray("{}");
    QTest::newRow("helm chart") << QByteArray(R"({"name":"chart","version":"1.0.0","apiVersion":"v2"})");
    QTest::newRow("null fields") << QByteArray(R"({"rootfs":null,"history":null,"os":null})");
}

void TestImageConfig::sparse()
{
    QFETCH(QByteArray, bytes);
    const auto config = ImageConfig::parse(bytes);
    QVERIFY(config);
    QVERIFY(config->platform.isEmpty());
    QVERIFY(config->diffIds.isEmpty());
    QVERIFY(config->history.isEmpty());
    QVERIFY(!config->created.isValid());
}

void TestImageConfig::invalid_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("\x1f\x8b\x08");
    QTest::newRow("array") << QByteArray("[]");
    QTest::newRow("cut") << QByteArray(R"({"os":"linux")");
    QTest::newRow("bad diff_id") << QByteArray(R"({"rootfs":{"diff_ids":["sha256:12"]}})");
    QTest::newRow("diff_id a number") << QByteArray(R"({"rootfs":{"diff_ids":[1]}})");
}

void TestImageConfig::invalid()
{
    QFETCH(QByteArray, bytes);
    const auto config = ImageConfig::parse(bytes);
    QVERIFY(!config);
    QCOMPARE(config.error().code, ErrorCode::ManifestInvalid);
}

QTEST_GUILESS_MAIN(TestImageConfig)
#include "tst_imageconfig.moc"

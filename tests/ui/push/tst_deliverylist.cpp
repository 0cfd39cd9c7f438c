#include "ui/push/deliverylist.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace dip;
using namespace dip::ui;

namespace {

QByteArray listOf(const QByteArray &images, const QByteArray &more = {})
{
    return "{\"format\": \"docker-image-pusher delivery list\", \"version\": 1, " + more + "\"images\": [" +
           images + "]}";
}

} // namespace

class TestDeliveryList final : public QObject
{
    Q_OBJECT

private slots:
    void comesBackAsItWas()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("交付 list.json"));
        DeliveryList list;
        list.registry = QStringLiteral("harbor.cn:8443");
        list.rule = {.path = PushRule::Path::Regex,
                     .project = QStringLiteral("p"),
                     .find = QStringLiteral("^a\\/(.*)"),
                     .replacement = QStringLiteral("b/\\1"),
                     .tag = QStringLiteral("{tag}-{date}")};
        list.platforms = {QStringLiteral("linux/amd64")};
        list.images = {{*ImageName::parse(u"a/web:1")},
                       {*ImageName::parse(u"a/db:2"), QStringLiteral("x/db:3")}};
        QVERIFY(list.save(file));
        const auto back = DeliveryList::load(file);
        QVERIFY(back);
        QCOMPARE(back->registry, list.registry);
        QCOMPARE(back->rule, list.rule);
        QCOMPARE(back->platforms, list.platforms);
        QCOMPARE(back->images.size(), 2);
        QCOMPARE(back->images[0].image, list.images[0].image);
        QCOMPARE(back->images[0].target, QString());
        QCOMPARE(back->images[1].target, QStringLiteral("x/db:3"));
    }

    void unknownNamesArePassedOver()
    {
        const auto list = DeliveryList::fromJson(
            listOf("{\"image\": \"a:1\", \"colour\": \"blue\"}", "\"comment\": \"for the site\", "));
        QVERIFY(list);
        QCOMPARE(list->images.first().image.toString(), QStringLiteral("a:1"));
        QCOMPARE(list->rule, PushRule());
    }

    void wrongFiles_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const QByteArray &bytes, const char *says,
                            ErrorCode code = ErrorCode::InvalidArgument) {
            QTest::newRow(name) << bytes << code << QString::fromLatin1(says);
        };
        row("empty", "", "not JSON");
        row("a picture", "\x89PNG\r\n", "not JSON");
        row("an array", "[1]", "not a delivery list");
        row("other JSON", "{\"registries\": []}", "not a delivery list");
        row("no version", "{\"format\": \"docker-image-pusher delivery list\"}", "no version");
        row("newer", "{\"format\": \"docker-image-pusher delivery list\", \"version\": 2}", "newer",
            ErrorCode::Unsupported);
        row("no image", listOf(""), "names no image");
        row("bad image", listOf("{\"image\": \"a:1\"}, {\"image\": \"A B\"}"), "image 2 has no valid name");
        row("no name", listOf("3"), "image 1 has no valid name");
        row("bad target", listOf("{\"image\": \"a:1\", \"target\": \"B!\"}"), "no valid target");
        row("unknown rule", listOf("{\"image\": \"a:1\"}", "\"rule\": {\"names\": \"upside-down\"}, "),
            "upside-down");
        row("bad expression",
            listOf("{\"image\": \"a:1\"}", "\"rule\": {\"names\": \"regex\", \"find\": \"(\"}, "),
            "expression is wrong");
        row("bad platform", listOf("{\"image\": \"a:1\"}", "\"platforms\": [\"amd\"], "), "no platform");
    }

    void wrongFiles()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("list.json"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        const auto list = DeliveryList::load(path);
        QVERIFY(!list);
        QTEST(list.error().code, "code");
        QVERIFY2(list.error().detail.contains(says), qPrintable(list.error().detail));
        QCOMPARE(list.error().where, path);
    }

    void missingFile()
    {
        const auto list = DeliveryList::load(QStringLiteral("/no/such/file.json"));
        QVERIFY(!list);
        QCOMPARE(list.error().code, ErrorCode::FileMissing);
    }
};

QTEST_MAIN(TestDeliveryList)
#include "tst_deliverylist.moc"

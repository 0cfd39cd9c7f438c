#include <QtTest>

#include "core/transfer/archiveselection.h"

using namespace dip;

/// Which images of an archive are taken, and what the cache calls them.
class TestArchiveSelection final : public QObject
{
    Q_OBJECT

private slots:
    void picks_data();
    void picks();
    void fallbackNamesOneUntaggedImage();
};

namespace {

ArchivedImage imageNamed(const QStringList &names)
{
    ArchivedImage image{{}, {}, {}, {}};
    for (const QString &name : names)
        image.names.append(*QualifiedName::parse(name));
    return image;
}

/// Three images: one with two tags and a host, one plain, one without a name.
ArchiveContents contents()
{
    ArchiveContents all;
    all.path = QStringLiteral("images.tar");
    all.images = {imageNamed({QStringLiteral("harbor.cn:8443/prod/web:2.1"),
                              QStringLiteral("harbor.cn:8443/prod/web:latest")}),
                  imageNamed({QStringLiteral("nginx:1.25")}), imageNamed({})};
    return all;
}

QString describe(const Result<QList<ChosenImage>> &chosen)
{
    if (!chosen)
        return u'!' + errorCodeName(chosen.error().code);
    QStringList images;
    for (const ChosenImage &image : *chosen) {
        QStringList names;
        for (const ImageName &name : image.names)
            names.append(name.toString());
        images.append(names.join(u','));
    }
    return images.join(u' ');
}

} // namespace

void TestArchiveSelection::picks_data()
{
    QTest::addColumn<QStringList>("wanted");
    QTest::addColumn<QString>("repository");
    QTest::addColumn<QString>("reference");
    QTest::addColumn<QString>("result");
    QTest::newRow("all, one has no name") << QStringList{} << "" << "" << "!invalid-argument";
    QTest::newRow("by number") << QStringList{QStringLiteral("#2")} << "" << "" << "nginx:1.25";
    QTest::newRow("by number, both tags")
        << QStringList{QStringLiteral("#1")} << "" << "" << "prod/web:2.1,prod/web:latest";
    QTest::newRow("number too high") << QStringList{QStringLiteral("#4")} << "" << "" << "!not-found";
    QTest::newRow("number zero") << QStringList{QStringLiteral("#0")} << "" << "" << "!not-found";
    QTest::newRow("no number") << QStringList{QStringLiteral("#two")} << "" << "" << "!not-found";
    QTest::newRow("by name without host")
        << QStringList{QStringLiteral("prod/web:2.1")} << "" << "" << "prod/web:2.1";
    QTest::newRow("by name with host")
        << QStringList{QStringLiteral("harbor.cn:8443/prod/web:2.1")} << "" << "" << "prod/web:2.1";
    QTest::newRow("another host") << QStringList{QStringLiteral("quay.io/prod/web:2.1")} << "" << ""
                                  << "!not-found";
    QTest::newRow("default tag") << QStringList{QStringLiteral("prod/web")} << "" << "" << "prod/web:latest";
    QTest::newRow("two") << QStringList{QStringLiteral("nginx:1.25"), QStringLiteral("#1")} << "" << ""
                         << "nginx:1.25 prod/web:2.1,prod/web:latest";
    QTest::newRow("untagged, named") << QStringList{QStringLiteral("#3")} << "my/app" << "7" << "my/app:7";
    QTest::newRow("untagged, repository alone")
        << QStringList{QStringLiteral("#3")} << "my/app" << "" << "my/app:latest";
    QTest::newRow("untagged, tag alone")
        << QStringList{QStringLiteral("#3")} << "" << "7" << "!invalid-argument";
    QTest::newRow("renamed, own tag")
        << QStringList{QStringLiteral("#2")} << "my/nginx" << "" << "my/nginx:1.25";
    QTest::newRow("renamed, own repository") << QStringList{QStringLiteral("#2")} << "" << "x" << "nginx:x";
    QTest::newRow("one name for several")
        << QStringList{QStringLiteral("#1"), QStringLiteral("#2")} << "my/app" << "1" << "!invalid-argument";
}

void TestArchiveSelection::picks()
{
    QFETCH(QStringList, wanted);
    QFETCH(QString, repository);
    QFETCH(QString, reference);
    QFETCH(QString, result);
    ArchiveSelection selection{wanted, {}, {}};
    if (!repository.isEmpty())
        selection.repository = *RepositoryName::parse(repository);
    if (!reference.isEmpty())
        selection.reference = *Reference::parse(reference);
    const ArchiveContents all = contents();
    QCOMPARE(describe(chooseImages(all, selection, {})), result);
}

void TestArchiveSelection::fallbackNamesOneUntaggedImage()
{
    const ImageName fallback = *ImageName::parse(u"given/name:1");
    ArchiveContents all = contents();
    QCOMPARE(describe(chooseImages(all, {}, fallback)),
             QStringLiteral("prod/web:2.1,prod/web:latest nginx:1.25 given/name:1"));
    all.images.append(imageNamed({}));
    QCOMPARE(describe(chooseImages(all, {}, fallback)), QStringLiteral("!invalid-argument"));
}

QTEST_GUILESS_MAIN(TestArchiveSelection)
#include "tst_archiveselection.moc"

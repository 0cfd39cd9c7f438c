#include "core/archive/parseimageinfo.h"
#include "tests/support/archivebuilder.h"
#include "tests/support/archivecontext.h"

#include <QTest>

using namespace dip;
using namespace dip::test;

/// Archives that docker, podman and skopeo have written.
class TestRealArchives final : public QObject
{
    Q_OBJECT

private slots:
    void holdWhatTheyShould_data();
    void holdWhatTheyShould();
    void layersMatchTheirDiffIds_data();
    void layersMatchTheirDiffIds();
    void freshOnesOfSkopeo_data();
    void freshOnesOfSkopeo();

private:
    ArchiveFolder m_folder;
};

void TestRealArchives::holdWhatTheyShould_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<ArchiveFormat>("format");
    QTest::addColumn<QString>("expected");
    const QString layers2 = QStringLiteral(
        " layer 14336 sha256:20851ec081e0fde513c825ca0c062ad7b74966b30dfb93a3c3ab1bb237f9bd69\n"
        " layer 14336 sha256:953f8b9c48c6f7c0993c8c7d04cd416c7916015c29bbfec0fdac37e3d19d1bb6");
    const QString layers3 =
        layers2 +
        QStringLiteral(
            "\n layer 14336 sha256:aa6f8af7d61669e13b4df24cc3e278a217ddf8773d7a360c910cd653aa9d36f6");
    const QString config1 =
        QStringLiteral(" config sha256:a1198d62d404d6f8958cecfc847b9482a30a6251f0b99e25c35bf48a932c9b60\n");
    const QString config2 =
        QStringLiteral(" config sha256:f2d8541afc6a3f8223faa37c5a675f02ee1408232d367bb0e92046007fec9a26\n");
    const QString none = QStringLiteral(" manifest \n");
    const auto two = [&](const QString &name) {
        return QStringLiteral("image %1:1.0\n").arg(name) + none + config1 + layers2 +
               QStringLiteral("\nimage %1:2.0\n").arg(name) + none + config2 + layers3;
    };
    QTest::newRow("docker 20") << QStringLiteral("docker20-multi.tar") << ArchiveFormat::DockerSave
                               << two(QStringLiteral("tiny/app"));
    QTest::newRow("podman") << QStringLiteral("podman-multi.tar") << ArchiveFormat::DockerSave
                            << two(QStringLiteral("localhost/tiny/app"));
    QTest::newRow("docker 26")
        << QStringLiteral("docker26-single.tar") << ArchiveFormat::Oci
        << QStringLiteral("image tiny/app:1.0\n manifest "
                          "sha256:089464fc6a013552c0688e259f90da141d28ab9aed831a372d78e6f0e37e2e1f\n") +
               config1 + layers2;
    QTest::newRow("oci gzip")
        << QStringLiteral("oci-gzip.tar") << ArchiveFormat::Oci
        << QStringLiteral(
               "image tiny/app:1.0\n manifest "
               "sha256:95994720350c035a68c25ec50684f13fa1e7ede35c82d24cd68abe53f6e0af47\n"
               " config sha256:2980495b786061675c4cdfa42e4ddea74509e302f3e87231ec6a4850eba8a099\n"
               " layer 9385 sha256:20851ec081e0fde513c825ca0c062ad7b74966b30dfb93a3c3ab1bb237f9bd69\n"
               " layer 9386 sha256:953f8b9c48c6f7c0993c8c7d04cd416c7916015c29bbfec0fdac37e3d19d1bb6");
}

void TestRealArchives::holdWhatTheyShould()
{
    QFETCH(const QString, file);
    QFETCH(const ArchiveFormat, format);
    QFETCH(const QString, expected);
    const QString path = QStringLiteral(TEST_DATA_DIR "/") + file;
    const auto contents = parseImageInfo(path, {});
    QVERIFY2(contents, qPrintable(contents ? QString() : contents.error().detail));
    QCOMPARE(contents->path, path);
    QCOMPARE(contents->formats, QList<ArchiveFormat>{format});
    QCOMPARE(contents->remarks, QStringList());
    QVERIFY(contents->keep.isEmpty()); // nothing had to be unpacked
    QCOMPARE(describe(contents), expected);
}

void TestRealArchives::layersMatchTheirDiffIds_data()
{
    QTest::addColumn<QString>("file");
    for (const char *file : {"docker20-multi.tar", "docker26-single.tar", "oci-gzip.tar", "podman-multi.tar"})
        QTest::newRow(file) << QString::fromLatin1(file);
}

void TestRealArchives::layersMatchTheirDiffIds()
{
    QFETCH(const QString, file);
    const auto contents = parseImageInfo(QStringLiteral(TEST_DATA_DIR "/") + file, {});
    QVERIFY(contents);
    for (const ArchivedImage &image : contents->images)
        QCOMPARE(layersProblem(image.platforms.first()), QString());
}

void TestRealArchives::freshOnesOfSkopeo_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<ArchiveFormat>("format");
    QTest::addColumn<QStringList>("options");
    QTest::newRow("docker archive") << QStringLiteral("docker-archive:%1:tiny/app:1.0")
                                    << ArchiveFormat::DockerSave << QStringList();
    QTest::newRow("oci archive") << QStringLiteral("oci-archive:%1:tiny/app:1.0") << ArchiveFormat::Oci
                                 << QStringList();
    QTest::newRow("oci folder") << QStringLiteral("oci:%1:tiny/app:1.0") << ArchiveFormat::Oci
                                << QStringList();
    QTest::newRow("oci folder, zstd")
        << QStringLiteral("oci:%1:tiny/app:1.0") << ArchiveFormat::Oci
        << QStringList{QStringLiteral("--dest-compress-format"), QStringLiteral("zstd")};
}

void TestRealArchives::freshOnesOfSkopeo()
{
    QFETCH(const QString, target);
    QFETCH(const ArchiveFormat, format);
    QFETCH(const QStringList, options);
    const QString path = m_folder.path(
        QStringLiteral("skopeo-") + QString::fromLatin1(QTest::currentDataTag()).remove(u' ').remove(u','));
    const QString source = QStringLiteral("docker-archive:" TEST_DATA_DIR "/docker20-multi.tar:tiny/app:1.0");
    (void)run(QStringLiteral("skopeo"),
              QStringList{QStringLiteral("--insecure-policy"), QStringLiteral("copy"), QStringLiteral("-q")} +
                  options + QStringList{source, target.arg(path)});
    const auto contents = parseImageInfo(path, m_folder.context());
    QVERIFY2(contents, qPrintable(contents ? QString() : contents.error().detail));
    QCOMPARE(contents->formats, QList<ArchiveFormat>{format});
    QCOMPARE(contents->images.size(), 1);
    QVERIFY(namesOf(contents->images.first()).first().endsWith(u"tiny/app:1.0"));
    QCOMPARE(layersProblem(contents->images.first().platforms.first()), QString());
    if (!options.isEmpty())
        QCOMPARE(contents->images.first().platforms.first().layers.first().compression,
                 mediatype::Compression::Zstd);
}

QTEST_GUILESS_MAIN(TestRealArchives)
#include "tst_realarchives.moc"

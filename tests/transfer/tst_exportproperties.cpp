#include "core/transfer/imagemanager.h"
#include "tests/support/randomimages.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

using namespace dip;
using namespace dip::test;

/// Export and extraction are inverse for any images: digest for digest, name for name, in every format.
class TestExportProperties final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup() { PropertyRounds::tellIfFailed(m_seed); }
    void extractIsInverse_data();
    void extractIsInverse();

private:
    QString file(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    QStringList expected(const Cache &cache, const QList<ImageName> &names, ExportFormat format) const;

    std::optional<PropertyRounds> m_rounds;
    quint32 m_seed = 0; ///< of the round that runs
    std::optional<QTemporaryDir> m_folder;
};

namespace {

/// All that makes an image what it is.
QString describe(const CachedImage &image)
{
    QStringList blobs;
    for (const CachedBlob &blob : image.blobs)
        blobs.append(blob.digest.toString() + u' ' + QString::number(blob.size) + u' ' + blob.mediaType +
                     (blob.isConfig ? QLatin1String(" config") : QLatin1String()));
    blobs.sort();
    return image.name.toString() + u' ' + image.manifestDigest->toString() + u' ' +
           (image.configDigest ? image.configDigest->toString() : QString()) + u' ' +
           blobs.join(QLatin1String(", "));
}

QStringList contentOf(const Cache &cache)
{
    QStringList lines;
    const QList<CachedImage> images = *cache.images();
    for (const CachedImage &image : images)
        lines.append(describe(image));
    return lines;
}

/// What a docker-archive holds of an image: one platform, and that under a name with a tag only.
std::optional<CachedImage> onePlatform(const Cache &cache, const CachedImage &image)
{
    const Manifest root = *cache.manifest(image);
    if (!root.isIndex())
        return image;
    if (image.name.reference.isDigest())
        return std::nullopt;
    const Manifest child = *cache.childManifest(root.children().first()); // the host's comes first
    CachedImage expected = ImageTree{child, {}, {}}.entry(image.name);
    expected.manifestDigest = child.digest();
    return expected;
}

const char *text(const Result<void> &result)
{
    static QByteArray said;
    said =
        result ? QByteArray() : (result.error().where + QLatin1String(": ") + result.error().detail).toUtf8();
    return said.constData();
}

} // namespace

void TestExportProperties::initTestCase()
{
    m_rounds.emplace(200);
}

QStringList TestExportProperties::expected(const Cache &cache, const QList<ImageName> &names,
                                           ExportFormat format) const
{
    QStringList lines;
    for (const ImageName &name : names) {
        const CachedImage image = *cache.find(name);
        lines.append(describe(format == ExportFormat::DockerArchive ? *onePlatform(cache, image) : image));
    }
    return lines;
}

void TestExportProperties::extractIsInverse_data()
{
    QTest::addColumn<ExportFormat>("format");
    QTest::newRow("docker-archive") << ExportFormat::DockerArchive;
    QTest::newRow("oci-archive") << ExportFormat::OciArchive;
    QTest::newRow("oci") << ExportFormat::OciLayout;
}

void TestExportProperties::extractIsInverse()
{
    QFETCH(ExportFormat, format);
    const QString memory = QStringLiteral("/dev/shm");
    for (int round = 0; round < m_rounds->rounds; ++round) {
        m_seed = m_rounds->seed + quint32(round);
        if (QFileInfo(memory).isWritable()) // what is compared here needs no syncing disk
            m_folder.emplace(memory + QLatin1String("/exportproperties-XXXXXX"));
        else
            m_folder.emplace();
        const auto first = *Cache::open(file("first"));
        QVERIFY(RandomImages(m_seed).fill(*first, 5));
        QList<ImageName> names;
        const QList<CachedImage> images = *first->images();
        for (const CachedImage &image : images) {
            if (format != ExportFormat::DockerArchive || onePlatform(*first, image))
                names.append(image.name);
        }
        if (names.isEmpty())
            continue;

        ProgressSink sink;
        OperationReport report;
        const ExportFromCache request{names, file("out"), format};
        const auto exported = ImageManager(*first).exportImages(request, sink, report, {});
        QVERIFY2(exported, text(exported));
        const auto second = *Cache::open(file("second"));
        const auto extracted =
            ImageManager(*second).executeOperation(ExtractAndCache{file("out"), {}}, {}, sink, report, {});
        QVERIFY2(extracted, text(extracted));
        QCOMPARE(contentOf(*second), expected(*first, names, format));
    }
}

QTEST_GUILESS_MAIN(TestExportProperties)
#include "tst_exportproperties.moc"

#include "core/cache/cache.h"
#include "core/cache/indexdocument.h"
#include "core/cache/indexentry.h"
#include "core/image/mediatype.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>

#include <cstdio>

using namespace dip;

// scalecache FOLDER make IMAGES BLOBS   a cache of so many images of so many blobs each, of which two thirds
// are
//                                       shared by ten images; written without syncing
// scalecache FOLDER add                 adds one image as a transfer does, and prints the milliseconds

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

struct MadeImage
{
    QByteArray config;
    QByteArrayList layers;
    Manifest manifest;
};

MadeImage make(int number, int blobs)
{
    const QByteArray config =
        R"({"architecture":"amd64","os":"linux","rootfs":{"type":"layers","diff_ids":[]},"number":)" +
        QByteArray::number(number) + '}';
    QByteArrayList layers;
    QList<Descriptor> descriptors;
    for (int i = 0; i < blobs - 1; ++i) {
        const bool shared = i < (blobs - 1) * 2 / 3;
        layers.append("layer " + QByteArray::number(i) + (shared ? " of family " : " of image ") +
                      QByteArray::number(shared ? number / 10 : number));
        descriptors.append(
            {mediatype::dockerLayerGzip, Digest::of(layers.last()), layers.last().size(), {}, {}, {}});
    }
    return {config, layers,
            Manifest::makeDocker({mediatype::dockerConfig, Digest::of(config), config.size(), {}, {}, {}},
                                 descriptors)};
}

CachedImage entry(const MadeImage &image, const QString &name)
{
    const Digest config = image.manifest.config().digest;
    CachedImage made{*ImageName::parse(name), {}, config, {}, image.manifest.digest(), {}, {}, {}, {}};
    for (const Descriptor &blob : image.manifest.blobs())
        made.blobs.append(CachedBlob::from(blob, blob.digest == config));
    made.added = QDateTime::currentDateTimeUtc();
    made.platforms = {QStringLiteral("linux/amd64")};
    return made;
}

QString nameOf(int number)
{
    return QStringLiteral("project%1/service%2:%3").arg(number / 100).arg(number / 10 % 10).arg(number % 10);
}

int makeCache(const QString &folder, int images, int blobs)
{
    if (!Cache::open(folder))
        return 1;
    IndexDocument::Changes entries;
    for (int number = 0; number < images; ++number) {
        const MadeImage image = make(number, blobs);
        CachedImage made = entry(image, nameOf(number));
        made.manifestPath = QLatin1String("manifests/") + made.name.repository.toString() + u'/' +
                            made.name.reference.toString();
        QDir().mkpath(folder + u'/' + made.manifestPath.section(u'/', 0, -2));
        write(folder + u'/' + made.manifestPath, image.manifest.bytes());
        for (const QByteArray &blob : image.layers + QByteArrayList{image.config}) {
            const QString path = folder + QLatin1String("/blobs/sha256/") + Digest::of(blob).hex();
            if (!QFile::exists(path))
                write(path, blob);
        }
        entries.emplace(made.name.indexKey(), indexentry::serialise(made, {}));
    }
    write(folder + QLatin1String("/index.json"), IndexDocument::empty().changed(entries).bytes());
    return 0;
}

int addOne(const QString &folder)
{
    const auto cache = Cache::open(folder);
    const MadeImage image = make(int(QDateTime::currentMSecsSinceEpoch() % 100'000'000) + 1'000'000, 20);
    const auto lease = cache ? (*cache)->lease({}) : Result<std::unique_ptr<Cache::Lease>>();
    if (!cache || !lease)
        return 1;
    for (const QByteArray &blob : image.layers + QByteArrayList{image.config}) {
        if (!(*cache)->writeBlob(blob))
            return 1;
    }
    QElapsedTimer clock;
    clock.start();
    if (!(*cache)->addImage(entry(image, QStringLiteral("added:%1").arg(image.manifest.digest().shortHex())),
                            image.manifest))
        return 1;
    std::printf("%lld\n", static_cast<long long>(clock.elapsed()));
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc == 5 && QByteArrayView(argv[2]) == "make")
        return makeCache(QString::fromLocal8Bit(argv[1]), QByteArray(argv[3]).toInt(),
                         QByteArray(argv[4]).toInt());
    if (argc == 3 && QByteArrayView(argv[2]) == "add")
        return addOne(QString::fromLocal8Bit(argv[1]));
    std::fputs("usage: scalecache FOLDER make IMAGES BLOBS | FOLDER add\n", stderr);
    return 2;
}

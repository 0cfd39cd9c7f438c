#include "tests/support/randomimages.h"

#include "core/image/mediatype.h"
#include "tests/support/tarwriter.h"

#include <KCompressionDevice>
#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

namespace dip::test {

namespace {

constexpr quint32 usualSeed = 20261126;

QJsonObject descriptor(QLatin1StringView mediaType, const QByteArray &bytes)
{
    return {{QStringLiteral("mediaType"), QString(mediaType)},
            {QStringLiteral("digest"), Digest::of(bytes).toString()},
            {QStringLiteral("size"), bytes.size()}};
}

QJsonObject platformJson(const Platform &platform)
{
    QJsonObject object{{QStringLiteral("os"), platform.os},
                       {QStringLiteral("architecture"), platform.architecture}};
    if (!platform.variant.isEmpty())
        object[QLatin1String("variant")] = platform.variant;
    return object;
}

Manifest parsed(const QByteArray &bytes)
{
    auto manifest = Manifest::parse(bytes);
    if (!manifest)
        qFatal("%s", qPrintable(manifest.error().detail));
    return std::move(*manifest);
}

} // namespace

// --- names

ImageName RandomImages::name(const Digest &digest)
{
    static const QStringList repositories{QStringLiteral("a"),
                                          QStringLiteral("a/b"),
                                          QStringLiteral("a/b/c"),
                                          QStringLiteral("con"),
                                          QStringLiteral("aux/nul.x"),
                                          QStringLiteral("my.org/app"),
                                          QStringLiteral("library/web"),
                                          QStringLiteral("web"),
                                          QStringLiteral("localhost/app"),
                                          QStringLiteral("prod/x-1__2"),
                                          QStringLiteral("manifests"),
                                          QStringLiteral("blobs/sha256"),
                                          QStringLiteral("index.json"),
                                          QStringLiteral("0"),
                                          QStringLiteral("docker.io/library/web"),
                                          QString(120, u'l') + u'/' + QString(134, u'm')};
    static const QStringList tags{
        QStringLiteral("1"),       QStringLiteral("latest"),     QStringLiteral("Latest"),
        QStringLiteral("LATEST"),  QStringLiteral("CON"),        QStringLiteral("b"),
        QStringLiteral("nul.txt"), QStringLiteral("v1."),        QStringLiteral("_"),
        QStringLiteral("c"),       QStringLiteral("index.json"), QString(128, u'T'),
        QStringLiteral("sha256"),  QStringLiteral("1.0-rc_1")};
    const QString repository = repositories[m_random.bounded(repositories.size())];
    const QString reference = oneIn(8) ? digest.toString() : tags[m_random.bounded(tags.size())];
    return *ImageName::parse(repository, reference);
}

// --- bytes

QByteArray RandomImages::json(const QJsonObject &object)
{
    const bool isCompact = oneIn(2);
    return QJsonDocument(object).toJson(isCompact ? QJsonDocument::Compact : QJsonDocument::Indented);
}

QByteArray RandomImages::packed(const QByteArray &bytes, Packing packing)
{
    if (packing == Packing::Plain)
        return bytes;
    QBuffer buffer;
    KCompressionDevice device(&buffer, false,
                              packing == Packing::Gzip ? KCompressionDevice::GZip : KCompressionDevice::Zstd);
    if (!device.open(QIODevice::WriteOnly) || device.write(bytes) != bytes.size())
        qFatal("cannot pack a layer");
    device.close();
    return buffer.data();
}

QByteArray RandomImages::layer()
{
    if (!m_layers.isEmpty() && !oneIn(3))
        return m_layers[m_random.bounded(m_layers.size())];
    QByteArray content(oneIn(6) ? 0 : m_random.bounded(1, 2000), Qt::Uninitialized);
    for (char &c : content)
        c = char(m_random.bounded(oneIn(2) ? 3 : 256));
    m_layers.append(TarWriter().file("f" + QByteArray::number(m_layers.size()), content).finished());
    return m_layers.last();
}

// --- images

RandomImages::Recipe RandomImages::recipe(const Platform &platform)
{
    Recipe recipe{{}, {}, platform};
    QJsonArray diffIds;
    for (int count = oneIn(10) ? 0 : m_random.bounded(1, 5); count > 0; --count) {
        recipe.layers.append(layer());
        diffIds.append(Digest::of(recipe.layers.last()).toString());
    }
    QJsonObject config = platformJson(platform);
    config[QLatin1String("rootfs")] = QJsonObject{{QStringLiteral("type"), QStringLiteral("layers")},
                                                  {QStringLiteral("diff_ids"), diffIds}};
    if (oneIn(2)) {
        config[QLatin1String("created")] = QStringLiteral("2024-01-02T03:04:05Z");
        config[QLatin1String("author")] = QStringLiteral("Zoë 作者 \"%1\"").arg(m_random.bounded(1000));
    }
    recipe.config = json(config);
    return recipe;
}

Manifest RandomImages::image(const Recipe &recipe, bool isDocker, QByteArrayList &blobs)
{
    QJsonArray layers;
    for (const QByteArray &diff : recipe.layers) {
        const auto packing = Packing(m_random.bounded(3));
        const QLatin1StringView types[2][3]{
            {mediatype::ociLayer, mediatype::ociLayerGzip, mediatype::ociLayerZstd},
            {mediatype::dockerLayer, mediatype::dockerLayerGzip, mediatype::ociLayerZstd}};
        blobs.append(packed(diff, packing));
        layers.append(descriptor(types[isDocker][int(packing)], blobs.last()));
    }
    blobs.append(recipe.config);
    QJsonObject manifest{
        {QStringLiteral("schemaVersion"), 2},
        {QStringLiteral("config"),
         descriptor(isDocker ? mediatype::dockerConfig : mediatype::ociConfig, recipe.config)},
        {QStringLiteral("layers"), layers}};
    if (isDocker || oneIn(2))
        manifest[QLatin1String("mediaType")] =
            QString(isDocker ? mediatype::dockerManifest : mediatype::ociManifest);
    if (!isDocker && oneIn(3))
        manifest[QLatin1String("annotations")] = QJsonObject{
            {QStringLiteral("org.opencontainers.image.ref.name"), QStringLiteral("misleading:1")}};
    return parsed(json(manifest));
}

/// As BuildKit puts one beside an image.
Manifest RandomImages::attestation(const Digest &subject, QByteArrayList &blobs)
{
    const QByteArray statement = json({{QStringLiteral("subject"), subject.toString()}});
    const QByteArray config =
        json({{QStringLiteral("os"), QStringLiteral("unknown")},
              {QStringLiteral("architecture"), QStringLiteral("unknown")},
              {QStringLiteral("rootfs"),
               QJsonObject{{QStringLiteral("type"), QStringLiteral("layers")},
                           {QStringLiteral("diff_ids"), QJsonArray{Digest::of(statement).toString()}}}}});
    blobs << statement << config;
    return parsed(json({{QStringLiteral("schemaVersion"), 2},
                        {QStringLiteral("mediaType"), QString(mediatype::ociManifest)},
                        {QStringLiteral("config"), descriptor(mediatype::ociConfig, config)},
                        {QStringLiteral("layers"),
                         QJsonArray{descriptor(QLatin1String("application/vnd.in-toto+json"), statement)}}}));
}

Manifest RandomImages::index(const QList<Manifest> &children, const QList<Platform> &platforms, bool isDocker)
{
    QJsonArray list;
    for (qsizetype i = 0; i < children.size(); ++i) {
        const QString type = children[i].mediaType();
        QJsonObject child{{QStringLiteral("mediaType"), type},
                          {QStringLiteral("digest"), children[i].digest().toString()},
                          {QStringLiteral("size"), children[i].bytes().size()}};
        if (!platforms[i].isEmpty())
            child[QLatin1String("platform")] = platformJson(platforms[i]);
        list.append(child);
    }
    return parsed(
        json({{QStringLiteral("schemaVersion"), 2},
              {QStringLiteral("mediaType"), QString(isDocker ? mediatype::dockerIndex : mediatype::ociIndex)},
              {QStringLiteral("manifests"), list}}));
}

RandomImages::Built RandomImages::single()
{
    if (m_recipes.isEmpty() || !oneIn(4)) // else the same content, perhaps packed otherwise
        m_recipes.append(recipe(Platform::host()));
    QByteArrayList blobs;
    Manifest manifest = image(m_recipes[m_random.bounded(m_recipes.size())], oneIn(2), blobs);
    return {{std::move(manifest), {}, {}}, blobs};
}

RandomImages::Built RandomImages::several(int depth)
{
    static const QStringList others{QStringLiteral("linux/arm64/v8"), QStringLiteral("linux/arm/v7"),
                                    QStringLiteral("windows/amd64")};
    const bool isDocker = oneIn(2);
    Built result{{parsed("{\"schemaVersion\":2,\"manifests\":[]}"), {}, {}}, {}};
    QList<Manifest> direct;
    QList<Platform> platforms;
    for (int i = 0, count = m_random.bounded(1, 4); i < count; ++i) {
        platforms.append(i == 0 ? Platform::host() : *Platform::parse(others[i - 1]));
        direct.append(image(recipe(platforms.last()), isDocker, result.blobs));
        result.tree.children.append(direct.last());
    }
    if (!isDocker && oneIn(3)) {
        platforms.append({QStringLiteral("unknown"), QStringLiteral("unknown"), {}, {}});
        direct.append(attestation(direct.first().digest(), result.blobs));
        result.tree.children.append(direct.last());
    }
    if (depth < 3 && oneIn(5)) {
        const Built below = several(depth + 1);
        result.tree.children += below.tree.children;
        result.tree.children.append(below.tree.root);
        result.blobs += below.blobs;
        platforms.append(Platform());
        direct.append(below.tree.root);
    }
    result.tree.root = index(direct, platforms, isDocker);
    return result;
}

RandomImages::Built RandomImages::built()
{
    return oneIn(4) ? several(1) : single();
}

Result<QList<ImageName>> RandomImages::fill(Cache &cache, int most)
{
    QList<ImageName> names;
    for (int count = m_random.bounded(1, most + 1); count > 0; --count) {
        const Built made = built();
        const auto lease = cache.lease({});
        if (!lease)
            return std::unexpected(lease.error());
        QByteArrayList blobs = made.blobs;
        for (const Manifest &child : made.tree.children)
            blobs.append(child.bytes());
        for (const QByteArray &blob : std::as_const(blobs)) {
            if (auto written = cache.writeBlob(blob); !written)
                return failure(written);
        }
        for (int more = oneIn(3) ? 2 : 1; more > 0; --more) {
            const ImageName own = name(made.tree.root.digest());
            if (auto added = cache.addImage(made.tree.entry(own), made.tree.root); !added)
                return failure(added);
            names.removeAll(own); // replaced
            names.append(own);
        }
    }
    return names;
}

// --- rounds

PropertyRounds::PropertyRounds(int usual) : seed(usualSeed), rounds(usual)
{
    if (qEnvironmentVariableIsSet("PROPERTY_SEED"))
        seed = qEnvironmentVariable("PROPERTY_SEED").toUInt();
    if (qEnvironmentVariableIntValue("PROPERTY_ROUNDS") > 0)
        rounds = qEnvironmentVariableIntValue("PROPERTY_ROUNDS");
    qInfo("%d rounds from the seed %u on", rounds, seed);
}

void PropertyRounds::tellIfFailed(quint32 seedOfRound)
{
    if (QTest::currentTestFailed())
        qInfo("PROPERTY_SEED=%u PROPERTY_ROUNDS=1 repeats the round that failed", seedOfRound);
}

} // namespace dip::test

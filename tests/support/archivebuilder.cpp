#include "tests/support/archivebuilder.h"

#include "tests/support/tarwriter.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QRandomGenerator>
#include <QSet>

namespace dip::test {

namespace {

QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QString text(const QByteArray &bytes)
{
    return QString::fromUtf8(bytes);
}

QJsonObject descriptor(const QString &mediaType, const QByteArray &bytes)
{
    return {{QStringLiteral("mediaType"), mediaType},
            {QStringLiteral("digest"), QStringLiteral("sha256:") + text(ArchiveBuilder::sha256(bytes))},
            {QStringLiteral("size"), bytes.size()}};
}

QString blobName(const QByteArray &bytes)
{
    return QStringLiteral("blobs/sha256/") + text(ArchiveBuilder::sha256(bytes));
}

constexpr auto ociManifestType = "application/vnd.oci.image.manifest.v1+json";
constexpr auto ociIndexType = "application/vnd.oci.image.index.v1+json";
constexpr auto ociConfigType = "application/vnd.oci.image.config.v1+json";

QByteArray makeConfig(const ImageSpec &image)
{
    QJsonArray diffIds;
    QJsonArray history;
    for (const QByteArray &layer : image.layers) {
        diffIds.append(QStringLiteral("sha256:") + text(ArchiveBuilder::sha256(layer)));
        history.append(QJsonObject{{QStringLiteral("created_by"), QStringLiteral("COPY . /")}});
    }
    QJsonObject config{
        {QStringLiteral("os"), image.os},
        {QStringLiteral("architecture"), image.architecture},
        {QStringLiteral("created"), QStringLiteral("2024-01-02T03:04:05Z")},
        {QStringLiteral("config"), QJsonObject()},
        {QStringLiteral("history"), history},
        {QStringLiteral("rootfs"), QJsonObject{{QStringLiteral("type"), QStringLiteral("layers")},
                                               {QStringLiteral("diff_ids"), diffIds}}}};
    if (!image.variant.isEmpty())
        config.insert(QStringLiteral("variant"), image.variant);
    return json(config);
}

QJsonObject platformOf(const ImageSpec &image)
{
    QJsonObject platform{{QStringLiteral("os"), image.os},
                         {QStringLiteral("architecture"), image.architecture}};
    if (!image.variant.isEmpty())
        platform.insert(QStringLiteral("variant"), image.variant);
    return platform;
}

/// Files of which each name is written once.
class FileList final
{
public:
    void add(const QString &name, const QByteArray &content)
    {
        if (m_seen.contains(name))
            return;
        m_seen.insert(name);
        m_files.append({name, content});
    }
    [[nodiscard]] ArchiveBuilder::Files take() { return std::move(m_files); }

private:
    ArchiveBuilder::Files m_files;
    QSet<QString> m_seen;
};

QString dockerConfigName(ArchiveBuilder::DockerStyle style, const QByteArray &config)
{
    const QString hex = text(ArchiveBuilder::sha256(config));
    switch (style) {
    case ArchiveBuilder::DockerStyle::Docker26:
        return blobName(config);
    case ArchiveBuilder::DockerStyle::Kaniko:
        return QStringLiteral("sha256:") + hex;
    case ArchiveBuilder::DockerStyle::Docker20:
    case ArchiveBuilder::DockerStyle::Podman:
        break;
    }
    return hex + QStringLiteral(".json");
}

QString dockerLayerName(ArchiveBuilder::DockerStyle style, const QByteArray &layer, const QByteArray &diff)
{
    switch (style) {
    case ArchiveBuilder::DockerStyle::Docker20:
        return text(ArchiveBuilder::sha256("id" + diff)) + QStringLiteral("/layer.tar");
    case ArchiveBuilder::DockerStyle::Docker26:
        return blobName(layer);
    case ArchiveBuilder::DockerStyle::Podman:
        return text(ArchiveBuilder::sha256(diff)) + QStringLiteral(".tar");
    case ArchiveBuilder::DockerStyle::Kaniko:
        break;
    }
    return text(ArchiveBuilder::sha256(layer)) + QStringLiteral(".tar.gz");
}

} // namespace

QByteArray ArchiveBuilder::layer(const QByteArray &fileName, const QByteArray &content)
{
    return TarWriter().file(fileName, content).finished();
}

QByteArray ArchiveBuilder::bigLayer(qint64 bytes, quint32 seed)
{
    QByteArray content(bytes / 4 * 4, Qt::Uninitialized);
    QRandomGenerator random(seed);
    for (qsizetype i = 0; i < content.size(); i += 4) {
        const quint32 word = random.generate();
        memcpy(content.data() + i, &word, 4);
    }
    return layer("big.bin", content);
}

QByteArray ArchiveBuilder::gzipped(const QByteArray &bytes)
{
    return run(QStringLiteral("gzip"), {QStringLiteral("-nc")}, bytes);
}

QByteArray ArchiveBuilder::sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

ArchiveBuilder::Built ArchiveBuilder::build(const ImageSpec &image)
{
    Built built{image.names, {}, makeConfig(image), image.layers, {}, QString::fromLatin1(ociManifestType),
                {}};
    QJsonArray descriptors;
    const QString type = QStringLiteral("application/vnd.oci.image.layer.v1.tar") +
                         (image.gzip ? QStringLiteral("+gzip") : QString());
    for (const QByteArray &diff : image.layers) {
        built.layers.append(image.gzip ? gzipped(diff) : diff);
        descriptors.append(descriptor(type, built.layers.last()));
    }
    built.manifest =
        json({{QStringLiteral("schemaVersion"), 2},
              {QStringLiteral("mediaType"), built.mediaType},
              {QStringLiteral("config"), descriptor(QString::fromLatin1(ociConfigType), built.config)},
              {QStringLiteral("layers"), descriptors}});
    built.blobs = built.layers;
    built.blobs << built.config << built.manifest;
    return built;
}

ArchiveBuilder &ArchiveBuilder::addImage(const ImageSpec &image)
{
    m_images.append(build(image));
    return *this;
}

namespace {

QJsonObject childDescriptor(const QByteArray &manifest, const QJsonObject &platform)
{
    QJsonObject child = descriptor(QString::fromLatin1(ociManifestType), manifest);
    child.insert(QStringLiteral("platform"), platform);
    return child;
}

} // namespace

ArchiveBuilder &ArchiveBuilder::addIndex(const IndexSpec &index)
{
    Built built{index.names, {}, {}, {}, {}, QString::fromLatin1(ociIndexType), {}};
    QList<ImageSpec> platforms = index.platforms;
    if (index.attestation)
        platforms.append({.layers = {"{\"_type\":\"https://in-toto.io/Statement/v0.1\"}"},
                          .os = QStringLiteral("unknown"),
                          .architecture = QStringLiteral("unknown")});
    QJsonArray children;
    for (qsizetype i = 0; i < platforms.size(); ++i) {
        const Built child = build(platforms.at(i));
        children.append(childDescriptor(child.manifest, platformOf(platforms.at(i))));
        if (!index.leaveOut.contains(i))
            built.blobs += child.blobs;
    }
    built.manifest = json({{QStringLiteral("schemaVersion"), 2},
                           {QStringLiteral("mediaType"), built.mediaType},
                           {QStringLiteral("manifests"), children}});
    built.blobs.append(built.manifest);
    m_images.append(built);
    return *this;
}

ArchiveBuilder &ArchiveBuilder::annotateTagOnly(bool tagOnly)
{
    m_tagOnly = tagOnly;
    return *this;
}

QByteArray ArchiveBuilder::manifest(qsizetype image) const
{
    return m_images.at(image).manifest;
}

QByteArray ArchiveBuilder::config(qsizetype image) const
{
    return m_images.at(image).config;
}

QString ArchiveBuilder::configDigest(qsizetype image) const
{
    return QStringLiteral("sha256:") + text(sha256(config(image)));
}

QString ArchiveBuilder::manifestDigest(qsizetype image) const
{
    return QStringLiteral("sha256:") + text(sha256(manifest(image)));
}

ArchiveBuilder::Files ArchiveBuilder::dockerSaveFiles(DockerStyle style) const
{
    FileList files;
    QJsonArray list;
    for (const Built &image : m_images) {
        QJsonArray layers;
        for (qsizetype i = 0; i < image.layers.size(); ++i) {
            const QByteArray &stored =
                style == DockerStyle::Kaniko ? gzipped(image.diffs.at(i)) : image.layers.at(i);
            const QString name = dockerLayerName(style, stored, image.diffs.at(i));
            layers.append(name);
            files.add(name, stored);
        }
        const QString configName = dockerConfigName(style, image.config);
        files.add(configName, image.config);
        const QJsonValue tags =
            image.names.isEmpty() ? QJsonValue() : QJsonArray::fromStringList(image.names);
        list.append(QJsonObject{{QStringLiteral("Config"), configName},
                                {QStringLiteral("RepoTags"), tags},
                                {QStringLiteral("Layers"), layers}});
    }
    if (style == DockerStyle::Docker26) {
        for (const auto &[name, content] : ociFiles())
            files.add(name, content);
    }
    files.add(QStringLiteral("manifest.json"), QJsonDocument(list).toJson(QJsonDocument::Compact));
    return files.take();
}

QJsonObject ArchiveBuilder::topDescriptor(const Built &image, const QString &name) const
{
    QJsonObject root = descriptor(image.mediaType, image.manifest);
    const QString annotation = m_tagOnly ? name.section(u':', -1) : name;
    if (!name.isEmpty())
        root.insert(QStringLiteral("annotations"),
                    QJsonObject{{QStringLiteral("org.opencontainers.image.ref.name"), annotation}});
    return root;
}

ArchiveBuilder::Files ArchiveBuilder::ociFiles() const
{
    FileList files;
    QJsonArray roots;
    for (const Built &image : m_images) {
        for (const QByteArray &blob : image.blobs)
            files.add(blobName(blob), blob);
        for (const QString &name : image.names.isEmpty() ? QStringList{QString()} : image.names)
            roots.append(topDescriptor(image, name));
    }
    files.add(QStringLiteral("oci-layout"), "{\"imageLayoutVersion\":\"1.0.0\"}");
    files.add(QStringLiteral("index.json"),
              json({{QStringLiteral("schemaVersion"), 2}, {QStringLiteral("manifests"), roots}}));
    return files.take();
}

void ArchiveBuilder::writeDockerSave(const QString &path, DockerStyle style) const
{
    writeFile(path, tar(dockerSaveFiles(style)));
}

void ArchiveBuilder::writeOci(const QString &path) const
{
    writeFile(path, tar(ociFiles()));
}

void ArchiveBuilder::writeOciFolder(const QString &path) const
{
    writeFolder(path, ociFiles());
}

QByteArray ArchiveBuilder::tar(const Files &files, const QByteArray &prefix)
{
    TarWriter writer;
    for (const auto &[name, content] : files)
        writer.file(prefix + name.toUtf8(), content);
    return writer.finished();
}

void ArchiveBuilder::writeFolder(const QString &path, const Files &files)
{
    for (const auto &[name, content] : files) {
        const QString file = path + u'/' + name;
        if (!QDir().mkpath(QFileInfo(file).path()))
            qFatal("cannot make the folder of %s", qPrintable(file));
        writeFile(file, content);
    }
}

void ArchiveBuilder::writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s: %s", qPrintable(path), qPrintable(file.errorString()));
}

void ArchiveBuilder::remove(Files &files, const QString &name)
{
    files.removeIf([&](const auto &file) { return file.first == name; });
}

void ArchiveBuilder::replace(Files &files, const QString &name, const QByteArray &content)
{
    for (auto &file : files) {
        if (file.first == name)
            file.second = content;
    }
}

QByteArray ArchiveBuilder::content(const Files &files, const QString &name)
{
    for (const auto &[known, bytes] : files) {
        if (known == name)
            return bytes;
    }
    return {};
}

QByteArray run(const QString &program, const QStringList &arguments, const QByteArray &input,
               const QString &folder)
{
    QProcess process;
    process.setProgram(program);
    process.setArguments(arguments);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    if (!folder.isEmpty())
        process.setWorkingDirectory(folder);
    process.start();
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit ||
        process.exitCode() != 0)
        qFatal("%s %s failed", qPrintable(program), qPrintable(arguments.join(u' ')));
    return process.readAllStandardOutput();
}

} // namespace dip::test

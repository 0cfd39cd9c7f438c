#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace dip::test {

/// One platform's image to be built. Layers are given by what they unpack to.
struct ImageSpec
{
    QStringList names = {};        ///< "tiny/app:1.0"
    QList<QByteArray> layers = {}; ///< tars; see ArchiveBuilder::layer
    bool gzip = false;             ///< layers are stored as .tar.gz
    QString os = QStringLiteral("linux");
    QString architecture = QStringLiteral("amd64");
    QString variant = {};
};

/// Several platforms under one index.
struct IndexSpec
{
    QStringList names = {};
    QList<ImageSpec> platforms = {}; ///< their names are not used
    QList<qsizetype> leaveOut = {};  ///< platforms whose blobs shall not be in the archive
    bool attestation = false;        ///< adds an attestation for the first platform, as BuildKit does
};

/// Makes image archives for tests: plain docker save and OCI, as tar or folder, and wrong ones. Everything is
/// the same in each run, so digests are too.
///
///     ArchiveBuilder b;
///     b.addImage({.names = {"tiny/app:1.0"}, .layers = {ArchiveBuilder::layer("a.txt", "A")}});
///     b.writeDockerSave(path);
class ArchiveBuilder final
{
public:
    using Files = QList<std::pair<QString, QByteArray>>; ///< an archive's entries in order

    /// Where the files of a docker-save archive lie.
    enum class DockerStyle {
        Docker20, ///< "<id>/layer.tar", configs "<hex>.json"
        Docker26, ///< blobs/sha256/, with index.json and oci-layout
        Podman,   ///< "<diff_id>.tar"
        Kaniko,   ///< config "sha256:<hex>", layers "<hex>.tar.gz"
    };

    /// A layer that holds one file.
    [[nodiscard]] static QByteArray layer(const QByteArray &fileName, const QByteArray &content);
    /// A layer of about so many bytes that do not compress.
    [[nodiscard]] static QByteArray bigLayer(qint64 bytes, quint32 seed = 1);
    [[nodiscard]] static QByteArray gzipped(const QByteArray &bytes);
    [[nodiscard]] static QByteArray sha256(const QByteArray &bytes); ///< the 64 digits

    ArchiveBuilder &addImage(const ImageSpec &image);
    ArchiveBuilder &addIndex(const IndexSpec &index);
    /// Only the tag in the annotation (docker and buildx do so), or the full name (skopeo); full by default.
    ArchiveBuilder &annotateTagOnly(bool tagOnly = true);

    // What went into the archive, by the order of adding; for expectations.
    [[nodiscard]] QByteArray manifest(qsizetype image) const;  ///< OCI: exact bytes, of an index too
    [[nodiscard]] QByteArray config(qsizetype image) const;    ///< of an image, not of an index
    [[nodiscard]] QString configDigest(qsizetype image) const; ///< "sha256:…"
    [[nodiscard]] QString manifestDigest(qsizetype image) const;

    [[nodiscard]] Files dockerSaveFiles(DockerStyle style = DockerStyle::Docker20) const;
    [[nodiscard]] Files ociFiles() const;
    void writeDockerSave(const QString &path, DockerStyle style = DockerStyle::Docker20) const;
    void writeOci(const QString &path) const;
    void writeOciFolder(const QString &path) const;

    // For archives with a fault: take the files, change them, write them.
    [[nodiscard]] static QByteArray tar(const Files &files, const QByteArray &prefix = {});
    static void writeFolder(const QString &path, const Files &files);
    static void writeFile(const QString &path, const QByteArray &bytes);
    static void remove(Files &files, const QString &name);
    static void replace(Files &files, const QString &name, const QByteArray &content);
    [[nodiscard]] static QByteArray content(const Files &files, const QString &name);

private:
    struct Built
    {
        QStringList names;
        QByteArray manifest;
        QByteArray config;
        QList<QByteArray> diffs;  ///< unpacked layers
        QList<QByteArray> layers; ///< as stored
        QString mediaType;
        QList<QByteArray> blobs; ///< all that the OCI layout holds for it, the manifest included
    };
    [[nodiscard]] static Built build(const ImageSpec &image);
    [[nodiscard]] QJsonObject topDescriptor(const Built &image, const QString &name) const;

    QList<Built> m_images;
    bool m_tagOnly = false;
};

/// Runs a program and fails the test where that fails.
[[nodiscard]] QByteArray run(const QString &program, const QStringList &arguments,
                             const QByteArray &input = {}, const QString &folder = {});

} // namespace dip::test

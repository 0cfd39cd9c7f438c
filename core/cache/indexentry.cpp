#include "core/cache/indexentry.h"

#include "core/cache/cachefolder.h"
#include "core/cache/jsonreader.h"

namespace dip::indexentry {

namespace {

std::unexpected<Error> damaged(const QString &detail, const QString &key)
{
    return fail(ErrorCode::CacheDamaged, detail, key);
}

/// A string field; a failure of the reader where it is something else.
QString readText(JsonReader &reader)
{
    const auto raw = reader.rawString();
    return raw ? JsonReader::decoded(*raw) : QString();
}

QDateTime readTime(JsonReader &reader)
{
    return QDateTime::fromString(readText(reader), Qt::ISODateWithMs).toUTC();
}

std::optional<Digest> toDigest(QByteArrayView raw)
{
    // Digests are 90 % of an index; no QString on the heap for each.
    std::array<char16_t, 71> text{};
    if (size_t(raw.size()) != text.size())
        return std::nullopt;
    std::ranges::copy(raw, text.begin());
    auto digest = Digest::parse(QStringView(text));
    return digest ? std::optional(*digest) : std::nullopt;
}

struct Fields
{
    QString repository;
    QString reference;
    QString configDigest;
    QString manifestDigest;
    bool hasBlobs = false;
};

/// Whether a blob's path is the one that we write; nearly all are, and nearly all of an index are blobs.
bool isPathOf(QByteArrayView path, QByteArrayView digest)
{
    constexpr QByteArrayView folder = "blobs/sha256/";
    constexpr QByteArrayView algorithm = "sha256:";
    return path.startsWith(folder) && path.sliced(folder.size()) == digest.sliced(algorithm.size());
}

bool readBlob(JsonReader &reader, QByteArrayView key, CachedBlob &blob, TextPool &pool)
{
    QByteArrayView field;
    bool sized = false;
    if (!reader.beginObject())
        return false;
    while (reader.nextMember(field)) {
        if (field == "size") {
            blob.size = reader.integer().value_or(-1);
            sized = blob.size >= 0;
        } else if (field == "digest") {
            const auto raw = reader.rawString();
            if (!raw || (*raw != key && toDigest(*raw) != blob.digest))
                return false;
        } else if (field == "path") {
            const auto raw = reader.rawString();
            if (!raw || (!isPathOf(*raw, key) && !CacheFolder::isInside(JsonReader::decoded(*raw))))
                return false;
        } else if (field == "is_config") {
            blob.isConfig = reader.boolean().value_or(false);
        } else if (field == "compressed") {
            blob.compressed = reader.boolean().value_or(false);
        } else if (field == "media_type") {
            blob.mediaType = pool.get(reader.rawString().value_or(QByteArrayView()));
        } else {
            reader.value();
        }
    }
    return sized && !reader.failed();
}

bool readBlobs(JsonReader &reader, QList<CachedBlob> &blobs, TextPool &pool)
{
    QByteArrayView key;
    if (!reader.beginObject())
        return false;
    while (reader.nextMember(key)) {
        const auto digest = toDigest(key);
        if (!digest)
            return false;
        CachedBlob blob{*digest, 0, false, false, {}};
        if (!readBlob(reader, key, blob, pool))
            return false;
        blobs.append(std::move(blob));
    }
    return !reader.failed();
}

/// Platforms are a help and no more: what makes no sense is passed over, and they are not known.
QStringList readPlatforms(JsonReader &reader, TextPool &pool)
{
    QStringList platforms;
    if (reader.peek() != '[') {
        reader.value();
        return {};
    }
    bool good = reader.beginArray();
    while (reader.nextElement()) {
        const QByteArrayView element = reader.value();
        const bool isText = element.size() > 2 && element.startsWith('"');
        const QString text = isText ? pool.get(element.sliced(1, element.size() - 2)) : QString();
        good = good && Platform::parse(text).has_value();
        platforms.append(text);
    }
    return good ? platforms : QStringList();
}

/// Copies are a help and no more: one that makes no sense is passed over.
void readCopies(JsonReader &reader, QList<ImageCopy> &copies)
{
    if (!reader.beginArray())
        return;
    while (reader.nextElement()) {
        QByteArrayView field;
        QString registry, repository, reference, digestText;
        QDateTime when;
        if (!reader.beginObject())
            return;
        while (reader.nextMember(field)) {
            if (field == "registry")
                registry = readText(reader);
            else if (field == "repository")
                repository = readText(reader);
            else if (field == "reference")
                reference = readText(reader);
            else if (field == "digest")
                digestText = readText(reader);
            else if (field == "when")
                when = readTime(reader);
            else
                reader.value();
        }
        const auto name = ImageName::parse(repository, reference);
        const auto digest = Digest::parse(digestText);
        if (name && digest)
            copies.append({registry, *name, *digest, when});
    }
}

bool readField(QByteArrayView field, JsonReader &reader, Fields &fields, CachedImage &image, TextPool &pool)
{
    if (field == "repository")
        fields.repository = readText(reader);
    else if (field == "reference")
        fields.reference = readText(reader);
    else if (field == "manifest_path")
        image.manifestPath = readText(reader);
    else if (field == "config_digest")
        fields.configDigest = readText(reader);
    else if (field == "blobs")
        return fields.hasBlobs = readBlobs(reader, image.blobs, pool);
    else if (field == "manifest_digest")
        fields.manifestDigest = readText(reader);
    else if (field == "source")
        image.source = readText(reader);
    else if (field == "added")
        image.added = readTime(reader);
    else if (field == "last_used")
        image.lastUsed = readTime(reader);
    else if (field == "copies")
        readCopies(reader, image.copies);
    else if (field == "platforms")
        image.platforms = readPlatforms(reader, pool);
    else if (field == "pinned")
        image.pinned = reader.boolean().value_or(false);
    else
        reader.value();
    return !reader.failed();
}

Result<std::optional<Digest>> optionalDigest(const QString &text)
{
    if (text.isEmpty())
        return std::optional<Digest>();
    auto digest = Digest::parse(text);
    if (!digest)
        return failure(digest);
    return *digest;
}

} // namespace

QString TextPool::get(QByteArrayView raw)
{
    for (const auto &[known, text] : std::as_const(m_texts)) {
        if (known == raw)
            return text;
    }
    QString text = JsonReader::decoded(raw);
    if (m_texts.size() < 100)
        m_texts.append({raw.toByteArray(), text});
    return text;
}

Result<ImageName> nameOfKey(QStringView key)
{
    const qsizetype slash = key.lastIndexOf(u'/');
    if (slash < 0)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("no repository and reference"),
                    key.left(300).toString());
    return ImageName::parse(key.first(slash), key.sliced(slash + 1));
}

Result<CachedImage> parse(const QString &key, QByteArrayView json, TextPool &pool)
{
    auto name = nameOfKey(key);
    if (!name)
        return damaged(QStringLiteral("the entry's key is no repository/reference"), key);
    CachedImage image{std::move(*name), {}, {}, {}, {}, {}, {}, {}, {}};
    Fields fields;
    JsonReader reader(json);
    QByteArrayView field;
    bool good = reader.beginObject();
    while (good && reader.nextMember(field))
        good = readField(field, reader, fields, image, pool);
    if (!good || !reader.atEnd() || !fields.hasBlobs)
        return damaged(QStringLiteral("the entry has not the specified form"), key);
    if (fields.repository != image.name.repository.toString() ||
        fields.reference != image.name.reference.toString())
        return damaged(QStringLiteral("the entry's repository and reference disagree with its key"), key);
    if (!CacheFolder::isManifestPath(image.manifestPath))
        return damaged(QStringLiteral("the entry's manifest_path leads out of manifests/"), key);
    auto config = optionalDigest(fields.configDigest);
    auto manifest = optionalDigest(fields.manifestDigest);
    if (!config || !manifest)
        return damaged(QStringLiteral("a digest of the entry is none"), key);
    image.configDigest = *config;
    image.manifestDigest = *manifest;
    return image;
}

bool isMeantAsEntry(QByteArrayView json)
{
    JsonReader reader(json);
    QByteArrayView field;
    if (reader.peek() != '{' || !reader.beginObject())
        return false;
    while (reader.nextMember(field)) {
        if (field == "repository" || field == "manifest_path" || field == "blobs")
            return true;
        reader.value();
    }
    return false;
}

void collectDigests(QByteArrayView text, QSet<Digest> &into)
{
    constexpr qsizetype length = 71;
    for (qsizetype at = text.indexOf("sha256:"); at >= 0 && at + length <= text.size();
         at = text.indexOf("sha256:", at + 1)) {
        if (const auto digest = toDigest(text.sliced(at, length)))
            into.insert(*digest);
    }
}

} // namespace dip::indexentry

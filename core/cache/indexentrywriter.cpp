#include "core/cache/cachefolder.h"
#include "core/cache/indexentry.h"
#include "core/cache/jsonreader.h"

#include <QHash>

namespace dip::indexentry {

namespace {

constexpr std::array entryFields{"repository", "reference",       "manifest_path", "config_digest",
                                 "blobs",      "copies",          "source",        "added",
                                 "last_used",  "manifest_digest", "pinned",        "platforms"};
constexpr std::array blobFields{"digest", "size", "path", "is_config", "compressed", "media_type"};

/// Members of an object that we do not know, as they stand: "key": value.
QByteArrayList unknownMembers(QByteArrayView object, std::span<const char *const> known)
{
    QByteArrayList list;
    JsonReader reader(object);
    QByteArrayView key;
    if (!reader.beginObject())
        return list;
    while (reader.nextMember(key)) {
        const QByteArrayView value = reader.value();
        if (!reader.failed() && std::ranges::none_of(known, [&](const char *name) { return key == name; }))
            list.append('"' + key.toByteArray() + "\": " + value.toByteArray());
    }
    return list;
}

/// What an earlier entry holds beyond our knowledge.
struct Unknown
{
    QByteArrayList members;
    QHash<QByteArray, QByteArrayList> blobs; ///< by digest
};

Unknown unknownOf(QByteArrayView entry)
{
    Unknown unknown{unknownMembers(entry, entryFields), {}};
    JsonReader reader(entry);
    QByteArrayView key;
    if (!reader.beginObject())
        return unknown;
    while (reader.nextMember(key)) {
        if (key != "blobs" || reader.peek() != '{') {
            reader.value();
            continue;
        }
        QByteArrayView digest;
        if (!reader.beginObject())
            return unknown;
        while (reader.nextMember(digest)) {
            const QByteArrayList members = unknownMembers(reader.value(), blobFields);
            if (!members.isEmpty())
                unknown.blobs.insert(digest.toByteArray(), members);
        }
    }
    return unknown;
}

QByteArray member(const char *name, const QByteArray &value)
{
    return '"' + QByteArray(name) + "\": " + value;
}

QByteArray member(const char *name, const QString &value)
{
    return member(name, JsonReader::quoted(value));
}

QByteArray member(const char *name, const std::optional<Digest> &digest)
{
    return member(name, digest ? digest->toString() : QString());
}

QByteArray member(const char *name, bool value)
{
    return member(name, QByteArray(value ? "true" : "false"));
}

QByteArray member(const char *name, const QDateTime &time)
{
    return member(name, time.toUTC().toString(Qt::ISODateWithMs));
}

QByteArray blobLine(const CachedBlob &blob, const QByteArrayList &unknown)
{
    const QByteArrayList members{member("digest", std::optional(blob.digest)),
                                 member("size", QByteArray::number(blob.size)),
                                 member("path", CacheFolder::blobPath(blob.digest)),
                                 member("is_config", blob.isConfig),
                                 member("compressed", blob.compressed),
                                 member("media_type", blob.mediaType)};
    return JsonReader::quoted(blob.digest.toString()) + ": {" + (members + unknown).join(", ") + '}';
}

QByteArray copyLine(const ImageCopy &copy)
{
    const QByteArrayList members{member("registry", copy.registry),
                                 member("repository", copy.name.repository.toString()),
                                 member("reference", copy.name.reference.toString()),
                                 member("digest", std::optional(copy.digest)), member("when", copy.when)};
    return '{' + members.join(", ") + '}';
}

QByteArray lines(const QByteArrayList &list, char open, char close)
{
    if (list.isEmpty())
        return QByteArray(1, open) + close;
    return open + QByteArray("\n      ") + list.join(",\n      ") + "\n    " + close;
}

} // namespace

QByteArray serialise(const CachedImage &image, QByteArrayView earlier)
{
    const Unknown unknown = unknownOf(earlier);
    QByteArrayList blobs;
    for (const CachedBlob &blob : image.blobs)
        blobs.append(blobLine(blob, unknown.blobs.value(blob.digest.toString().toLatin1())));
    QByteArrayList members{
        member("repository", image.name.repository.toString()),
        member("reference", image.name.reference.toString()), member("manifest_path", image.manifestPath),
        member("config_digest", image.configDigest), member("blobs", lines(blobs, '{', '}'))};
    if (image.manifestDigest)
        members.append(member("manifest_digest", image.manifestDigest));
    if (!image.source.isEmpty())
        members.append(member("source", image.source));
    if (image.added.isValid())
        members.append(member("added", image.added));
    if (image.lastUsed.isValid())
        members.append(member("last_used", image.lastUsed));
    QByteArrayList copies;
    for (const ImageCopy &copy : image.copies)
        copies.append(copyLine(copy));
    if (!copies.isEmpty())
        members.append(member("copies", lines(copies, '[', ']')));
    QByteArrayList platforms;
    for (const QString &platform : image.platforms)
        platforms.append(JsonReader::quoted(platform));
    if (!platforms.isEmpty())
        members.append(member("platforms", '[' + platforms.join(", ") + ']'));
    if (image.pinned)
        members.append(member("pinned", true));
    return "{\n    " + (members + unknown.members).join(",\n    ") + "\n  }";
}

} // namespace dip::indexentry

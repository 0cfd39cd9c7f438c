#pragma once

#include "core/cache/cachedimage.h"

#include <QSet>

namespace dip::indexentry {

/// Media types are few and blobs many: the same text is kept once.
class TextPool final
{
public:
    [[nodiscard]] QString get(QByteArrayView raw);

private:
    QList<std::pair<QByteArray, QString>> m_texts;
};

/// Reads an entry of index.json. CacheDamaged where it lacks a specified field, disagrees with its key or
/// names a path that leads out of the cache.
[[nodiscard]] Result<CachedImage> parse(const QString &key, QByteArrayView json, TextPool &pool);

/// Whether a root member that cannot be read is meant as an entry, and no field of another program.
[[nodiscard]] bool isMeantAsEntry(QByteArrayView json);

/// The name that a key stands for: everything after its last slash is the reference.
[[nodiscard]] Result<ImageName> nameOfKey(QStringView key);

/// The entry as JSON. Fields of `earlier` (the entry as it was; may be null) that we do not know are kept.
[[nodiscard]] QByteArray serialise(const CachedImage &image, QByteArrayView earlier);

/// Adds every digest that stands anywhere in a text; for documents that may not be read as they should.
void collectDigests(QByteArrayView text, QSet<Digest> &into);

} // namespace dip::indexentry

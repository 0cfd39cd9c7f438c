#include "core/cache/indexdocument.h"

#include "core/cache/jsonreader.h"

namespace dip {

Result<IndexDocument> IndexDocument::parse(QByteArray bytes)
{
    IndexDocument document;
    document.m_bytes = std::move(bytes);
    QByteArrayView text(document.m_bytes);
    if (text.startsWith("\xef\xbb\xbf")) // some editors put a byte order mark before it
        text = text.sliced(3);
    JsonReader reader(text);
    const char *start = document.m_bytes.constData();
    QByteArrayView key;
    bool good = reader.beginObject();
    while (good && reader.nextMember(key)) {
        const QByteArrayView value = reader.value();
        document.m_members.append({key.data() - start, key.size(), value.data() - start, value.size()});
    }
    if (!good || !reader.atEnd())
        return fail(ErrorCode::CacheDamaged, QStringLiteral("index.json is not valid JSON"));
    return document;
}

IndexDocument IndexDocument::empty()
{
    IndexDocument document;
    document.finish();
    return document;
}

QByteArrayView IndexDocument::rawKey(const Member &member) const
{
    return QByteArrayView(m_bytes).sliced(member.key, member.keySize);
}

QString IndexDocument::key(qsizetype i) const
{
    return JsonReader::decoded(rawKey(m_members[i]));
}

QByteArrayView IndexDocument::value(qsizetype i) const
{
    return QByteArrayView(m_bytes).sliced(m_members[i].value, m_members[i].valueSize);
}

QByteArrayView IndexDocument::find(const QString &wanted) const
{
    const QByteArray plain = wanted.toUtf8();
    for (qsizetype i = m_members.size() - 1; i >= 0; --i) {
        const QByteArrayView raw = rawKey(m_members[i]);
        // An index by another hand may write "a\/b"; ours never needs an escape.
        if (raw == plain || (raw.contains('\\') && JsonReader::decoded(raw) == wanted))
            return value(i);
    }
    return {};
}

IndexDocument IndexDocument::changed(const Changes &changes) const &
{
    qsizetype room = m_bytes.size() + 64;
    for (const auto &[key, value] : changes)
        room += 2 * key.size() + value.size() + 16;
    IndexDocument next;
    next.m_bytes.reserve(room);
    next.m_members.reserve(m_members.size() + qsizetype(changes.size()));
    for (qsizetype i = 0; i < m_members.size(); ++i) {
        if (!changes.contains(key(i)))
            next.append(rawKey(m_members[i]), value(i));
    }
    next.append(changes);
    return next;
}

IndexDocument IndexDocument::changed(const Changes &changes) &&
{
    const bool onlyAdds = std::ranges::all_of(changes, [this](const auto &change) {
        return !change.second.isNull() && find(change.first).isNull();
    });
    if (!onlyAdds || m_members.isEmpty())
        return std::as_const(*this).changed(changes);
    m_bytes.truncate(m_members.last().value + m_members.last().valueSize);
    append(changes);
    return std::move(*this);
}

void IndexDocument::append(const Changes &changes)
{
    for (const auto &[key, value] : changes) {
        if (value.isNull())
            continue;
        const QByteArray quoted = JsonReader::quoted(key);
        append(QByteArrayView(quoted).sliced(1, quoted.size() - 2), value);
    }
    finish();
}

void IndexDocument::append(QByteArrayView key, QByteArrayView value)
{
    m_bytes += m_members.isEmpty() ? "{\n  \"" : ",\n  \"";
    const qsizetype keyAt = m_bytes.size();
    m_bytes += key;
    m_bytes += "\": ";
    m_members.append({keyAt, key.size(), m_bytes.size(), value.size()});
    m_bytes += value;
}

void IndexDocument::finish()
{
    m_bytes += m_members.isEmpty() ? "{}\n" : "\n}\n";
}

} // namespace dip

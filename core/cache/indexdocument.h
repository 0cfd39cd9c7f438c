#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>

#include <map>

namespace dip {

/// The bytes of an index.json and where its root's members stand in them. A change copies all other members
/// byte for byte, so whatever they hold survives, and nothing but the changed one is written anew. A value.
class IndexDocument final
{
public:
    /// CacheDamaged where it is no JSON object.
    [[nodiscard]] static Result<IndexDocument> parse(QByteArray bytes);
    [[nodiscard]] static IndexDocument empty();

    [[nodiscard]] qsizetype size() const { return m_members.size(); }
    [[nodiscard]] QString key(qsizetype i) const;
    [[nodiscard]] QByteArrayView value(qsizetype i) const; ///< JSON
    /// The value of a key (the last one, where it stands there twice); null where there is none.
    [[nodiscard]] QByteArrayView find(const QString &key) const;

    /// Keys with their new values, as JSON; a null value removes the member.
    using Changes = std::map<QString, QByteArray>;
    [[nodiscard]] IndexDocument changed(const Changes &changes) const &;
    /// Without a copy of the rest where all keys are new.
    [[nodiscard]] IndexDocument changed(const Changes &changes) &&;

    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

private:
    struct Member
    {
        qsizetype key; ///< where it stands between its quotes
        qsizetype keySize;
        qsizetype value;
        qsizetype valueSize;
    };
    [[nodiscard]] QByteArrayView rawKey(const Member &member) const;
    void append(QByteArrayView key, QByteArrayView value);
    void append(const Changes &changes);
    void finish();

    QByteArray m_bytes;
    QList<Member> m_members;
};

} // namespace dip

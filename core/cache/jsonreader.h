#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace dip {

/// Reads JSON (RFC 8259) piece by piece and strictly, from bytes that stay where they are. The index of a
/// large cache is some 70 MB: a tree of it would cost many times that, and its parts are wanted verbatim.
/// After a failure every call answers false or nothing.
class JsonReader final
{
public:
    explicit JsonReader(QByteArrayView text) : m_pos(text.begin()), m_end(text.end()) {}

    /// The next value's first character, or 0.
    [[nodiscard]] char peek();
    [[nodiscard]] bool beginObject();
    /// The next member's key as it stands between its quotes; its value must be read next. False after the
    /// last one.
    [[nodiscard]] bool nextMember(QByteArrayView &key);
    [[nodiscard]] bool beginArray();
    /// Whether there is one more element, which must be read next.
    [[nodiscard]] bool nextElement();

    /// The text of the next value, whatever it is.
    QByteArrayView value();
    /// The next value between its quotes; nothing, and a failure, where it is no string.
    [[nodiscard]] std::optional<QByteArrayView> rawString();
    [[nodiscard]] std::optional<qint64> integer();
    [[nodiscard]] std::optional<bool> boolean();

    [[nodiscard]] bool failed() const { return m_failed; }
    /// Whether all was read, without a failure.
    [[nodiscard]] bool atEnd();

    /// A string's text from what stands between its quotes.
    [[nodiscard]] static QString decoded(QByteArrayView raw);
    /// The other way, with quotes.
    [[nodiscard]] static QByteArray quoted(const QString &text);

private:
    bool fail();
    void skipSpace();
    bool take(char c);
    bool nextItem(char close);
    bool skipString();
    bool skipEscape();
    bool skipDigits();
    bool skipNumber();
    bool skipWord(QByteArrayView word);
    bool skipContainer(int depth);
    bool skipAny(int depth);

    const char *m_pos;
    const char *m_end;
    bool m_first = false; ///< right after an opening bracket
    bool m_failed = false;
};

} // namespace dip

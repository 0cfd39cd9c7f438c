#include "core/cache/jsonreader.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace dip {

namespace {

constexpr int deepest = 200;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHexDigit(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

} // namespace

bool JsonReader::fail()
{
    m_failed = true;
    m_pos = m_end;
    return false;
}

void JsonReader::skipSpace()
{
    while (m_pos != m_end && (*m_pos == ' ' || *m_pos == '\n' || *m_pos == '\t' || *m_pos == '\r'))
        ++m_pos;
}

bool JsonReader::take(char c)
{
    skipSpace();
    if (m_pos == m_end || *m_pos != c)
        return fail();
    ++m_pos;
    return true;
}

char JsonReader::peek()
{
    skipSpace();
    return m_pos == m_end ? '\0' : *m_pos;
}

bool JsonReader::beginObject()
{
    m_first = true;
    return take('{');
}

bool JsonReader::beginArray()
{
    m_first = true;
    return take('[');
}

/// Steps over the comma before an item, or over the closing bracket.
bool JsonReader::nextItem(char close)
{
    if (m_failed)
        return false;
    const bool first = std::exchange(m_first, false);
    if (peek() == close) {
        ++m_pos;
        return false;
    }
    return first || take(',');
}

bool JsonReader::nextMember(QByteArrayView &key)
{
    if (!nextItem('}'))
        return false;
    skipSpace();
    const char *start = m_pos;
    if (!skipString())
        return false;
    key = QByteArrayView(start + 1, m_pos - 1);
    return take(':');
}

bool JsonReader::nextElement()
{
    return nextItem(']');
}

QByteArrayView JsonReader::value()
{
    skipSpace();
    const char *start = m_pos;
    m_first = false;
    return skipAny(0) ? QByteArrayView(start, m_pos) : QByteArrayView();
}

std::optional<QByteArrayView> JsonReader::rawString()
{
    skipSpace();
    const char *start = m_pos;
    m_first = false;
    if (!skipString())
        return std::nullopt;
    return QByteArrayView(start + 1, m_pos - 1);
}

std::optional<qint64> JsonReader::integer()
{
    bool good = false;
    const qint64 number = value().toLongLong(&good);
    if (good)
        return number;
    fail();
    return std::nullopt;
}

std::optional<bool> JsonReader::boolean()
{
    const QByteArrayView text = value();
    if (text == "true")
        return true;
    if (text == "false")
        return false;
    fail();
    return std::nullopt;
}

bool JsonReader::atEnd()
{
    skipSpace();
    return m_pos == m_end && !m_failed;
}

bool JsonReader::skipString()
{
    if (m_pos == m_end || *m_pos != '"')
        return fail();
    for (++m_pos; m_pos != m_end; ++m_pos) {
        if (*m_pos == '"') {
            ++m_pos;
            return true;
        }
        if (static_cast<unsigned char>(*m_pos) < 0x20)
            return fail();
        if (*m_pos == '\\' && !skipEscape())
            return false;
    }
    return fail();
}

/// From the backslash to the escape's last character.
bool JsonReader::skipEscape()
{
    if (++m_pos == m_end)
        return fail();
    if (*m_pos != 'u')
        return QByteArrayView("\"\\/bfnrt").contains(*m_pos) || fail();
    if (m_end - m_pos < 5 || !std::all_of(m_pos + 1, m_pos + 5, isHexDigit))
        return fail();
    m_pos += 4;
    return true;
}

bool JsonReader::skipDigits()
{
    const char *start = m_pos;
    m_pos = std::find_if_not(m_pos, m_end, isDigit);
    return m_pos != start || fail();
}

bool JsonReader::skipNumber()
{
    if (*m_pos == '-')
        ++m_pos;
    const bool zero = m_pos != m_end && *m_pos == '0';
    if (zero)
        ++m_pos;
    else if (!skipDigits())
        return false;
    if (m_pos != m_end && *m_pos == '.') {
        ++m_pos;
        if (!skipDigits())
            return false;
    }
    if (m_pos != m_end && (*m_pos == 'e' || *m_pos == 'E')) {
        ++m_pos;
        if (m_pos != m_end && (*m_pos == '+' || *m_pos == '-'))
            ++m_pos;
        return skipDigits();
    }
    return true;
}

bool JsonReader::skipWord(QByteArrayView word)
{
    if (!QByteArrayView(m_pos, m_end).startsWith(word))
        return fail();
    m_pos += word.size();
    return true;
}

bool JsonReader::skipContainer(int depth)
{
    if (depth > deepest)
        return fail();
    QByteArrayView key;
    if (*m_pos == '{') {
        if (!beginObject())
            return false;
        while (nextMember(key) && skipAny(depth + 1)) {
        }
    } else {
        if (!beginArray())
            return false;
        while (nextElement() && skipAny(depth + 1)) {
        }
    }
    return !m_failed;
}

bool JsonReader::skipAny(int depth)
{
    skipSpace();
    if (m_pos == m_end)
        return fail();
    switch (*m_pos) {
    case '{':
    case '[':
        return skipContainer(depth);
    case '"':
        return skipString();
    case 't':
        return skipWord("true");
    case 'f':
        return skipWord("false");
    case 'n':
        return skipWord("null");
    default:
        return skipNumber();
    }
}

QString JsonReader::decoded(QByteArrayView raw)
{
    if (!raw.contains('\\'))
        return QString::fromUtf8(raw);
    return QJsonDocument::fromJson("[\"" + raw.toByteArray() + "\"]")[0].toString();
}

QByteArray JsonReader::quoted(const QString &text)
{
    const bool plain = std::ranges::all_of(
        text, [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7f && c != u'"' && c != u'\\'; });
    if (plain)
        return '"' + text.toLatin1() + '"';
    const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return list.sliced(1, list.size() - 2);
}

} // namespace dip

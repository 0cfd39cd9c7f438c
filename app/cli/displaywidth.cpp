#include "app/cli/displaywidth.h"

#include <algorithm>
#include <array>

namespace dip::cli {

namespace {

struct Range
{
    char32_t first;
    char32_t last;
};

// Unicode, EastAsianWidth.txt: the blocks that are wide as a whole.
constexpr std::array wideRanges{
    Range{0x1100, 0x115F}, Range{0x2E80, 0x303E},   Range{0x3041, 0x33FF},   Range{0x3400, 0x4DBF},
    Range{0x4E00, 0x9FFF}, Range{0xA000, 0xA4CF},   Range{0xA960, 0xA97F},   Range{0xAC00, 0xD7A3},
    Range{0xF900, 0xFAFF}, Range{0xFE10, 0xFE19},   Range{0xFE30, 0xFE6F},   Range{0xFF00, 0xFF60},
    Range{0xFFE0, 0xFFE6}, Range{0x1F300, 0x1F64F}, Range{0x1F900, 0x1F9FF}, Range{0x20000, 0x3FFFD},
};

int widthOf(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
    case QChar::Other_Format:
    case QChar::Other_Control:
        return 0;
    default:
        break;
    }
    const bool wide = std::ranges::any_of(wideRanges, [character](const Range &range) {
        return character >= range.first && character <= range.last;
    });
    return wide ? 2 : 1;
}

int widthOf(const QList<char32_t> &characters)
{
    int width = 0;
    for (const char32_t character : characters)
        width += widthOf(character);
    return width;
}

QList<char32_t> charactersOf(QStringView text)
{
    QList<char32_t> characters;
    for (const uint character : text.toUcs4())
        characters.append(character);
    return characters;
}

QString textOf(const QList<char32_t> &characters)
{
    return QString::fromUcs4(characters.constData(), characters.size());
}

/// Punctuation that must not begin a line.
bool closes(char32_t character)
{
    return QStringLiteral("，。、；：？！）》」』】”’,.;:?!)")
        .contains(QChar(static_cast<char16_t>(character)));
}

/// Whether a line may end between the two.
bool mayBreak(char32_t before, char32_t after)
{
    if (after == U' ')
        return true;
    return (widthOf(before) == 2 || widthOf(after) == 2) && !closes(after) && before != U'（' &&
           before != U'“';
}

/// A remark in brackets goes to the next line as a whole, where it begins near the end of this one.
qsizetype beforeBracket(const QList<char32_t> &text, qsizetype from, qsizetype end)
{
    constexpr qsizetype nearness = 3; // in the last third
    for (qsizetype at = end - 1; at > end - (end - from) / nearness; --at) {
        if (text[at] == U'）' || text[at] == U')')
            return end;
        if (text[at] == U'（' || (text[at] == U'(' && text[at - 1] == U' '))
            return at;
    }
    return end;
}

/// How many characters the next line takes, from `from` on.
qsizetype lineLength(const QList<char32_t> &text, qsizetype from, int width)
{
    qsizetype end = from;
    int used = 0;
    while (end < text.size() && used + widthOf(text[end]) <= width)
        used += widthOf(text[end++]);
    if (end == text.size())
        return end - from;
    for (qsizetype at = end; at > from + 1; --at) {
        if (mayBreak(text[at - 1], text[at]))
            return beforeBracket(text, from, at) - from;
    }
    return std::max<qsizetype>(1, end - from);
}

} // namespace

int displayWidth(QStringView text)
{
    return widthOf(charactersOf(text));
}

QString padded(const QString &text, int width, Align align)
{
    const QString space(std::max(0, width - displayWidth(text)), u' ');
    return align == Align::Left ? text + space : space + text;
}

QString elided(const QString &text, int width)
{
    if (displayWidth(text) <= width)
        return text;
    if (width < 1)
        return {};
    const QList<char32_t> all = charactersOf(text);
    QList<char32_t> head;
    QList<char32_t> tail;
    int room = width - 1;
    // Taken in turn from both ends, for as long as the next character has room.
    for (qsizetype i = 0; i < all.size(); ++i) {
        const char32_t next = i % 2 == 0 ? all[i / 2] : all[all.size() - 1 - i / 2];
        if (widthOf(next) > room)
            break;
        room -= widthOf(next);
        if (i % 2 == 0)
            head.append(next);
        else
            tail.prepend(next);
    }
    return textOf(head) + u'…' + textOf(tail);
}

QStringList wrapped(const QString &text, int width)
{
    QStringList lines;
    const QList<char32_t> all = charactersOf(text);
    qsizetype at = 0;
    while (at < all.size()) {
        const qsizetype length = lineLength(all, at, std::max(2, width));
        lines.append(textOf(all.mid(at, length)).trimmed());
        at += length;
        while (at < all.size() && all[at] == U' ')
            ++at;
    }
    return lines.isEmpty() ? QStringList{QString()} : lines;
}

} // namespace dip::cli

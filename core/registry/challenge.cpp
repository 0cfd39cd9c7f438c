#include "core/registry/challenge.h"

#include <algorithm>

namespace dip {

namespace {

/// Walks through one header:  scheme [token68 | name=value, name="value", …], scheme …
class Parser final
{
public:
    explicit Parser(QByteArrayView text) : m_text(text) {}

    void parse(QList<Challenge> &challenges)
    {
        bool afterScheme = false;
        while (skip(" \t,"), !m_text.isEmpty()) {
            const auto word = takeWord();
            if (word.isEmpty()) {
                m_text.slice(1); // nothing that belongs here; go on behind it
                continue;
            }
            const auto end = m_text;
            skip(" \t");
            const bool isParameter = m_text.startsWith('=') && !challenges.isEmpty();
            if (isParameter) {
                m_text.slice(1);
                skip(" \t");
                addParameter(challenges.last(), word);
            } else if (afterScheme && !startsNewOne(end)) {
                // A token68, as Negotiate has it.
            } else {
                challenges.append({word.toByteArray().toLower()});
            }
            afterScheme = !isParameter && !m_text.startsWith(',');
        }
    }

private:
    static bool isWordCharacter(char c)
    {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               QByteArrayView("!#$%&'*+-.^_`|~/:").contains(c);
    }

    void skip(QByteArrayView characters)
    {
        while (!m_text.isEmpty() && characters.contains(m_text.front()))
            m_text.slice(1);
    }

    QByteArrayView takeWord()
    {
        const auto end = std::ranges::find_if_not(m_text, isWordCharacter);
        const auto word = m_text.first(end - m_text.begin());
        m_text.slice(word.size());
        return word;
    }

    static bool startsNewOne(QByteArrayView rest) { return rest.startsWith(' ') || rest.startsWith('\t'); }

    void addParameter(Challenge &challenge, QByteArrayView name)
    {
        const auto value = m_text.startsWith('"') ? takeQuoted() : takeUnquoted();
        // The first one counts: a repeated name would be a second opinion.
        const auto key = name.toByteArray().toLower();
        if (!challenge.parameters.contains(key))
            challenge.parameters.insert(key, QString::fromUtf8(value));
    }

    QByteArray takeQuoted()
    {
        QByteArray value;
        m_text.slice(1);
        while (!m_text.isEmpty() && m_text.front() != '"') {
            if (m_text.front() == '\\' && m_text.size() > 1)
                m_text.slice(1);
            value += m_text.front();
            m_text.slice(1);
        }
        if (!m_text.isEmpty())
            m_text.slice(1);
        return value;
    }

    /// Unquoted values may hold more than the grammar allows, as an address does.
    QByteArray takeUnquoted()
    {
        const auto end =
            std::ranges::find_if(m_text, [](char c) { return c == ',' || c == ' ' || c == '\t'; });
        const auto value = m_text.first(end - m_text.begin());
        m_text.slice(value.size());
        return value.toByteArray();
    }

    QByteArrayView m_text;
};

} // namespace

QList<Challenge> parseChallenges(const QList<QByteArray> &headers)
{
    QList<Challenge> challenges;
    for (const auto &header : headers) {
        QList<Challenge> ofThis;
        Parser(header).parse(ofThis);
        challenges += ofThis;
    }
    return challenges;
}

std::optional<Challenge> chooseChallenge(const QList<Challenge> &challenges)
{
    for (const auto &challenge : challenges) {
        if (challenge.isBearer() && !challenge.realm().isEmpty())
            return challenge;
    }
    for (const auto &challenge : challenges) {
        if (challenge.isBasic())
            return challenge;
    }
    return {};
}

} // namespace dip

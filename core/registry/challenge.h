#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace dip {

/// What a server asks for before it lets a request through (RFC 9110, 11.3; Docker distribution, Token
/// Authentication). Scheme and parameter names are in lower case.
struct Challenge
{
    QByteArray scheme;
    QHash<QByteArray, QString> parameters{};

    [[nodiscard]] bool isBearer() const { return scheme == "bearer"; }
    [[nodiscard]] bool isBasic() const { return scheme == "basic"; }
    [[nodiscard]] QString realm() const { return parameters.value("realm"); }
    [[nodiscard]] QString service() const { return parameters.value("service"); }
    [[nodiscard]] QString error() const { return parameters.value("error"); }
};

/// All challenges of an answer's WWW-Authenticate headers, each of which may hold several.
[[nodiscard]] QList<Challenge> parseChallenges(const QList<QByteArray> &headers);

/// The one that we can answer best: Bearer with a realm, else Basic.
[[nodiscard]] std::optional<Challenge> chooseChallenge(const QList<Challenge> &challenges);

} // namespace dip

#pragma once

#include <QString>

namespace dip {

/// How to sign in. Never logged; has no debug output.
struct Credentials
{
    QString username{};
    QString password{};
    QString identityToken{}; ///< an OAuth2 refresh token instead of a password

    [[nodiscard]] bool isEmpty() const
    {
        return username.isEmpty() && password.isEmpty() && identityToken.isEmpty();
    }
};

} // namespace dip

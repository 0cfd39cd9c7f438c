#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

#include "core/registry/registryaddress.h"

namespace dip::ui {

/// How the person wants a registry to be trusted.
enum class TlsChoice {
    Verify,    ///< the certificate must be trusted by this system
    CaFile,    ///< or by a file that was chosen or a certificate that was looked at
    Unchecked, ///< any certificate
    PlainHttp,
};

/// A registry that the person uses. Never holds a password.
struct RegistryProfile
{
    QString id;       ///< of our own making, stable
    QString name;     ///< as shown; empty: the address
    QString address;  ///< host or host:port
    QString username; ///< empty: anonymous
    QString project;  ///< where pushes go by default, for example "prod"; may be empty
    TlsChoice tls = TlsChoice::Verify;
    bool keepPassword = false; ///< in the system's keychain

    [[nodiscard]] static RegistryProfile create(const QString &address);
    [[nodiscard]] const QString &title() const { return name.isEmpty() ? address : name; }
    /// With the scheme that the choice of TLS means. InvalidArgument.
    [[nodiscard]] Result<RegistryAddress> parsedAddress() const;

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static RegistryProfile fromJson(const QJsonObject &json);
};

} // namespace dip::ui

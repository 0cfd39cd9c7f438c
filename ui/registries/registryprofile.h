#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>

#include "core/image/digest.h"
#include "core/registry/registryaddress.h"

namespace dip::ui {

/// How the person wants a registry to be trusted.
enum class TlsChoice {
    Verify, ///< the certificate must be trusted by this system
    CaFile, ///< or by a file of authorities that was chosen
    Pinned, ///< exactly one certificate that was looked at, by its fingerprint
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
    QString fingerprint{};     ///< of the trusted certificate, 64 hexadecimal digits; for Pinned
    bool keepPassword = false; ///< in the system's keychain
    QString product{};         ///< "Harbor"; as the last test of the connection found; may be empty
    QDateTime checked{};       ///< when it was tested last, UTC
    bool checkedGood = false;
    int retries = 3;         ///< tries after the first one, where a line is lost
    qint64 rateLimit = 0;    ///< bytes a second, of all its jobs together; 0: that of the settings
    bool pushAtOnce = false; ///< what is dropped on it, where nothing has to be decided

    [[nodiscard]] static RegistryProfile create(const QString &address);
    [[nodiscard]] const QString &title() const { return name.isEmpty() ? address : name; }
    [[nodiscard]] std::optional<Digest> pinned() const; ///< the fingerprint, where it counts and is good
    /// With the scheme that the choice of TLS means. InvalidArgument.
    [[nodiscard]] Result<RegistryAddress> parsedAddress() const;

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static RegistryProfile fromJson(const QJsonObject &json);
};

} // namespace dip::ui

#pragma once

#include <QProcessEnvironment>
#include <QString>

class QSettings;

namespace dip::ui {

enum class ProxyChoice {
    Environment, ///< HTTPS_PROXY, HTTP_PROXY and NO_PROXY, as the command line takes them
    None,
    Own,
};

/// By which proxy registries are reached. Never holds a password.
struct ProxySettings
{
    ProxyChoice choice = ProxyChoice::Environment;
    QString address;    ///< for Own: "proxy.example:3128", "socks5://10.0.0.1:1080"
    QString exceptions; ///< for Own: hosts, suffixes and address blocks without it, as in NO_PROXY

    enum class Problem { None, NoAddress, HasPassword };
    /// What is wrong with the address, where it counts.
    [[nodiscard]] Problem problem() const;
    /// The environment in which the choice holds; as it is where there is a problem.
    [[nodiscard]] QProcessEnvironment applyTo(QProcessEnvironment environment) const;

    [[nodiscard]] static ProxySettings load(const QSettings &store);
    void save(QSettings &store) const;

    friend bool operator==(const ProxySettings &, const ProxySettings &) = default;
};

} // namespace dip::ui

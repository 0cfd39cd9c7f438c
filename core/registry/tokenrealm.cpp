#include "core/registry/tokenrealm.h"

#include "core/registry/location.h"

#include <algorithm>

namespace dip {

namespace {

/// How near an address is; somebody near may name what is as far or farther, not what is nearer.
enum class Nearness { Public, Private, LinkLocal, Loopback };

Nearness nearnessOf(const QHostAddress &address)
{
    if (address.isLoopback() || address == QHostAddress(QHostAddress::AnyIPv4) ||
        address == QHostAddress(QHostAddress::AnyIPv6))
        return Nearness::Loopback;
    if (address.isLinkLocal())
        return Nearness::LinkLocal;
    return address.isPrivateUse() ? Nearness::Private : Nearness::Public;
}

/// By the name alone: names that have to be looked up are a matter of whoever runs the network.
Nearness nearnessOf(const QString &host)
{
    if (host == u"localhost" || host.endsWith(u".localhost"))
        return Nearness::Loopback;
    bool isMapped = false;
    const QHostAddress address(host);
    const QHostAddress v4(address.toIPv4Address(&isMapped));
    return address.isNull() ? Nearness::Public : nearnessOf(isMapped ? v4 : address);
}

} // namespace

Result<void> checkRealm(const QUrl &realm, const QUrl &registry, const OwnAddresses &ownAddresses)
{
    const auto refuse = [&](const QString &why) {
        return fail(
            ErrorCode::ProtocolViolation,
            QStringLiteral("the registry names the token server %1, %2").arg(urlForPeople(realm), why),
            registry.authority());
    };
    if (!realm.isValid() || realm.host().isEmpty() ||
        (realm.scheme() != u"https" && realm.scheme() != u"http"))
        return refuse(QStringLiteral("which is no HTTP address"));
    if (registry.scheme() == u"https" && realm.scheme() != u"https")
        return refuse(QStringLiteral("which is asked in plain HTTP"));
    const auto nearness = nearnessOf(realm.host());
    if (nearness == Nearness::Public || realm.host() == registry.host() ||
        nearnessOf(registry.host()) >= nearness)
        return {};
    auto own = ownAddresses();
    if (!own && own.error().code == ErrorCode::Cancelled)
        return failure(own);
    if (own && std::ranges::any_of(
                   *own, [nearness](const auto &address) { return nearnessOf(address) >= nearness; }))
        return {};
    return refuse(QStringLiteral("which is inside this machine or network while the registry is not"));
}

} // namespace dip

#include "ui/settings/proxysettings.h"

#include <QSettings>
#include <QStringList>
#include <QUrl>

namespace dip::ui {

namespace {

constexpr QLatin1StringView choiceKey("proxy/choice");
constexpr QLatin1StringView addressKey("proxy/address");
constexpr QLatin1StringView exceptionsKey("proxy/exceptions");

/// In the order of ProxyChoice.
const QStringList choiceNames{QStringLiteral("environment"), QStringLiteral("none"), QStringLiteral("own")};

QUrl urlOf(const QString &address)
{
    return QUrl(address.contains(QLatin1String("://")) ? address : QLatin1String("http://") + address);
}

bool isKnown(const QString &scheme)
{
    return scheme == u"http" || scheme == u"socks5" || scheme == u"socks5h";
}

} // namespace

ProxySettings::Problem ProxySettings::problem() const
{
    if (choice != ProxyChoice::Own)
        return Problem::None;
    const QUrl url = urlOf(address.trimmed());
    if (!url.userInfo().isEmpty())
        return Problem::HasPassword;
    return url.isValid() && !url.host().isEmpty() && isKnown(url.scheme()) ? Problem::None
                                                                           : Problem::NoAddress;
}

QProcessEnvironment ProxySettings::applyTo(QProcessEnvironment environment) const
{
    if (choice == ProxyChoice::Environment || problem() != Problem::None)
        return environment;
    for (const char *name : {"HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY"}) {
        environment.remove(QLatin1String(name));
        environment.remove(QString::fromLatin1(name).toLower());
    }
    if (choice == ProxyChoice::None)
        return environment;
    const QString proxy = urlOf(address.trimmed()).toString();
    environment.insert(QStringLiteral("HTTPS_PROXY"), proxy);
    environment.insert(QStringLiteral("HTTP_PROXY"), proxy);
    environment.insert(QStringLiteral("NO_PROXY"), exceptions);
    return environment;
}

ProxySettings ProxySettings::load(const QSettings &store)
{
    ProxySettings settings;
    settings.choice =
        ProxyChoice(std::max<qsizetype>(0, choiceNames.indexOf(store.value(choiceKey).toString())));
    settings.address = store.value(addressKey).toString();
    settings.exceptions = store.value(exceptionsKey).toString();
    return settings;
}

void ProxySettings::save(QSettings &store) const
{
    store.setValue(choiceKey, choiceNames[int(choice)]);
    store.setValue(addressKey, problem() == Problem::HasPassword ? QString() : address);
    store.setValue(exceptionsKey, exceptions);
}

} // namespace dip::ui

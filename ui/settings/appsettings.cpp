#include "ui/settings/appsettings.h"

#include <QSettings>

namespace dip::ui {

namespace {

constexpr QLatin1StringView languageKey("language");
constexpr QLatin1StringView themeKey("theme");
constexpr QLatin1StringView cacheKey("cacheFolder");
constexpr QLatin1StringView jobsKey("jobsAtOnce");
constexpr QLatin1StringView blobsKey("blobsAtOnce");
constexpr QLatin1StringView rateKey("rateLimit");
constexpr QLatin1StringView notifyDoneKey("desktop/notifyDone");
constexpr QLatin1StringView notifyNeedsYouKey("desktop/notifyNeedsYou");
constexpr QLatin1StringView trayKey("desktop/tray");
constexpr QLatin1StringView keepAwakeKey("desktop/keepAwake");

QString themeName(ThemeChoice theme)
{
    switch (theme) {
    case ThemeChoice::Light:
        return QStringLiteral("light");
    case ThemeChoice::Dark:
        return QStringLiteral("dark");
    case ThemeChoice::System:
        break;
    }
    return QStringLiteral("system");
}

ThemeChoice themeOf(const QString &name)
{
    return name == QLatin1String("light")  ? ThemeChoice::Light
           : name == QLatin1String("dark") ? ThemeChoice::Dark
                                           : ThemeChoice::System;
}

} // namespace

AppSettings AppSettings::load(const QSettings &store)
{
    AppSettings settings;
    settings.language = store.value(languageKey).toString();
    settings.theme = themeOf(store.value(themeKey).toString());
    settings.cacheFolder = store.value(cacheKey).toString();
    settings.jobsAtOnce = std::clamp(store.value(jobsKey, settings.jobsAtOnce).toInt(), 1, 16);
    settings.blobsAtOnce = std::clamp(store.value(blobsKey, settings.blobsAtOnce).toInt(), 1, 16);
    settings.notifyDone = store.value(notifyDoneKey, true).toBool();
    settings.notifyNeedsYou = store.value(notifyNeedsYouKey, true).toBool();
    settings.tray = store.value(trayKey, false).toBool();
    settings.keepAwake = store.value(keepAwakeKey, true).toBool();
    settings.rateLimit = std::max<qint64>(0, store.value(rateKey, 0).toLongLong());
    settings.proxy = ProxySettings::load(store);
    return settings;
}

void AppSettings::save(QSettings &store) const
{
    store.setValue(languageKey, language);
    store.setValue(themeKey, themeName(theme));
    store.setValue(cacheKey, cacheFolder);
    store.setValue(jobsKey, jobsAtOnce);
    store.setValue(blobsKey, blobsAtOnce);
    store.setValue(rateKey, rateLimit);
    store.setValue(notifyDoneKey, notifyDone);
    store.setValue(notifyNeedsYouKey, notifyNeedsYou);
    store.setValue(trayKey, tray);
    store.setValue(keepAwakeKey, keepAwake);
    proxy.save(store);
}

} // namespace dip::ui

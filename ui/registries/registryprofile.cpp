#include "ui/registries/registryprofile.h"

#include <QUuid>

#include <array>

namespace dip::ui {

namespace {

constexpr std::array tlsNames{
    std::pair{TlsChoice::Verify, QLatin1StringView("verify")},
    std::pair{TlsChoice::CaFile, QLatin1StringView("ca-file")},
    std::pair{TlsChoice::Unchecked, QLatin1StringView("unchecked")},
    std::pair{TlsChoice::PlainHttp, QLatin1StringView("plain-http")},
};

QLatin1StringView tlsName(TlsChoice choice)
{
    for (const auto &[value, name] : tlsNames) {
        if (value == choice)
            return name;
    }
    return tlsNames.front().second;
}

TlsChoice tlsOf(const QString &text)
{
    for (const auto &[value, name] : tlsNames) {
        if (name == text)
            return value;
    }
    return TlsChoice::Verify;
}

} // namespace

RegistryProfile RegistryProfile::create(const QString &address)
{
    RegistryProfile profile;
    profile.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    profile.address = address;
    return profile;
}

Result<RegistryAddress> RegistryProfile::parsedAddress() const
{
    const QString scheme =
        tls == TlsChoice::PlainHttp ? QStringLiteral("http://") : QStringLiteral("https://");
    return RegistryAddress::parse(QString(scheme + address));
}

QJsonObject RegistryProfile::toJson() const
{
    return {{QStringLiteral("id"), id},
            {QStringLiteral("name"), name},
            {QStringLiteral("address"), address},
            {QStringLiteral("username"), username},
            {QStringLiteral("project"), project},
            {QStringLiteral("tls"), QString(tlsName(tls))},
            {QStringLiteral("keepPassword"), keepPassword}};
}

RegistryProfile RegistryProfile::fromJson(const QJsonObject &json)
{
    RegistryProfile profile;
    profile.id = json[u"id"].toString();
    profile.name = json[u"name"].toString();
    profile.address = json[u"address"].toString();
    profile.username = json[u"username"].toString();
    profile.project = json[u"project"].toString();
    profile.tls = tlsOf(json[u"tls"].toString());
    profile.keepPassword = json[u"keepPassword"].toBool();
    return profile;
}

} // namespace dip::ui

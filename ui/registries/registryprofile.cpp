#include "ui/registries/registryprofile.h"

#include <QUuid>

#include <array>

namespace dip::ui {

namespace {

constexpr std::array tlsNames{
    std::pair{TlsChoice::Verify, QLatin1StringView("verify")},
    std::pair{TlsChoice::CaFile, QLatin1StringView("ca-file")},
    std::pair{TlsChoice::Pinned, QLatin1StringView("pinned")},
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

std::optional<Digest> RegistryProfile::pinned() const
{
    const auto digest = Digest::parse(QString(QStringLiteral("sha256:") + fingerprint));
    return tls == TlsChoice::Pinned && digest ? std::optional(*digest) : std::nullopt;
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
            {QStringLiteral("product"), product},
            {QStringLiteral("checked"), checked.toString(Qt::ISODate)},
            {QStringLiteral("checkedGood"), checkedGood},
            {QStringLiteral("fingerprint"), fingerprint},
            {QStringLiteral("keepPassword"), keepPassword},
            {QStringLiteral("retries"), retries},
            {QStringLiteral("rateLimit"), rateLimit},
            {QStringLiteral("pushAtOnce"), pushAtOnce}};
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
    profile.product = json[u"product"].toString();
    profile.checked = QDateTime::fromString(json[u"checked"].toString(), Qt::ISODate);
    profile.checkedGood = json[u"checkedGood"].toBool();
    profile.fingerprint = json[u"fingerprint"].toString();
    profile.keepPassword = json[u"keepPassword"].toBool();
    profile.retries = std::clamp(json[u"retries"].toInt(profile.retries), 0, 100);
    profile.rateLimit = std::max<qint64>(0, json[u"rateLimit"].toInteger());
    profile.pushAtOnce = json[u"pushAtOnce"].toBool();
    return profile;
}

} // namespace dip::ui

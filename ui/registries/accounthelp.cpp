#include "ui/registries/accounthelp.h"

#include <QCoreApplication>

#include <array>

#include "core/registry/httpmessage.h"
#include "core/registry/registryproduct.h"
#include "ui/registries/registryprofile.h"

namespace dip::ui {

namespace {

struct Help
{
    QLatin1StringView product; ///< as productOf() names it
    const char *text;
};

constexpr std::array helps{
    Help{QLatin1StringView("Harbor"),
         QT_TRANSLATE_NOOP(
             "AccountHelp",
             "Harbor: a robot account of a project is named robot$project+name, one of the whole "
             "system robot$name; its secret is the password. Who signs in by single sign-on uses "
             "the CLI secret of the user profile.")},
    Help{QLatin1StringView("GitLab"),
         QT_TRANSLATE_NOOP(
             "AccountHelp",
             "GitLab: a deploy token with its own user name (gitlab+deploy-token-…), or your user "
             "name and a personal access token. Pushing needs the scopes read_registry and "
             "write_registry.")},
    Help{QLatin1StringView("Quay"),
         QT_TRANSLATE_NOOP("AccountHelp",
                           "Quay: a robot account is named organization+robot; its token is the password.")},
    Help{QLatin1StringView("Nexus"),
         QT_TRANSLATE_NOOP(
             "AccountHelp",
             "Nexus: an account with rights to this repository, or its user token: the name code "
             "is the user name, the pass code the password.")},
    Help{QLatin1StringView("Artifactory"),
         QT_TRANSLATE_NOOP("AccountHelp",
                           "Artifactory: your user name, and an identity token or API key as the password.")},
    Help{
        QLatin1StringView("Azure ACR"),
        QT_TRANSLATE_NOOP("AccountHelp",
                          "Azure ACR: the name of a repository-scoped token and one of its passwords, or the "
                          "application ID of a service principal and its secret.")},
    Help{QLatin1StringView("Alibaba Cloud ACR"),
         QT_TRANSLATE_NOOP("AccountHelp",
                           "Alibaba Cloud ACR: the full account name, and the password that was set for the "
                           "registry in its console, which is not that of the account.")},
    Help{QLatin1StringView("Tencent TCR"),
         QT_TRANSLATE_NOOP(
             "AccountHelp",
             "Tencent TCR: the user name and password of a long-term access credential or service "
             "account; in the personal edition the account ID and the registry's own password.")},
    Help{QLatin1StringView("Huawei SWR"),
         QT_TRANSLATE_NOOP(
             "AccountHelp",
             "Huawei SWR: the long-term login command names both: region@AK is the user name, the "
             "login key the password.")},
    Help{QLatin1StringView("Amazon ECR"),
         QT_TRANSLATE_NOOP("AccountHelp",
                           "Amazon ECR: the user name is AWS, the password what aws ecr get-login-password "
                           "prints; it is valid for 12 hours.")},
    Help{QLatin1StringView("Docker Hub"),
         QT_TRANSLATE_NOOP("AccountHelp", "Docker Hub: your Docker ID and a personal access token.")},
    Help{QLatin1StringView("GitHub"),
         QT_TRANSLATE_NOOP("AccountHelp",
                           "GitHub: your user name and a classic personal access token with the "
                           "scope write:packages.")},
};

} // namespace

QString accountHelp(const QString &product)
{
    const auto place = std::ranges::find(helps, product, [](const Help &help) { return help.product; });
    return place == helps.end() ? QString() : QCoreApplication::translate("AccountHelp", place->text);
}

QString productOf(const RegistryProfile &profile)
{
    const auto address = profile.parsedAddress();
    if (!profile.product.isEmpty() || !address)
        return profile.product;
    HttpResponse nothingSaid; // so that only the host tells
    nothingSaid.url = address->url();
    return dip::productOf(nothingSaid);
}

} // namespace dip::ui

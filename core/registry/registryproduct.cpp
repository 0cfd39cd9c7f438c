#include "core/registry/registryproduct.h"

#include <array>

namespace dip {

namespace {

struct Mark
{
    QLatin1StringView sign; ///< lower case
    QLatin1StringView product;
};

constexpr std::array hosts{
    Mark{QLatin1StringView(".azurecr.io"), QLatin1StringView("Azure ACR")},
    Mark{QLatin1StringView(".aliyuncs.com"), QLatin1StringView("Alibaba Cloud ACR")},
    Mark{QLatin1StringView(".tencentcloudcr.com"), QLatin1StringView("Tencent TCR")},
    Mark{QLatin1StringView("ccr.ccs.tencentyun.com"), QLatin1StringView("Tencent TCR")},
    Mark{QLatin1StringView(".myhuaweicloud.com"), QLatin1StringView("Huawei SWR")},
    Mark{QLatin1StringView(".amazonaws.com"), QLatin1StringView("Amazon ECR")},
    Mark{QLatin1StringView("registry-1.docker.io"), QLatin1StringView("Docker Hub")},
    Mark{QLatin1StringView("ghcr.io"), QLatin1StringView("GitHub")},
    Mark{QLatin1StringView("quay.io"), QLatin1StringView("Quay")},
};

constexpr std::array challenges{
    Mark{QLatin1StringView("service=\"harbor-registry\""), QLatin1StringView("Harbor")},
    Mark{QLatin1StringView("service=\"container_registry\""), QLatin1StringView("GitLab")},
    Mark{QLatin1StringView("sonatype nexus"), QLatin1StringView("Nexus")},
    Mark{QLatin1StringView("artifactory"), QLatin1StringView("Artifactory")},
    Mark{QLatin1StringView("/v2/auth\""), QLatin1StringView("Quay")},
};

constexpr std::array servers{
    Mark{QLatin1StringView("nexus"), QLatin1StringView("Nexus")},
    Mark{QLatin1StringView("artifactory"), QLatin1StringView("Artifactory")},
    Mark{QLatin1StringView("zot"), QLatin1StringView("zot")},
};

template<size_t size> QString find(const std::array<Mark, size> &marks, const QString &text)
{
    for (const Mark &mark : marks) {
        if (text.contains(mark.sign))
            return QString(mark.product);
    }
    return {};
}

} // namespace

QString productOf(const HttpResponse &answer)
{
    const auto header = [&answer](QByteArrayView name) {
        return QString::fromLatin1(answer.headers.value(name)).toLower();
    };
    for (const QString &product :
         {find(hosts, answer.url.host().toLower()), find(challenges, header("WWW-Authenticate")),
          find(servers, header("Server"))}) {
        if (!product.isEmpty())
            return product;
    }
    if (!answer.headers.value("X-JFrog-Version").isEmpty())
        return QStringLiteral("Artifactory");
    return header("Docker-Distribution-Api-Version").isEmpty() ? QString() : QStringLiteral("distribution");
}

} // namespace dip

#include "core/registry/registryproduct.h"

#include <QTest>

using namespace dip;

class TestRegistryProduct final : public QObject
{
    Q_OBJECT

private slots:
    void isTold_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QByteArray>("challenge");
        QTest::addColumn<QByteArray>("server");
        QTest::addColumn<bool>("version");
        QTest::addColumn<QString>("product");
        const auto row = [](const char *name, const char *host, const char *challenge, const char *server,
                            bool version, const char *product) {
            QTest::newRow(name) << QString::fromLatin1(host) << QByteArray(challenge) << QByteArray(server)
                                << version << QString::fromLatin1(product);
        };
        row("harbor", "h.cn", "Bearer realm=\"https://h.cn/service/token\",service=\"harbor-registry\"",
            "nginx", true, "Harbor");
        row("gitlab", "r.cn", "Bearer realm=\"https://g.cn/jwt/auth\",service=\"container_registry\"", "",
            true, "GitLab");
        row("nexus by challenge", "n.cn", "BASIC realm=\"Sonatype Nexus Repository Manager\"", "", true,
            "Nexus");
        row("nexus by server", "n.cn", "", "Nexus/3.70.0-03 (OSS)", true, "Nexus");
        row("quay", "q.cn", "Bearer realm=\"https://q.cn/v2/auth\",service=\"q.cn\"", "nginx", true, "Quay");
        row("azure", "me.azurecr.io", "", "", true, "Azure ACR");
        row("alibaba", "registry.cn-hangzhou.aliyuncs.com", "", "", true, "Alibaba Cloud ACR");
        row("tencent", "me.tencentcloudcr.com", "", "", true, "Tencent TCR");
        row("docker hub", "registry-1.docker.io", "", "", true, "Docker Hub");
        row("distribution", "10.0.0.5", "Basic realm=\"test\"", "", true, "distribution");
        row("nothing tells", "10.0.0.5", "", "nginx", false, "");
    }

    void isTold()
    {
        QFETCH(QString, host);
        QFETCH(QByteArray, challenge);
        QFETCH(QByteArray, server);
        QFETCH(bool, version);
        HttpResponse answer;
        answer.url = QUrl(QStringLiteral("https://") + host + QStringLiteral("/v2/"));
        answer.headers.add("WWW-Authenticate", challenge);
        answer.headers.add("Server", server);
        if (version)
            answer.headers.add("Docker-Distribution-Api-Version", "registry/2.0");
        QTEST(productOf(answer), "product");
    }
};

QTEST_GUILESS_MAIN(TestRegistryProduct)
#include "tst_registryproduct.moc"

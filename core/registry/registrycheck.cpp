#include "core/registry/registrycheck.h"

#include "core/registry/hostlookup.h"
#include "core/registry/location.h"
#include "core/registry/proxyfromenvironment.h"
#include "core/registry/registryproduct.h"
#include "core/registry/registryshared.h"

#include <QEventLoop>
#include <QTcpSocket>
#include <QTimer>

namespace dip {

namespace {

using Kind = CheckStep::Kind;

CheckStep failed(Kind kind, Error error)
{
    return {kind, std::move(error), {}};
}

CheckStep passed(Kind kind, const QString &detail)
{
    return {kind, {}, detail};
}

/// Whether anybody takes a connection there.
Result<void> connectTo(const QHostAddress &address, int port, const RegistrySettings &settings,
                       const std::stop_token &stop)
{
    QTcpSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    QEventLoop loop;
    QTimer timer;
    const std::stop_callback onStop(
        stop, [&loop] { QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection); });
    QObject::connect(&socket, &QTcpSocket::stateChanged, &loop, [&loop](QAbstractSocket::SocketState state) {
        if (state == QAbstractSocket::ConnectedState || state == QAbstractSocket::UnconnectedState)
            loop.quit();
    });
    QObject::connect(&timer, &QTimer::timeout, &loop, &QEventLoop::quit);
    timer.start(settings.idleTimeout);
    socket.connectToHost(address, quint16(port));
    if (socket.state() == QAbstractSocket::ConnectingState)
        loop.exec();
    const auto place = settings.address.hostAndPort();
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled, {});
    if (socket.state() == QAbstractSocket::ConnectedState)
        return {};
    if (socket.state() == QAbstractSocket::UnconnectedState)
        return fail(ErrorCode::ConnectionRefused, socket.errorString(), place);
    return fail(ErrorCode::Timeout, QStringLiteral("nobody answers"), place);
}

QString listOf(const QList<QHostAddress> &addresses)
{
    QStringList texts;
    for (const auto &address : addresses)
        texts << address.toString();
    return texts.join(QStringLiteral(", "));
}

/// Adds the steps Resolve and Connect; false where one fails.
bool reach(const RegistrySettings &settings, const std::stop_token &stop, QList<CheckStep> &steps)
{
    const auto &url = settings.address.url();
    const auto proxy = ProxyFromEnvironment(settings.environment).proxyFor(url);
    if (proxy.type() != QNetworkProxy::NoProxy) {
        const auto note = QStringLiteral("left to the proxy %1:%2").arg(proxy.hostName()).arg(proxy.port());
        steps << passed(Kind::Resolve, note) << passed(Kind::Connect, note);
        return true;
    }
    auto addresses = lookUpHost(url.host(), stop);
    if (!addresses) {
        steps << failed(Kind::Resolve, addresses.error());
        return false;
    }
    steps << passed(Kind::Resolve, listOf(*addresses));
    Result<void> connected;
    for (const auto &address : *addresses) {
        connected = connectTo(address, effectivePort(url), settings, stop);
        if (connected) {
            steps << passed(Kind::Connect,
                            QStringLiteral("%1 port %2").arg(address.toString()).arg(effectivePort(url)));
            return true;
        }
    }
    steps << failed(Kind::Connect, connected.error());
    return false;
}

/// Which step of the ladder a failed first request belongs to.
Kind stepOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::HostNotFound:
    case ErrorCode::ConnectionRefused:
    case ErrorCode::ProxyFailed:
        return Kind::Connect;
    case ErrorCode::TlsUntrusted:
    case ErrorCode::TlsChanged:
    case ErrorCode::TlsFailed:
        return Kind::Tls;
    default:
        return Kind::Api;
    }
}

/// Drops a step that was passed only by assumption, as through a proxy.
void replaceFrom(QList<CheckStep> &steps, CheckStep step)
{
    steps.removeIf([&step](const CheckStep &other) { return other.kind >= step.kind; });
    steps << std::move(step);
}

CheckStep apiStep(const HttpResponse &response)
{
    const auto version = QString::fromLatin1(response.headers.value("Docker-Distribution-Api-Version"));
    const bool asks = response.status == 401 && !response.headers.value("WWW-Authenticate").isEmpty();
    if (response.status != 200 && !asks) {
        auto error = errorFromResponse(response, urlForPeople(response.url));
        if (error.code == ErrorCode::NotFound || response.status == 401 || response.isSuccess())
            error = {ErrorCode::ProtocolViolation,
                     QStringLiteral("no registry answers here: ") + error.detail,
                     error.where,
                     response.status,
                     {},
                     {}};
        return failed(Kind::Api, error);
    }
    CheckStep step = passed(
        Kind::Api, version.isEmpty() ? QStringLiteral("/v2/ answers %1").arg(response.status) : version);
    step.product = productOf(response);
    return step;
}

QString signInDetail(const Registry &registry)
{
    const auto signIn = registry.shared().signIn.known();
    const bool isAnonymous = registry.settings().credentials.isEmpty();
    if (!signIn || !signIn->challenge)
        return QStringLiteral("not asked for");
    const auto how =
        signIn->challenge->isBasic()
            ? QStringLiteral("by password")
            : QStringLiteral("by a token from %1").arg(QUrl(signIn->challenge->realm()).authority());
    return isAnonymous ? how + QStringLiteral(", anonymous") : how;
}

} // namespace

QList<CheckStep> checkRegistry(Registry &registry, AuthorizedSession &session)
{
    const auto &settings = registry.settings();
    QList<CheckStep> steps;
    if (!reach(settings, session.stopToken(), steps))
        return steps;
    auto bare = session.probe();
    if (!bare) {
        replaceFrom(steps, failed(stepOf(bare.error().code), bare.error()));
        return steps;
    }
    const bool isPlain = session.baseUrl().scheme() == u"http";
    steps << passed(Kind::Tls, isPlain ? QStringLiteral("none: plain HTTP") : bare->tls);
    steps << apiStep(*bare);
    if (steps.last().error)
        return steps;
    auto authorized = session.send(
        {.method = "GET", .url = QUrl(QStringLiteral("/v2/")), .idleTimeout = settings.idleTimeout}, {});
    if (!authorized)
        steps << failed(Kind::Authenticate, authorized.error());
    else if (!authorized->isSuccess())
        steps << failed(Kind::Authenticate, errorFromResponse(*authorized, registry.host()));
    else
        steps << passed(Kind::Authenticate, signInDetail(registry));
    return steps;
}

} // namespace dip

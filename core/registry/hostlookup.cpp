#include "core/registry/hostlookup.h"

#include <QEventLoop>
#include <QHostInfo>

namespace dip {

Result<QList<QHostAddress>> lookUpHost(const QString &name, const std::stop_token &stop)
{
    if (const QHostAddress address(name); !address.isNull())
        return QList{address};
    QEventLoop loop;
    std::optional<QHostInfo> found;
    const int lookup = QHostInfo::lookupHost(name, &loop, [&](const QHostInfo &info) {
        found = info;
        loop.quit();
    });
    const std::stop_callback onStop(
        stop, [&loop] { QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection); });
    if (!found)
        loop.exec();
    if (!found) {
        QHostInfo::abortHostLookup(lookup);
        return fail(ErrorCode::Cancelled, {});
    }
    if (found->addresses().isEmpty())
        return fail(ErrorCode::HostNotFound, found->errorString(), name);
    return found->addresses();
}

} // namespace dip

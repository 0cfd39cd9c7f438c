#pragma once

#include "core/base/result.h"

#include <QHostAddress>

#include <stop_token>

namespace dip {

/// The addresses of a host name (or the address that it is). Blocking, cancellable; not for the main thread.
/// HostNotFound, Cancelled.
[[nodiscard]] Result<QList<QHostAddress>> lookUpHost(const QString &name, const std::stop_token &stop);

} // namespace dip

#pragma once

#include <QByteArray>
#include <QString>

namespace dip::test {

/// A file's bytes; empty where it cannot be read.
[[nodiscard]] QByteArray contentOf(const QString &path);

/// A cache that holds tiny/app:1.0, extracted by the real program; for tests of what must leave it as it was.
void makeTinyCache(const QString &folder);
/// Fails the test where the cache does not hold just that image, with blobs that are what their names say.
void verifyTinyCache(const QString &folder);

} // namespace dip::test

#pragma once

#include "core/registry/registrymemory.h"
#include "tests/support/uploadbench.h"

#include <QTest>

namespace dip::test {

// What the tests of the uploader share: one row is one thing that goes wrong, and what shows that it was
// overcome as it should be. Facts in the rows' names are those of the table about real registries.

inline constexpr qint64 chunk = 1000;
inline constexpr qint64 fourChunks = 3500;
inline constexpr qint64 small = 700;
using Sizes = QList<qint64>;

struct UploadFault
{
    const char *name;
    qint64 size = fourChunks;
    QList<Rule> rules{};
    std::function<void(MemoryRegistry &)> registry{};
    std::function<void(UploadBench &)> bench{};
    std::optional<ErrorCode> error{};
    std::function<void(ScriptedRegistry &, const UploadRun &, UploadBench &)> check{};
};

/// Fills the test's table, one row for each.
void addRows(const QList<UploadFault> &faults);
/// Uploads with the fault, and compares the outcome; without an expected error all must be in the registry.
void tryFault(const UploadFault &fault);

// Which requests.
[[nodiscard]] Rule on(const QByteArray &method, Fault fault, int times = 1, int skip = 0); ///< of uploads
[[nodiscard]] Rule onHead(Fault fault, int times = 1);                                     ///< of blobs
[[nodiscard]] Rule onLarge(const QByteArray &method, qint64 limit, Fault fault);           ///< bodies above
[[nodiscard]] Rule onMount(Fault fault, int times = 1);

// What they meet.
[[nodiscard]] Fault withRange(const QByteArray &range);
[[nodiscard]] Fault withStatus(int status);
[[nodiscard]] Fault actedBut(const Answer &said);                     ///< done, but answered so
[[nodiscard]] Fault refused(int status, const QByteArray &code = {}); ///< without a code: by a proxy's page

// What the registry saw of uploads.
[[nodiscard]] Sizes bodies(ScriptedRegistry &registry, const QByteArray &method);
[[nodiscard]] qsizetype count(ScriptedRegistry &registry, const QByteArray &method);
[[nodiscard]] qsizetype openUploads(ScriptedRegistry &registry);
[[nodiscard]] QByteArray stored(ScriptedRegistry &registry, const UploadBench &bench);
[[nodiscard]] RegistryMemory::Traits remembered(ScriptedRegistry &registry, const UploadBench &bench);

void mountFromBase(UploadBench &bench);

} // namespace dip::test

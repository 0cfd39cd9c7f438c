#pragma once

#include "core/transfer/operation.h"

#include <QJsonObject>

namespace dip::cli {

enum class Deed { Pulled, Extracted, Exported, Pushed };

/// The short account of an operation, for people. `place`: the registry, or the archive. Ends with a line
/// break. After a failure (`complete` false) it says how far it came, if anywhere.
[[nodiscard]] QString accountText(Deed deed, const OperationReport &report, const QString &place,
                                  bool complete = true);

/// The same for programs.
[[nodiscard]] QJsonObject accountJson(const OperationReport &report);

/// Adds one report to another, for commands that run several operations.
void add(OperationReport &sum, const OperationReport &report);

} // namespace dip::cli

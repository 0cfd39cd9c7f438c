#pragma once

#include "core/cache/audit.h"

namespace dip::ui {

/// What was found by a verification, in one sentence; of what images suffer from.
[[nodiscard]] QString findingsTitle(const QList<AuditFinding> &findings);
/// What a person can do about it.
[[nodiscard]] QString findingsAdvice(const QList<AuditFinding> &findings);
/// One finding: what, where, who needs it, and what the repair did.
[[nodiscard]] QString findingText(const AuditFinding &finding);
/// For a ticket, in English.
[[nodiscard]] QString findingsReport(const QList<AuditFinding> &findings);
/// The images that suffer, each once.
[[nodiscard]] QList<ImageName> sufferingImages(const QList<AuditFinding> &findings);

} // namespace dip::ui

#pragma once

#include "app/cli/progress/progressmeter.h"

namespace dip::cli {

/// Finds what workers remark on single blobs, each remark once: that a registry forgot a partial upload, for
/// example. Why a blob waits is no remark; the waiting line says it.
class NoteWatch final
{
public:
    [[nodiscard]] QList<LineState> fresh(const ProgressFigures &figures);

private:
    QHash<qsizetype, QString> m_known; ///< by line
};

} // namespace dip::cli

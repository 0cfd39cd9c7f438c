#pragma once

#include "core/transfer/exportrequest.h"

#include <functional>

class QSettings;
class QWidget;

namespace dip::ui {

/// A sensible name for what images are exported to, without an ending: "platform_web_4.2.1", or
/// "images-2026-01-31" for several.
[[nodiscard]] QString exportName(const QList<ImageName> &images);

/// Lets the person choose format and place, without holding up anything else. `chosen` is called in the life
/// of `parent`; not at all where the person thinks better of it. The folder and the format are remembered.
void chooseExport(QWidget *parent, QSettings &store, const QList<ImageName> &images,
                  const std::function<void(const ExportFromCache &)> &chosen);

} // namespace dip::ui

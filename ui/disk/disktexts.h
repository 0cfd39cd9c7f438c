#pragma once

#include "ui/disk/disktree.h"

namespace dip::ui {

/// What is said of the boxes of a picture.
[[nodiscard]] QString viewTitle(const DiskFacts &facts, const DiskTree::View &view);
/// A name for a box: short, as its surroundings tell the rest.
[[nodiscard]] QString nodeName(const DiskFacts &facts, const DiskTree::Node &node);
/// All that can be told of it in some lines, to be shown or read aloud.
[[nodiscard]] QString nodeDetails(const DiskFacts &facts, const DiskTree &tree, int node);

} // namespace dip::ui

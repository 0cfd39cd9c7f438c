#pragma once

#include <QString>

namespace dip::ui {

struct RegistryProfile;

/// What robots and tokens are called with this product, in a sentence or two, and which goes into which
/// field; empty where nothing is known of it.
[[nodiscard]] QString accountHelp(const QString &product);
/// What the registry is, as a test of it found, or else as its address tells ("Azure ACR"); may be empty.
[[nodiscard]] QString productOf(const RegistryProfile &profile);

} // namespace dip::ui

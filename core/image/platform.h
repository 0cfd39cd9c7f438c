#pragma once

#include "core/base/result.h"

namespace dip {

/// An operating system and processor as indexes name them (OCI image-spec, Image Index, platform).
struct Platform
{
    QString os;
    QString architecture;
    QString variant;   ///< for example "v8"; may be empty
    QString osVersion; ///< Windows only; may be empty

    /// "os/arch" or "os/arch/variant". InvalidArgument.
    [[nodiscard]] static Result<Platform> parse(QStringView text);

    /// What images for this machine are made for: Linux, whatever system runs us, on this processor.
    [[nodiscard]] static Platform host();

    [[nodiscard]] QString toString() const;
    [[nodiscard]] bool isEmpty() const { return os.isEmpty() && architecture.isEmpty(); }
    /// Attestations stand in an index under "unknown/unknown": they are for no machine.
    [[nodiscard]] bool isMachine() const { return os != QLatin1String("unknown"); }

    /// Whether this, as an index offers it, serves `wanted`. A variant that is not asked for matches any;
    /// arm64 without a variant is v8.
    [[nodiscard]] bool serves(const Platform &wanted) const;

    friend bool operator==(const Platform &, const Platform &) = default;
};

/// A platform's text as lists show it: "linux" goes without saying.
[[nodiscard]] QString shortPlatform(const QString &platform);

} // namespace dip

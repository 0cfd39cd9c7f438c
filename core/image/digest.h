#pragma once

#include "core/base/result.h"
#include "core/base/sha256.h"

#include <QHash>
#include <QString>

#include <compare>

namespace dip {

/// "sha256:" and 64 lower-case hexadecimal digits (OCI image-spec, Descriptors, Digests). Only SHA-256 is
/// supported: no registry in use hands out anything else. A value type of 32 bytes; always valid.
class Digest final
{
public:
    /// ManifestInvalid for a wrong form, Unsupported for another algorithm.
    [[nodiscard]] static Result<Digest> parse(QStringView text);
    [[nodiscard]] static Digest fromSum(const Sha256::Sum &sum) { return Digest(sum); }
    [[nodiscard]] static Digest of(QByteArrayView data) { return Digest(Sha256::of(data)); }

    [[nodiscard]] QString toString() const; ///< "sha256:…"
    [[nodiscard]] QString hex() const;      ///< the 64 digits
    [[nodiscard]] QString shortHex() const; ///< the first 12 digits, for people

    friend auto operator<=>(const Digest &, const Digest &) = default;
    friend size_t qHash(const Digest &digest, size_t seed = 0) noexcept
    {
        return qHashBits(digest.m_sum.data(), 8, seed);
    }

private:
    explicit Digest(const Sha256::Sum &sum) : m_sum(sum) {}
    Sha256::Sum m_sum;
};

} // namespace dip

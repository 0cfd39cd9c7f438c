#pragma once

#include <QByteArrayView>

#include <array>
#include <memory>

struct evp_md_ctx_st;

namespace dip {

/// SHA-256 (FIPS 180-4) by OpenSSL, fed in pieces. Not thread-safe; cheap to make.
class Sha256 final
{
public:
    using Sum = std::array<unsigned char, 32>;

    Sha256();
    ~Sha256();
    Sha256(Sha256 &&) noexcept;
    Sha256 &operator=(Sha256 &&) noexcept;

    void add(QByteArrayView data);

    /// The sum of all that was added; ends the use of this object.
    [[nodiscard]] Sum finish();

    [[nodiscard]] static Sum of(QByteArrayView data);

private:
    struct Free
    {
        void operator()(evp_md_ctx_st *context) const;
    };
    std::unique_ptr<evp_md_ctx_st, Free> m_context;
};

} // namespace dip

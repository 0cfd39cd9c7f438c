#include "core/base/sha256.h"

#include <openssl/evp.h>

namespace dip {

void Sha256::Free::operator()(evp_md_ctx_st *context) const
{
    EVP_MD_CTX_free(context);
}

Sha256::Sha256() : m_context(EVP_MD_CTX_new())
{
    EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr);
}

Sha256::~Sha256() = default;
Sha256::Sha256(Sha256 &&) noexcept = default;
Sha256 &Sha256::operator=(Sha256 &&) noexcept = default;

void Sha256::add(QByteArrayView data)
{
    EVP_DigestUpdate(m_context.get(), data.data(), size_t(data.size()));
}

Sha256::Sum Sha256::finish()
{
    Sum sum{};
    unsigned int length = 0;
    EVP_DigestFinal_ex(m_context.get(), sum.data(), &length);
    return sum;
}

Sha256::Sum Sha256::of(QByteArrayView data)
{
    Sha256 hash;
    hash.add(data);
    return hash.finish();
}

} // namespace dip

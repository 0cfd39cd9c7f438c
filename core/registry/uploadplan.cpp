#include "core/registry/uploadplan.h"

#include <algorithm>

namespace dip {

namespace {

/// Halving ends here: 1 MiB for chunks of 64 MiB. Smaller ones would cost more than they are worth.
constexpr qint64 smallestShare = 64;
/// Where a person has asked for small ones, halving goes on to a 16th of what was asked for, and asking ends
/// here.
constexpr qint64 smallestShareOfAsked = 16;
constexpr qint64 smallestAsked = 16 * 1024;

} // namespace

UploadPlan::UploadPlan(qint64 size, qint64 chunk, const RegistryMemory::Traits &known)
    : m_size(size), m_chunk(std::max<qint64>(1, chunk)), m_known(known), m_traits(known)
{}

qint64 UploadPlan::chunk() const
{
    qint64 bytes = m_chunk;
    if (m_traits.maxChunk > 0)
        bytes = std::min(bytes, m_traits.maxChunk);
    return std::max(bytes, m_traits.minChunk);
}

qint64 UploadPlan::smallest() const
{
    const qint64 byItself = m_chunk / smallestShare;
    const bool isAskedFor = m_known.maxChunk > 0 && m_known.maxChunk < byItself;
    return std::max(
        {m_traits.minChunk, isAskedFor ? m_known.maxChunk / smallestShareOfAsked : byItself, qint64(1)});
}

qint64 UploadPlan::smallerPiece(qint64 chunk, const RegistryMemory::Traits &known)
{
    const qint64 tried = std::max<qint64>(1, chunk / smallestShare);
    const qint64 least = std::min(smallestAsked, tried);
    return std::max(least, (known.maxChunk > 0 ? std::min(known.maxChunk, tried) : tried) / 4);
}

bool UploadPlan::isOnePut(qint64 offset) const
{
    if (m_size == 0)
        return true;
    return offset == 0 && !m_traits.needsPatch && (m_traits.noChunks || m_size <= chunk());
}

bool UploadPlan::canGoOnFrom(qint64 offset) const
{
    return offset == 0 || offset == m_size || !m_traits.noChunks;
}

qint64 UploadPlan::pieceAt(qint64 offset) const
{
    const qint64 rest = m_size - offset;
    return m_traits.noChunks ? rest : std::min(rest, chunk());
}

void UploadPlan::bound(qint64 minimum, qint64 maximum)
{
    if (minimum > 0)
        m_traits.minChunk = minimum;
    if (maximum > 0)
        m_traits.maxChunk = m_traits.maxChunk > 0 ? std::min(maximum, m_traits.maxChunk) : maximum;
}

bool UploadPlan::refuseSize(qint64 length)
{
    if (m_chunksRefused)
        return false;
    if (length <= smallest())
        return refuseChunks();
    m_traits.maxChunk = std::max(std::min(length / 2, m_chunk), smallest());
    m_traits.noChunks = false;
    return true;
}

bool UploadPlan::refuseChunks()
{
    if (m_chunksRefused || m_onePutRefused)
        return false;
    m_chunksRefused = true;
    m_traits.noChunks = true;
    m_traits.needsPatch = false;
    return true;
}

bool UploadPlan::refuseOnePut()
{
    if (m_onePutRefused || m_chunksRefused)
        return false;
    m_onePutRefused = true;
    m_traits.needsPatch = true;
    return true;
}

void UploadPlan::teach(RegistryMemory::Traits &traits) const
{
    // Other uploads teach at the same time, so only what is news.
    const auto tell = [](auto known, auto now, auto &remembered) {
        if (now != known)
            remembered = now;
    };
    tell(m_known.noChunks, m_traits.noChunks, traits.noChunks);
    tell(m_known.needsPatch, m_traits.needsPatch, traits.needsPatch);
    tell(m_known.maxChunk, m_traits.maxChunk, traits.maxChunk);
    tell(m_known.minChunk, m_traits.minChunk, traits.minChunk);
}

} // namespace dip

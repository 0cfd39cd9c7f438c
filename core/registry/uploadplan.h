#pragma once

#include "core/registry/registrymemory.h"

namespace dip {

/// In which pieces one blob goes up, by what is known of the registry and what it refuses on the way: all in
/// the PUT, all in one PATCH, or PATCH after PATCH. Every refusal leaves fewer ways, so that it comes to an
/// end.
class UploadPlan final
{
public:
    UploadPlan(qint64 size, qint64 chunk, const RegistryMemory::Traits &known);

    /// Whether the final PUT carries the blob, for a session that holds `offset` bytes.
    [[nodiscard]] bool isOnePut(qint64 offset) const;
    /// Whether a session that holds `offset` bytes can be gone on with at all.
    [[nodiscard]] bool canGoOnFrom(qint64 offset) const;
    /// The next PATCH's length.
    [[nodiscard]] qint64 pieceAt(qint64 offset) const;
    /// Whether more than one request is needed for the body, so that a note of it is worth while.
    [[nodiscard]] bool isChunked() const { return m_size > chunk(); }

    /// OCI-Chunk-Min-Length (OCI distribution-spec, Pushing a blob in chunks) and OCI-Chunk-Max-Length; 0:
    /// not said.
    void bound(qint64 minimum, qint64 maximum);

    /// A piece smaller than any that has been tried, for who asks for it (see Registry::useSmallerPieces).
    [[nodiscard]] static qint64 smallerPiece(qint64 chunk, const RegistryMemory::Traits &known);

    // What the registry refused; false where no way is left.
    [[nodiscard]] bool refuseSize(qint64 length); ///< a body of that length is too large
    [[nodiscard]] bool refuseChunks();            ///< PATCH, or going on after one
    [[nodiscard]] bool refuseOnePut();            ///< a body in the PUT

    /// What was found out, for the memory, once the blob has gone up this way.
    void teach(RegistryMemory::Traits &traits) const;
    [[nodiscard]] bool noHead() const { return m_known.noHead; }

private:
    [[nodiscard]] qint64 chunk() const;
    [[nodiscard]] qint64 smallest() const;

    const qint64 m_size;
    const qint64 m_chunk;
    const RegistryMemory::Traits m_known;
    RegistryMemory::Traits m_traits; ///< as this upload sees them by now
    bool m_chunksRefused = false;    ///< in this upload, not only in an earlier one
    bool m_onePutRefused = false;
};

} // namespace dip

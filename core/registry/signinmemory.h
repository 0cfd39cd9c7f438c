#pragma once

#include "core/registry/challenge.h"
#include "core/registry/singleflight.h"

namespace dip {

/// What a registry was found to ask for: nothing, or a challenge.
struct SignIn
{
    std::optional<Challenge> challenge{};
};

/// Learnt once for all threads that talk to a registry. Thread-safe.
class SignInMemory final
{
public:
    [[nodiscard]] std::optional<SignIn> known() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_known;
    }
    void learn(const SignIn &signIn)
    {
        const std::scoped_lock lock(m_mutex);
        m_known = signIn;
    }

    /// What is known, or else found by `find` (which learns it, if it is worth keeping), by one thread for
    /// all.
    [[nodiscard]] Result<SignIn> obtain(const std::function<Result<SignIn>()> &find,
                                        const std::stop_token &stop)
    {
        return m_finding.get({}, [this] { return known(); }, find, stop);
    }

private:
    mutable std::mutex m_mutex;
    std::optional<SignIn> m_known;
    SingleFlight<SignIn> m_finding;
};

} // namespace dip

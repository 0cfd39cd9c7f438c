#pragma once

#include "core/registry/ratelimiter.h"
#include "core/registry/registry.h"
#include "core/registry/registrymemory.h"
#include "core/registry/signinmemory.h"
#include "core/registry/tokencache.h"
#include "core/registry/uploadjournal.h"

#include <atomic>

namespace dip {

/// See Registry: what its clients share. Private to core/registry.
struct Registry::Shared
{
    explicit Shared(RegistrySettings given)
        : settings(std::move(given))
        , memory(settings.memoryFile, settings.address.hostAndPort())
        , journal(settings.journalFolder)
    {
        // A challenge is not remembered: where a token is had is for the registry to say each time.
        if (memory.traits().asksNothing && !settings.skipTls)
            signIn.learn({});
    }

    const RegistrySettings settings;
    TokenCache tokens;                   ///< by registry, service and scope
    SignInMemory signIn;                 ///< what the registry asks for
    RegistryMemory memory;               ///< what the registry was learnt to refuse
    UploadJournal journal;               ///< unfinished uploads
    std::atomic<bool> plainHttp = false; ///< skipTls found that the registry speaks no TLS
};

} // namespace dip

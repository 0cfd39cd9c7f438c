#include "core/base/threadstate.h"

#include <openssl/crypto.h>

namespace dip {

void releaseThreadState()
{
    OPENSSL_thread_stop();
}

} // namespace dip

#pragma once

namespace dip {

/// Frees what OpenSSL keeps for the calling thread. The last deed of work on a pool's thread: to wait for a
/// QThread is not to wait for the end of its thread_local clean-up, so at the program's end that could run
/// too late, beside OpenSSL's own end.
void releaseThreadState();

} // namespace dip

#pragma once

#include <QString>

namespace dip::cli {

/// Overwrites a secret in the memory of the process's arguments, so that it leaves the list of processes.
void hideInArguments(int argc, char **argv, const QString &secret);

} // namespace dip::cli

#pragma once

#include "core/registry/httpmessage.h"

namespace dip {

/// What kind of registry answers, by its host's name and its answer to GET /v2/ without credentials:
/// "Harbor", "Nexus", "Quay", "GitLab" and others by their own names; "distribution" for docker's own and
/// what speaks like it; empty where nothing tells. A guess for people, never to be relied on.
[[nodiscard]] QString productOf(const HttpResponse &answer);

} // namespace dip

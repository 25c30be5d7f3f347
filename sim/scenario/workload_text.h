// The workload identity as a table for a terminal.
#pragma once

#include <string>

#include "scenario/workload.h"

namespace lscb::scenario {

/// Appends the identity to `out`: processes, roles at establishment and in post, adjustments with their
/// grades, findings. Plain text, at most 110 columns, ends in a newline.
void print_workload(std::string& out, const Workload& workload);

}  // namespace lscb::scenario

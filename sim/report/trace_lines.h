// A trace: one JSON object a line for each step of a family's course (TRACE.md has the schema).
#pragma once

#include <cstdint>
#include <string>

#include "trace/step.h"

namespace lscb::report {

/// Appends the step's line, with its end. `replication` from 1.
void append_trace_line(std::string& out, int replication, const trace::Step& step);

/// "2011-05-04T10:15": the minute.
[[nodiscard]] std::string iso_minute(Instant at);

}  // namespace lscb::report

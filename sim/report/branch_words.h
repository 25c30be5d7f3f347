// The turns of the pathway in plain words.
#pragma once

#include "trace/branch.h"

namespace lscb::report {

/// What the turn says in a family's chronology; empty where another step already says it.
[[nodiscard]] const char* words(trace::Branch branch);
/// A review that leaves things as they are.
[[nodiscard]] bool is_routine(trace::Branch branch);
/// It settles what becomes of a call, or passes it on to an open case.
[[nodiscard]] bool decides_a_call(trace::Branch branch);

}  // namespace lscb::report

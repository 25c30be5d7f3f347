// What the text of an experiment begins with.
#pragma once

#include <string>
#include <string_view>

#include "experiment/basis.h"

namespace lscb::report {

/// The mark of every result; a line that says what this one is; what is counted; and how many runs it rests
/// on, where `lives` goes on after "replications" and `intervals` after "intervals at 95 %".
void put_head(std::string& out, std::string_view about, const experiment::Basis& basis,
              std::string_view intervals = {}, std::string_view lives = {});

}  // namespace lscb::report

#include "report/head.h"

#include <fmt/core.h>

#include "report/layout.h"
#include "report/phrases.h"

namespace lscb::report {

void put_head(std::string& out, std::string_view about, const experiment::Basis& basis,
              std::string_view intervals, std::string_view lives) {
  put_row(out, 0, heading);
  out += '\n';
  put_row(out, 0, about);
  put_row(out, 0, fmt::format("Counted   {}", window_in_words(basis.counted)));
  put_row(out, 0,
          fmt::format("Runs      {} replications{}, seed {}; intervals at {:g} %{}", basis.replications,
                      lives, basis.seed, basis.confidence * 100.0, intervals));
}

}  // namespace lscb::report

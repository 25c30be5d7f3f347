// What each recommendation costs and does, as simulated: a short page of a comparison.
//
// Spend and hours are told apart. Spend is what is paid for; hours come out of the time of staff who are paid
// already, so that they cost other work and no pounds. Both are net: what a recommendation brings or saves
// further on is in them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "experiment/compare.h"

namespace lscb::report {

/// What an alternative of the comparison answers.
struct Recommended {
  std::string recommendation;       ///< in a few words
  std::string kind;                 ///< of change
  std::vector<std::string> owners;  ///< who can decide it
};

/// REQUIRES: one of `recommended` for each alternative, in their order.
[[nodiscard]] std::string cost_text(const experiment::CompareResult& comparison,
                                    const std::vector<Recommended>& recommended);
/// As JSON.md says under "What recommendations cost". REQUIRES: likewise.
[[nodiscard]] std::string cost_json(const experiment::CompareResult& comparison,
                                    const std::vector<Recommended>& recommended, std::string_view version);

}  // namespace lscb::report

// `lscb levers --cost`: what each recommendation of the review costs and does, as simulated.
#include <fmt/core.h>

#include <algorithm>

#include "cli/command.h"
#include "cli/comparison.h"
#include "cli/loading.h"
#include "report/cost.h"
#include "scenario/change_kinds.h"

namespace lscb::cli {
namespace {

using scenario::ChangeKind;
using scenario::Recommendation;

constexpr const char* base_name = "no-change";

/// Kinds that answer a recommendation, in the order of the review; only the one asked for, if one is.
std::vector<const ChangeKind*> answering(const std::optional<std::string>& only) {
  std::vector<const ChangeKind*> kinds;
  for (const ChangeKind* kind : scenario::change_kinds()) {
    if (kind->answers == Recommendation::none || (only && *only != kind->name)) continue;
    kinds.push_back(kind);
  }
  std::stable_sort(kinds.begin(), kinds.end(), [](auto* a, auto* b) { return a->answers < b->answers; });
  return kinds;
}

}  // namespace

int tell_cost(const LeversCommand& command) {
  const auto kinds = answering(command.kind);
  if (kinds.empty()) {
    tell(std::vector<std::string>{fmt::format(
        "no recommendation of the review asks for {}; `lscb compare {} SCENARIO` tells what it does",
        command.kind.value_or("anything"), base_name)});
    return exit_bad_input;
  }
  std::vector<std::string> scenarios{base_name};
  std::vector<report::Recommended> recommended;
  for (const ChangeKind* kind : kinds) {
    scenarios.emplace_back(kind->example);
    recommended.push_back(
        {scenario::words_of(kind->answers), kind->name, {kind->owners.begin(), kind->owners.end()}});
  }
  return compare_and_tell(scenarios, command.options, command.output, command.progress,
                          [&](const experiment::CompareResult& result) {
                            return Forms{[&] { return report::cost_text(result, recommended); },
                                         [&] { return report::cost_json(result, recommended, version()); },
                                         {}};
                          });
}

}  // namespace lscb::cli

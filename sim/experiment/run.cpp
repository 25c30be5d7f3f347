#include "experiment/run.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <string_view>

#include "experiment/replications.h"
#include "experiment/summary.h"

namespace lscb::experiment {
namespace {

std::string iso(Instant at) {
  const auto date = date_of(at);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

void object_to_numbers(const Options& options, std::vector<std::string>& found) {
  if (options.replications < 2 || options.replications > 1'000'000) {
    found.push_back(fmt::format("{} replications; expected 2 to 1,000,000", options.replications));
  }
  // Asked for what is sound, so that no NaN passes.
  const bool sound_confidence = options.confidence >= 0.5 && options.confidence <= 0.9999;
  if (!sound_confidence) {
    found.push_back(fmt::format("a confidence of {}; expected 0.5 to 0.9999", options.confidence));
  }
  const bool sound_delta = !options.delta || (std::isfinite(*options.delta) && *options.delta >= 0.0);
  if (!sound_delta) {
    found.push_back(
        fmt::format("a delta of {}; expected a number of children a year, 0 or more", *options.delta));
  }
  if (options.threads < 0 || options.threads > 1024) {
    found.push_back(
        fmt::format("{} threads; expected 1 to 1024, or 0 for as many as the machine has", options.threads));
  }
}

void object_to_window(const world::Design& design, const Options& options, std::vector<std::string>& found) {
  const Interval window = design.window;
  const auto object_to_date = [&](std::string_view name, const std::optional<Instant>& at) {
    if (!at || (window.from <= *at && *at <= window.to)) return;
    found.push_back(fmt::format("--{} {} lies outside the scenario {}; expected a date from {} to {}", name,
                                iso(*at), design.scenario, iso(window.from), iso(window.to)));
  };
  object_to_date("from", options.from);
  object_to_date("to", options.to);
  const Instant from = options.from.value_or(window.from);
  const Instant to = options.to.value_or(window.to);
  if (found.empty() && from >= to) {
    found.push_back(
        fmt::format("nothing to count from {} to {}; expected --from before --to", iso(from), iso(to)));
  }
}

}  // namespace

std::vector<std::string> objections(const std::vector<const world::Design*>& designs,
                                    const Options& options) {
  std::vector<std::string> found;
  object_to_numbers(options, found);
  if (designs.empty()) {
    found.push_back("no scenario to run");
    return found;
  }
  const world::Design& base = *designs.front();
  object_to_window(base, options, found);
  for (const auto* design : designs) {
    if (design->window.from == base.window.from && design->window.to == base.window.to) continue;
    found.push_back(
        fmt::format("{} lasts from {} to {}, but {} from {} to {}; expected scenarios of one period (set "
                    "`from` and `to` alike)",
                    design->scenario, iso(design->window.from), iso(design->window.to), base.scenario,
                    iso(base.window.from), iso(base.window.to)));
  }
  return found;
}

std::vector<const world::Design*> addresses_of(const std::vector<world::Design>& designs) {
  std::vector<const world::Design*> all;
  all.reserve(designs.size());
  for (const world::Design& design : designs) all.push_back(&design);
  return all;
}

FullRun run(const world::Design& design, const Options& options, const Hooks& hooks,
            const Replicator& replicator, const std::vector<measures::Measure>& catalogue) {
  refuse(objections({&design}, options));
  Workload workload = workload_of(options, hooks);
  workload.designs = {design};
  workload.counted = {options.from.value_or(design.window.from), options.to.value_or(design.window.to)};
  workload.measures = catalogue.size();
  workload.keep_branches = true;
  const auto measures = Catchments{workload.designs}.behind(catalogue);
  const Replications replications{std::move(workload), replicator, hooks.progress};
  replications.wait();

  const int done = replications.done_from_first();
  StudentT t{options.confidence};
  FullRun full;
  full.result = summarise(replications, 0, done, measures, t);
  for (int r = 0; r < done; ++r) {
    const world::Outcome& outcome = replications.outcomes(r).front();
    full.effort.events_run_in += outcome.effort.events_run_in;
    full.effort.events_window += outcome.effort.events_window;
    full.effort.events_run_on += outcome.effort.events_run_on;
    for (const auto& branch : outcome.branches) {
      const auto place = std::find_if(full.branches.begin(), full.branches.end(),
                                      [&branch](const BranchCount& known) { return known.id == branch.id; });
      if (place == full.branches.end()) {
        full.branches.push_back({branch.id, branch.when_zero ? branch.when_zero : "", branch.taken});
      } else {
        place->taken += branch.taken;
      }
    }
  }
  return full;
}

}  // namespace lscb::experiment

// A stand-in for the model whose figures are known beforehand.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "experiment/options.h"
#include "measures/catalogue.h"
#include "world/design.h"

namespace lscb::experiment::fake {

inline const std::vector<measures::Measure>& catalogue() {
  static const std::vector<measures::Measure> all{
      {"missed_assessments", "Missed assessments", "children a year", measures::Better::lower, true},
      {"late_children", "Assessed late", "children a year", measures::Better::lower, false},
      {"spend_pounds", "Spend", "pounds a year", measures::Better::neither, false},
  };
  return all;
}

inline constexpr Interval four_years{at_date(2010, 1, 1), at_date(2014, 1, 1)};

inline world::Design design(std::string name, std::vector<change::Change> changes = {}) {
  world::Design made;
  made.scenario = std::move(name);
  made.title = "The scenario " + made.scenario;
  made.window = four_years;
  made.changes = std::move(changes);
  world::Parameters::visit(made.parameters, [](const auto&, const auto&, double& value) { value = 1.0; });
  return made;
}

inline change::Change centre_cut(Instant date, double budget_cut) {
  change::CentreCut cut;
  cut.budget_cut = budget_cut;
  return {date, "Less money for the centres", "council", cut, {}};
}

inline change::Change posts(Instant date, int count) {
  change::Posts more;
  more.team = "duty";
  more.count = count;
  return {date, "Posts", "council", more, {}};
}

inline change::Change restructure(Instant announced, Instant live) {
  change::Restructure anew;
  anew.announced = announced;
  return {live, "Restructure", "council", anew, {}};
}

/// The figures of a scenario in a replication.
using FiguresOf = std::function<measures::Figures(const world::Design&, std::uint64_t seed, int replication)>;

inline Replicator replicator(FiguresOf figures) {
  return each_alone(
      [figures = std::move(figures)](const world::Design& design, kernel::WorldKey key, Interval) {
        world::Outcome outcome;
        outcome.figures = figures(design, key.seed, static_cast<int>(key.replication));
        return outcome;
      });
}

/// The same figure for the headline from a table by replication; 10 late children and a million pounds.
inline Replicator headline(
    std::function<std::optional<double>(const std::string& scenario, int replication)> value) {
  return replicator([value = std::move(value)](const world::Design& design, std::uint64_t, int replication) {
    return measures::Figures{value(design.scenario, replication), 10.0, 1e6};
  });
}

}  // namespace lscb::experiment::fake

// A small comparison with every kind of figure in it: clear, unclear, undefined, exactly nothing.
#pragma once

#include "experiment/compare.h"
#include "report/text.h"

namespace lscb::report::sample {

inline const std::vector<measures::Measure>& catalogue() {
  using measures::Better;
  static const std::vector<measures::Measure> all{
      {"missed_assessments", "children who needed an assessment and got none", "children a year",
       Better::lower, true},
      {"missed_though_told_children", "of these: missed though told", "children a year", Better::lower, true},
      {"never_told_children", "of these: never told", "children a year", Better::lower, true},
      {"protection_missed_children", "of these: protection missed", "children a year", Better::lower, true},
      {"help_missed_children", "of these: help missed", "children a year", Better::lower, true},
      {"late_children", "recognised late", "children a year", Better::lower, true},
      {"missed_assessments@age=under_1", "got no assessment, under 1", "children a year", Better::lower,
       false},
      {"spend_pounds", "spend", "pounds a year", Better::neither, false},
      {"decision_in_time_share", "in time: decision, \"one day\"", "share", Better::higher, false},
  };
  return all;
}

inline world::Design design(std::string name, std::vector<change::Change> changes = {}) {
  world::Design made;
  made.scenario = std::move(name);
  made.title = "Title of " + made.scenario;
  made.window = {at_date(2010, 1, 1), at_date(2014, 1, 1)};
  made.changes = std::move(changes);
  world::Parameters::visit(made.parameters, [](const auto&, const auto&, double& value) { value = 1.0; });
  return made;
}

inline change::Change posts(int count) {
  change::Posts more;
  more.team = "duty";
  more.count = count;
  return {at_date(2011, 4, 1), "Posts by " + std::to_string(count), "council", more, {}};
}

/// Figures: headline 100 + r mod 7, and for each post gone two more told, one more never told.
inline world::Outcome figures(const world::Design& d, kernel::WorldKey key, Interval) {
  const auto r = static_cast<double>(key.replication);
  double gone = 0.0;
  for (const auto& change : d.changes) gone -= std::get<change::Posts>(change.effect).count;
  const double wave = static_cast<double>(key.replication % 7),
               ripple = static_cast<double>(key.replication % 3) - 1.0;
  const double told = 60.0 + wave + gone * (2.0 + ripple), never = 40.0 + gone;
  return {{told + never, told, never, told / 3.0, told / 1.5 + never, 30.0 + ripple * (gone > 0 ? 1.0 : -1.0),
           wave / 7.0, 4e6 - 4e4 * gone, r < 3.0 || gone > 0 ? std::nullopt : std::optional{0.75}},
          {{"call_made", nullptr, 1'200}, {"single_assessment", "not before 2013", 0}, {"lost", nullptr, 0}},
          {},
          0};
}

inline experiment::CompareResult comparison(int threads = 1) {
  experiment::Options options;
  options.replications = 42;
  options.threads = threads;
  return experiment::compare(design("no-change"),
                             {design("a", {posts(-3)}), design("b", {posts(-5)}),
                              design("a-b", {posts(-5), posts(-3)}), design("same")},
                             options, {}, experiment::each_alone(figures), catalogue());
}

}  // namespace lscb::report::sample

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

/// A registry with something of every section that a chair asks for.
inline const std::vector<measures::Measure>& chairs_catalogue() {
  using measures::Better;
  static const std::vector<measures::Measure> all{
      {"missed_assessments", "children who needed an assessment and got none", "children a year",
       Better::lower, true},
      {"missed_assessments@age=unborn", "got no assessment, unborn", "children a year"},
      {"missed_assessments@age=5_10", "got no assessment, 5 to 10", "children a year"},
      {"unallocated_at_end_children", "children without a worker at the window's end", "children"},
      {"unallocated_at_end_children@waits=assessment_past_limit",
       "without a worker at the end: assessment or conference past its limit", "children"},
      {"unallocated_at_end_children@age=5_10", "without a worker at the end, 5 to 10", "children"},
      {"calls_contacts@by=police", "calls made by the police", "contacts a year", Better::neither},
      {"turned_away_contacts@by=police", "calls turned away, made by the police", "contacts a year"},
      {"work_hours@role=social_worker", "hours worked by social workers", "hours a year", Better::neither},
      {"spend_pounds", "spend", "pounds a year", Better::neither},
      {"spend_pounds@on=placements", "spend: placements", "pounds a year", Better::neither},
      {"overspend_pounds", "spent beyond the budget", "pounds a year"},
      {"missed_assessments_per_10000_children", "got no assessment, of 10,000 children in the area",
       "children a year"},
  };
  return all;
}

/// Two catchments whose rates grow by `apart` more and less than the area's where posts are gone, and
/// quarters of 2008 to 2013: with posts gone more children are missed, fewer are called about from the second
/// quarter after the change on, and more wait without a worker from the fourth.
inline world::Outcome chairs_figures(const world::Design& d, kernel::WorldKey key, double apart) {
  const double gone = d.changes.empty() ? 0.0 : 1.0;
  const auto wave = static_cast<double>(key.replication % 7);
  const double ripple = static_cast<double>(key.replication % 3) - 1.0;
  world::Outcome outcome;
  outcome.figures = {100.0 + wave + gone * (20.0 + wave),
                     5.0,
                     60.0 + gone * (10.0 + wave),
                     40.0 + 10.0 * gone,
                     3.0 + gone,
                     12.0,
                     800.0 - 90.0 * gone,
                     300.0 - 40.0 * gone,
                     9'000.0 + wave * gone - 3.0 * gone,
                     4e6 - 1e5 * gone,
                     1e6 - 1e5 * gone,
                     2e4 - 3e4 * gone,
                     303.0 + wave + gone * (20.0 + wave)};
  const double east = 300.0 + wave + gone * (20.0 + wave + apart + ripple);
  const double west = 310.0 + wave + gone * (20.0 + wave - apart + ripple);
  outcome.by_catchment = {70.0 + gone * (15.0 + wave / 10.0), 30.0, 40.0, east,  //
                          30.0 + gone * (5.0 + wave / 10.0),  10.0, 20.0, west};
  outcome.quarterly.first = {at_date(2008, 1, 1), at_date(2008, 4, 1)};
  for (int q = 0; q < 24; ++q) {
    for (int v = 0; v < measures::visible_count; ++v) {
      const auto figure = static_cast<measures::Visible>(v);
      double value = 100.0 + (q % 2 == 0 ? 1.0 : -1.0);
      if (figure == measures::Visible::contacts && q >= 14) value -= 30.0 * gone;
      if (figure == measures::Visible::unallocated && q >= 16) value += 30.0 * gone;
      outcome.quarterly.values.emplace_back(static_cast<float>(value));
    }
  }
  return outcome;
}

inline experiment::CompareResult chairs_comparison(int replications = 42, double apart = 10.0) {
  experiment::Options options;
  options.replications = replications;
  const auto with_centres = [](world::Design made) {
    for (const char* id : {"east", "west"}) {
      spec::Centre centre;
      centre.id = id;
      centre.title = std::string("the ") + id + " centre";
      made.area.centres.push_back(centre);
    }
    return made;
  };
  return experiment::compare(
      with_centres(design("no-change")), {with_centres(design("fewer", {posts(-3)}))}, options, {},
      experiment::each_alone([apart](const world::Design& d, kernel::WorldKey key, Interval) {
        return chairs_figures(d, key, apart);
      }),
      chairs_catalogue());
}

}  // namespace lscb::report::sample

// The clocks of the world are those of its histories: timeliness of assessments again, from what was watched.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "designs.h"
#include "pathway/clock.h"
#include "world/watch.h"

namespace lscb::world {
namespace {

using measures::AssessmentKind;

const kernel::WorldKey key{5, 0};

/// One piece of work, of all its children.
struct Work {
  Instant completed = Instant::never();
  Instant all_left = Instant::long_ago();
};
using WorkOf = std::map<std::tuple<HouseholdId, AssessmentKind, Instant>, Work>;

WorkOf watched(const Design& design, Outcome& outcome) {
  WorkOf all;
  Watch watch;
  watch.child = [&](const measures::ChildHistory& child, const life::Household&) {
    for (const measures::AssessmentPoint& a : child.assessments) {
      Work& work = all[{child.household, a.kind, a.begun}];
      work.completed = a.completed;
      work.all_left = std::max(work.all_left, child.leaves);
    }
  };
  outcome = replicate_watched(design, key, design.window, watch);
  return all;
}

/// When an enquiry overtook it; never() if none did.
Instant overtaken(const WorkOf& all, HouseholdId household, Instant begun, const Work& work) {
  if (work.completed != Instant::never()) return Instant::never();
  for (auto at = all.upper_bound({household, AssessmentKind::section47, begun}); at != all.end(); ++at) {
    const auto& [of, kind, enquiry] = at->first;
    return of == household && kind == AssessmentKind::section47 ? enquiry : Instant::never();
  }
  return Instant::never();
}

struct Share {
  int met = 0;
  int total = 0;
};

Share share(const WorkOf& all, const Design& design, bool initial) {
  Share share;
  for (const auto& [which, work] : all) {
    const auto& [household, kind, begun] = which;
    if ((kind == AssessmentKind::initial) != initial) continue;
    const auto clock = initial ? pathway::ClockKind::initial_assessment : pathway::ClockKind::core_assessment;
    const Instant limit = pathway::due(clock, begun);
    const bool left = work.all_left < work.completed && work.all_left <= limit;
    if (!design.window.contains(limit) || left || overtaken(all, household, begun, work) <= limit) continue;
    ++share.total;
    share.met += work.completed <= limit ? 1 : 0;
  }
  return share;
}

/// Many cases change hands, and no newcomer has time to read.
Design dropping() {
  Design design = small("no-change");
  parameter(design.parameters, "pathway.handover_loss") = 1.0;
  parameter(design.parameters, "workforce.squeeze_chronology_weeks") = 0.01;
  parameter(design.parameters, "door.weight_account") = 2.0;
  design.area.leaving_per_year = 0.5;
  design.area.months_to_fill = 2.0;
  return design;
}

TEST(Timeliness, IsThatOfTheWatchedAssessments) {
  const Design design = small("no-change");
  Outcome outcome;
  const WorkOf all = watched(design, outcome);
  for (const bool initial : {true, false}) {
    const Share counted = share(all, design, initial);
    EXPECT_GT(counted.total, 100);
    EXPECT_LT(counted.met, counted.total);
    EXPECT_DOUBLE_EQ(
        figure(outcome, initial ? "initial_assessment_limit_met_share" : "core_assessment_limit_met_share"),
        static_cast<double>(counted.met) / counted.total)
        << (initial ? "initial" : "core");
  }
}

// What is dropped at a handover is in no share of what was done, and spoils that of what fell due.
TEST(Timeliness, IsSpoiltByWhatIsDropped) {
  const Outcome outcome = run(dropping(), 5);
  EXPECT_GT(taken(outcome, "dropped_at_handover"), 0U);
  EXPECT_LT(figure(outcome, "core_assessment_limit_met_share") + 0.02,
            figure(outcome, "core_assessment_in_time_share"));
}

}  // namespace
}  // namespace lscb::world

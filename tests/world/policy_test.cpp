// Changes that stand for all decisions at once: each moves what it names, in order, and nothing where it is
// nothing.
#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "designs.h"
#include "world/watch.h"

namespace lscb::world {
namespace {

const Instant from = at_date(2011, 4, 1);

Design with(Design design, change::Effect effect, Instant date = from) {
  design.changes.push_back({date, "a change", "board", std::move(effect), {}});
  return design;
}

/// Rates of one figure in a part of the window.
double figure_in(const Design& design, Interval counted, const std::string& id) {
  return figure(replicate(design, kernel::WorldKey{1, 0}, counted), id);
}

const Interval last_year{at_date(2013, 1, 1), at_date(2014, 1, 1)};

change::TargetPolicy target(std::optional<double> fewer_enquiries, std::optional<double> more_cafs) {
  change::TargetPolicy policy;
  policy.section47_reduction = fewer_enquiries;
  policy.caf_increase = more_cafs;
  policy.step = 0.2;
  return policy;
}

TEST(TargetPolicy, MovesWhatItNames) {
  const Design base = unlimited(small("no-change"));
  const Design fewer = with(base, target(0.5, std::nullopt));
  EXPECT_LT(figure_in(fewer, last_year, "section47_enquiries_children"),
            0.85 * figure_in(base, last_year, "section47_enquiries_children"));
  const Design more = with(base, target(std::nullopt, 0.5));
  EXPECT_GT(figure_in(more, last_year, "cafs_opened_children"),
            1.1 * figure_in(base, last_year, "cafs_opened_children"));
}

// Managers read returns: until the first quarter after the date has ended nothing moves.
TEST(TargetPolicy, ActsFromTheFirstReturnsAfterItsDate) {
  const Design base = unlimited(small("no-change"));
  const Design pressed = with(base, target(0.5, 0.5), at_date(2011, 4, 5));
  const auto months = [](const Design& design) {
    std::vector<std::uint64_t> states;
    Watch watch;
    watch.month = [&](Instant, const std::function<std::uint64_t()>& state) { states.push_back(state()); };
    (void)replicate_watched(design, kernel::WorldKey{1, 0}, design.window, watch);
    return states;
  };
  const auto before = months(base);
  const auto after = months(pressed);
  const auto place = [&](int year, int month) {  // the run begins in January 2008
    return static_cast<std::size_t>((year - 2008) * 12 + month - 1);
  };
  EXPECT_EQ(before.at(place(2011, 7)), after.at(place(2011, 7)));
  EXPECT_NE(before.at(place(2011, 8)), after.at(place(2011, 8)));
}

TEST(TargetPolicy, OfWhatIsDoneAlreadyChangesNothing) {
  Design base = unlimited(small("no-change"));
  parameter(base.parameters, "door.steering_tolerance") = 50.0;  // any count will do
  EXPECT_EQ(run(with(base, target(0.5, 0.5))).fingerprint, run(base).fingerprint);
}

TEST(TargetPolicy, ThatHasEndedMovesNoThreshold) {
  const Design base = unlimited(small("no-change"));
  change::TargetPolicy brief = target(0.5, 0.5);
  brief.until = at_date(2011, 7, 1);  // on the day of the first returns
  EXPECT_EQ(run(with(base, brief)).fingerprint, run(base).fingerprint);
}

// A target from before there are four quarters on record has no baseline, and nobody steers.
TEST(TargetPolicy, NeedsAYearOnRecord) {
  Design base = unlimited(small("no-change"));
  Design early = base;
  early.history.push_back({at_date(2008, 6, 1), "too early", "board", target(0.5, 0.5), {}});
  EXPECT_EQ(run(early).fingerprint, run(base).fingerprint);
  early.history.back().date = at_date(2009, 1, 1);
  EXPECT_NE(run(early).fingerprint, run(base).fingerprint);
}

TEST(TargetPolicy, AddsToAPolicyInForce) {
  const Design base = unlimited(small("no-change"));
  change::ThresholdPolicy policy;
  policy.section47_shift = 0.3;
  const Design both = with(with(base, policy), target(0.9, std::nullopt));
  const double alone = figure_in(with(base, policy), last_year, "section47_enquiries_children");
  EXPECT_LT(figure_in(both, last_year, "section47_enquiries_children"), alone);
}

}  // namespace
}  // namespace lscb::world

// What the board sees of a model whose quarters are known beforehand.
#include "experiment/board_view.h"

#include <gtest/gtest.h>

#include <cmath>

#include "experiment/compare.h"
#include "fake_model.h"

namespace lscb::experiment {
namespace {

using measures::Visible;

constexpr double lag = 6.0;

/// Quarters of 2008 to 2013. Every figure swings by 1 around 100 from quarter to quarter (sigma 1.77), and no
/// run differs from another. `value(figure, quarter, design)` is added.
template <class Value>
Replicator quarters(Value value) {
  return each_alone([value](const world::Design& d, kernel::WorldKey, Interval) {
    world::Outcome outcome;
    outcome.figures = {100.0, 10.0, 1e6};
    outcome.quarterly.first = {at_date(2008, 1, 1), at_date(2008, 4, 1)};
    for (int q = 0; q < 24; ++q) {
      for (int v = 0; v < measures::visible_count; ++v) {
        const double swing = q % 2 == 0 ? 1.0 : -1.0;
        outcome.quarterly.values.emplace_back(
            static_cast<float>(100.0 + swing + value(static_cast<Visible>(v), q, d)));
      }
    }
    return outcome;
  });
}

world::Design base() {
  world::Design made = fake::design("base");
  made.parameters.measures.quarterly_lag_weeks = lag;
  return made;
}

world::Design changed(Instant date) {
  world::Design made = base();
  made.scenario = "changed";
  made.changes = {fake::posts(date, -3)};
  return made;
}

CompareResult compared(const world::Design& alternative, const Replicator& model) {
  Options options;
  options.replications = 5;
  return compare(base(), {alternative}, options, {}, model, fake::catalogue());
}

const Seen& seen(const BoardView& view, Visible figure) {
  return view.figures[static_cast<std::size_t>(figure)];
}

// Proves that a figure that worsens from the third quarter after the change on warns then, at the quarter's
// end and the lag later; that one that improves is good news and no warning; that one that reads neither way
// warns on either side; and that nothing else signals.
TEST(BoardView, TellsWhatSignalsAndWhen) {
  const auto result = compared(changed(at_date(2011, 4, 1)), quarters([](Visible v, int q, const auto& d) {
                                 if (d.changes.empty()) return 0.0;
                                 if (v == Visible::unallocated && q >= 15) return 20.0;
                                 if (v == Visible::section47_enquiries && q >= 13) return -20.0;
                                 if (v == Visible::core_assessments && q >= 13) return -20.0;
                                 return 0.0;
                               }));
  ASSERT_TRUE(result.alternatives[0].board.has_value());
  const BoardView& view = *result.alternatives[0].board;
  EXPECT_EQ(view.change, at_date(2011, 4, 1));
  EXPECT_EQ(view.lag_weeks, lag);
  EXPECT_EQ(view.watched.from, at_date(2011, 4, 1));
  EXPECT_EQ(view.watched.to, at_date(2014, 1, 1));
  EXPECT_EQ(view.quarters, 11);

  const Seen& worse = seen(view, Visible::unallocated);
  EXPECT_EQ(worse.n, 5);
  EXPECT_EQ(worse.warning.share, 1.0);
  EXPECT_EQ(worse.warning.base_share, 0.0);
  EXPECT_NEAR(*worse.warning.weeks, in_days(at_date(2012, 1, 1) - at_date(2011, 4, 1)) / 7.0 + lag, 1e-9);
  EXPECT_EQ(worse.good_news->share, 0.0);
  EXPECT_FALSE(worse.good_news->weeks.has_value());
  EXPECT_EQ(worse.reads, Reads::worse);
  EXPECT_NEAR(*worse.difference.mean, 20.0 * 9.0 / 11.0, 1e-5);

  const Seen& better = seen(view, Visible::section47_enquiries);
  EXPECT_EQ(better.warning.share, 0.0);
  EXPECT_EQ(better.good_news->share, 1.0);
  EXPECT_NEAR(*better.good_news->weeks, in_days(at_date(2011, 7, 1) - at_date(2011, 4, 1)) / 7.0 + lag, 1e-9);
  EXPECT_EQ(better.reads, Reads::better);

  const Seen& either = seen(view, Visible::core_assessments);
  EXPECT_EQ(either.warning.share, 1.0);
  EXPECT_FALSE(either.good_news.has_value());
  EXPECT_EQ(either.reads, Reads::either_way);

  const Seen& still = seen(view, Visible::referrals);
  EXPECT_EQ(still.warning.share, 0.0);
  EXPECT_EQ(still.reads, Reads::no_clear_difference);
}

// Proves that what the base does too is told as a false alarm, and that a quarter is watched from the one in
// which the change falls.
TEST(BoardView, CountsFalseAlarms) {
  const auto result = compared(changed(at_date(2011, 2, 10)), quarters([](Visible v, int q, const auto&) {
                                 return v == Visible::vacancies && q >= 12 ? 20.0 : 0.0;
                               }));
  const BoardView& view = *result.alternatives[0].board;
  EXPECT_EQ(view.watched.from, at_date(2011, 1, 1));
  EXPECT_EQ(view.quarters, 12);
  const Seen& figure = seen(view, Visible::vacancies);
  EXPECT_EQ(figure.warning.share, 1.0);
  EXPECT_EQ(figure.warning.base_share, 1.0);
  EXPECT_NEAR(*figure.warning.weeks, in_days(at_date(2011, 4, 1) - at_date(2011, 2, 10)) / 7.0 + lag, 1e-9);
}

// Proves that the week of the runs that signal and the week by which half of all runs have signalled are two
// things: of five runs two, three and four signal, the r-th of them r quarters later.
TEST(BoardView, TellsWhenHalfOfAllRunsHaveSignalled) {
  const auto signalling = [](int runs) {
    return each_alone([runs](const world::Design& d, kernel::WorldKey key, Interval) {
      world::Outcome outcome;
      outcome.figures = {100.0, 10.0, 1e6};
      outcome.quarterly.first = {at_date(2008, 1, 1), at_date(2008, 4, 1)};
      const auto run = static_cast<int>(key.replication);
      for (int q = 0; q < 24; ++q) {
        const bool up = !d.changes.empty() && run < runs && q >= 13 + run;
        for (int v = 0; v < measures::visible_count; ++v) {
          outcome.quarterly.values.emplace_back((q % 2 == 0 ? 101.0F : 99.0F) + (up ? 20.0F : 0.0F));
        }
      }
      return outcome;
    });
  };
  const Instant change = at_date(2011, 4, 1);
  const auto weeks = [&](Instant end) { return in_days(end - change) / 7.0 + lag; };
  const auto warning = [&](int runs) {
    return seen(*compared(changed(change), signalling(runs)).alternatives[0].board, Visible::unallocated)
        .warning;
  };
  const Signal two = warning(2);
  EXPECT_EQ(two.share, 0.4);
  EXPECT_NEAR(*two.weeks, (weeks(at_date(2011, 7, 1)) + weeks(at_date(2011, 10, 1))) / 2.0, 1e-9);
  EXPECT_FALSE(two.weeks_of_half.has_value());
  const Signal three = warning(3);
  EXPECT_NEAR(*three.weeks, weeks(at_date(2011, 10, 1)), 1e-9);
  EXPECT_NEAR(*three.weeks_of_half, weeks(at_date(2012, 1, 1)), 1e-9);
  const Signal four = warning(4);
  EXPECT_NEAR(*four.weeks_of_half, weeks(at_date(2012, 1, 1)), 1e-9);
  EXPECT_LT(*four.weeks, *four.weeks_of_half);
}

// Proves that there is no view where nothing differs, where fewer than eight quarters lie before the change,
// and where nothing was counted by the quarter.
TEST(BoardView, IsNoneWithoutQuartersToCompare) {
  const auto flat = quarters([](Visible, int, const auto&) { return 0.0; });
  EXPECT_FALSE(compared(base(), flat).alternatives[0].board.has_value());
  EXPECT_FALSE(compared(changed(at_date(2009, 12, 31)), flat).alternatives[0].board.has_value());
  EXPECT_TRUE(compared(changed(at_date(2010, 1, 1)), flat).alternatives[0].board.has_value());
  EXPECT_FALSE(compared(changed(at_date(2011, 4, 1)), fake::headline([](auto&, int) { return 1.0; }))
                   .alternatives[0]
                   .board.has_value());
}

// Proves that a figure that is not defined before the change in some run is charted in the others only.
TEST(BoardView, ChartsWhatIsDefined) {
  const Replicator gaps = each_alone([](const world::Design&, kernel::WorldKey key, Interval) {
    world::Outcome outcome;
    outcome.figures = {100.0, 10.0, 1e6};
    outcome.quarterly.first = {at_date(2008, 1, 1), at_date(2008, 4, 1)};
    outcome.quarterly.values.assign(24 * measures::visible_count, 5.0F);
    if (key.replication == 2) outcome.quarterly.values[10 * measures::visible_count] = std::nullopt;
    return outcome;
  });
  const auto result = compared(changed(at_date(2011, 4, 1)), gaps);
  EXPECT_EQ(seen(*result.alternatives[0].board, Visible::contacts).n, 4);
  EXPECT_EQ(seen(*result.alternatives[0].board, Visible::spend).n, 5);
}

}  // namespace
}  // namespace lscb::experiment

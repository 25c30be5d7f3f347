// A lane remembers what it has read of the field. Whatever its rate does, it must show the point that a fresh
// look at the whole field finds.

#include "life/lane.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "support/property.h"

namespace lscb::life {
namespace {

constexpr Interval stay{at_date(2008, 1, 1), at_date(2014, 10, 1)};

class Walk {
 public:
  Walk() : field_({5, *rc::gen::inRange<std::uint64_t>(0, 1000)}) {
    kind_ = static_cast<Kind>(*rc::gen::inRange(0, kind_count));
    who_ = kernel::Cause::root().child(78, *rc::gen::inRange<std::uint64_t>(0, 50));
    for (int layer = 0; layer < layer_count; ++layer) {
      const auto more = field_.all(who_, kind_, layer, stay);
      points_.insert(points_.end(), more.begin(), more.end());
    }
    std::sort(points_.begin(), points_.end(), [](const auto& a, const auto& b) { return a.place < b.place; });
  }

  // Calls change(rate, reach) and happen(reach), and compares what `lane` then shows.
  template <class Change, class Happen>
  void go(const Lane& lane, Change&& change, Happen&& happen) {
    for (int step = 0; step < 40; ++step) {
      if (lane.empty() || *rc::gen::inRange(0, 3) > 0) {
        if (*rc::gen::arbitrary<bool>()) pass_some_time(lane);
        change(any_rate(), reach());
      } else {
        from_ = lane.place + 1;
        happen(reach());
      }
      const Place expected = first_at_most(lane.rate);
      RC_ASSERT(lane.place == expected);
    }
  }
  [[nodiscard]] Place first_at_most(float rate) const {
    for (const Candidate& c : points_) {
      if (c.place >= from_ && c.threshold <= rate) return c.place;
    }
    return never;
  }

 private:
  [[nodiscard]] Reach reach() const { return {field_, who_, kind_, from_, place_at(stay.to)}; }
  [[nodiscard]] float any_rate() const {
    const float top = bound(kind_, *rc::gen::inRange(0, layer_count));
    return top * static_cast<float>(*rc::gen::element(0, 1, 10, 11, 19, 20)) / 20.0F;
  }
  // Not beyond what is to happen next: a caller stops there.
  void pass_some_time(const Lane& lane) {
    const Place latest = std::min(lane.place, place_at(stay.to));
    const auto span = static_cast<std::int64_t>(minute_of(latest).count() - minute_of(from_).count());
    const Place to = place_at(minute_of(from_) + Minutes{*rc::gen::inRange<std::int64_t>(0, span + 1)});
    from_ = std::max(from_, to);
  }

  Field field_;
  Kind kind_;
  kernel::Cause who_;
  std::vector<Candidate> points_;
  Place from_ = place_at(stay.from);
};

TEST(Lane, ShowsWhatAFreshLookAtTheFieldWouldFind) {
  proof::holds(2000, [] {
    Walk walk;
    Lane lane;
    const auto nothing_is_missed = [&] {
      RC_ASSERT(lane.clear >= lane.rate);
      const Place within = walk.first_at_most(lane.clear);
      RC_ASSERT(within == lane.place || within > lane.place);
    };
    walk.go(
        lane,
        [&](float rate, const Reach& reach) {
          lane.retarget(rate, reach);
          nothing_is_missed();
        },
        [&](const Reach& reach) {
          lane.advance(reach);
          nothing_is_missed();
        });
  });
}

TEST(Lane, ReadsNothingWhenItsRateOnlyComesBack) {
  // A field of another key would show other points if it were read.
  const Field field({1, 1}), other({2, 2});
  const auto who = kernel::Cause::root().child(78, 1);
  const Place from = place_at(stay.from), end = place_at(stay.to);
  Lane lane;
  lane.retarget(0.5F, {field, who, Kind::need_down, from, end});
  const Lane before = lane;
  ASSERT_FALSE(before.empty());
  ASSERT_GT(threshold_of(Kind::need_down, before.place), 0.0F);
  const float lower = threshold_of(Kind::need_down, before.place);
  lane.retarget(lower, {other, who, Kind::need_down, from, end});
  lane.retarget(0.5F, {other, who, Kind::need_down, from, end});
  EXPECT_EQ(lane.place, before.place);
  EXPECT_EQ(lane.clear, before.clear);
}

}  // namespace
}  // namespace lscb::life

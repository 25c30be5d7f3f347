// The keyed field as a pure function: what is read, when, and in which pieces changes nothing.

#include "life/field.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "support/property.h"

namespace lscb::life {
namespace {

constexpr kernel::WorldKey key{17, 4};
constexpr Interval decade{at_date(2005, 3, 1), at_date(2015, 3, 1)};

kernel::Cause subject(std::uint64_t n) {
  return kernel::Cause::root().child(77, n);
}

Kind any_kind() {
  return static_cast<Kind>(*rc::gen::inRange(0, kind_count));
}

Instant any_instant(Interval within) {
  return Instant{*rc::gen::inRange(within.from.count(), within.to.count())};
}

// All layers drawn eagerly, in the order of places.
std::vector<Candidate> whole_field(const Field& field, kernel::Cause who, Kind kind, Interval stretch) {
  std::vector<Candidate> points;
  for (int layer = 0; layer < layer_count; ++layer) {
    const auto more = field.all(who, kind, layer, stretch);
    points.insert(points.end(), more.begin(), more.end());
  }
  std::sort(points.begin(), points.end(), [](const auto& a, const auto& b) { return a.place < b.place; });
  return points;
}

TEST(Field, LazyAndEagerReadingGiveTheSamePoints) {
  proof::holds(3000, [] {
    const Field field(key);
    const auto who = subject(*rc::gen::inRange<std::uint64_t>(0, 50));
    const Kind kind = any_kind();
    const Instant from = any_instant(decade), to = any_instant(decade);
    const float top = bound(kind, *rc::gen::inRange(0, layer_count));
    const float up_to = top * static_cast<float>(*rc::gen::inRange(0, 1001)) / 1000.0F;
    const float above = up_to * static_cast<float>(*rc::gen::element(0, 0, 1, 2, 3)) / 4.0F;
    Place after = place_at(from);
    Candidate expected;
    for (const Candidate& c : whole_field(field, who, kind, {from, std::max(from, to)})) {
      if (c.threshold > above && c.threshold <= up_to && c.place < expected.place) expected = c;
    }
    const Found found = field.first(who, kind, above, up_to, after, place_at(to));
    RC_ASSERT(found.place == expected.place);
    RC_ASSERT(found.clear >= up_to);
    for (const Candidate& c : whole_field(field, who, kind, {from, std::max(from, to)})) {
      RC_ASSERT(c.place >= found.place || c.threshold <= above || c.threshold > found.clear);
      if (c.place == found.place) RC_ASSERT(threshold_of(kind, found.place) == c.threshold);
    }
    RC_CLASSIFY(found.place != never, "found");
  });
}

TEST(Field, AStretchReadInPiecesIsTheStretchReadWhole) {
  proof::holds(300, [] {
    const Field field(key);
    const auto who = subject(*rc::gen::inRange<std::uint64_t>(0, 50));
    const Kind kind = any_kind();
    const int layer = *rc::gen::inRange(0, 4);
    const Instant cut = any_instant(decade), earlier = any_instant({decade.from, cut + Minutes{1}});
    auto pieces = field.all(who, kind, layer, {decade.from, cut});
    const auto rest = field.all(who, kind, layer, {cut, decade.to});
    pieces.insert(pieces.end(), rest.begin(), rest.end());
    const auto whole = field.all(who, kind, layer, decade);
    RC_ASSERT(pieces.size() == whole.size());
    for (std::size_t i = 0; i < whole.size(); ++i) {
      RC_ASSERT(pieces[i].place == whole[i].place && pieces[i].threshold == whole[i].threshold);
    }
    // A run that begins earlier meets the same points in the years that both cover.
    auto longer = field.all(who, kind, layer, {earlier, decade.to});
    longer.erase(longer.begin(), longer.begin() + static_cast<std::ptrdiff_t>(longer.size() - rest.size()));
    for (std::size_t i = 0; i < rest.size(); ++i) RC_ASSERT(longer[i].place == rest[i].place);
  });
}

TEST(Field, PointsLieInTheirLayerAndHaveCausesOfTheirOwn) {
  const Field field(key);
  std::set<std::uint64_t> causes;
  std::size_t points = 0;
  for (std::uint64_t n = 0; n < 40; ++n) {
    for (int k = 0; k < kind_count; ++k) {
      const auto kind = static_cast<Kind>(k);
      for (int layer = 0; layer < layer_count; ++layer) {
        for (const Candidate& c : field.all(subject(n), kind, layer, decade)) {
          EXPECT_TRUE(decade.contains(minute_of(c.place)));
          EXPECT_EQ(layer_of(c.place), layer);
          EXPECT_LE(c.threshold, bound(kind, layer));
          EXPECT_GT(c.threshold, layer == 0 ? 0.0F : bound(kind, layer - 1));
          causes.insert(Field::cause(subject(n), kind, c.place).value);
          ++points;
        }
      }
    }
  }
  EXPECT_GT(points, 100'000U);
  EXPECT_EQ(causes.size(), points);
}

TEST(Field, OtherKeysGiveOtherPoints) {
  const auto points = [](kernel::WorldKey world) {
    return Field(world).all(subject(1), Kind::incident, 2, decade);
  };
  const auto here = points({1, 1}), same = points({1, 1}), next = points({1, 2}), seed = points({2, 1});
  ASSERT_FALSE(here.empty());
  ASSERT_EQ(here.size(), same.size());
  for (std::size_t i = 0; i < here.size(); ++i) EXPECT_EQ(here[i].place, same[i].place);
  for (const auto& other : {next, seed}) {
    ASSERT_FALSE(other.empty());
    EXPECT_NE(here[0].place, other[0].place);
  }
}

TEST(FieldDeathTest, RefusesARateAboveTheHighestBound) {
  const Field field(key);
  const float too_high = bound(Kind::harm, layer_count - 1) * 1.01F;
  EXPECT_DEATH(static_cast<void>(field.first(subject(1), Kind::harm, 0.0F, too_high, place_at(decade.from),
                                             place_at(decade.to))),
               "exceeds the field's highest bound");
}

}  // namespace
}  // namespace lscb::life

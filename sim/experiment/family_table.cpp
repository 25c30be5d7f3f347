#include "experiment/family_table.h"

#include <algorithm>
#include <optional>
#include <span>

#include "kernel/assert.h"
#include "world/recording.h"
#include "world/watch.h"

namespace lscb::experiment {
namespace {

std::optional<AdultPoint::Kind> adult_kind(const trace::Step& step) {
  if (std::get_if<trace::AdultArrived>(&step.what) != nullptr) return AdultPoint::Kind::arrived;
  if (std::get_if<trace::AdultLeft>(&step.what) != nullptr) return AdultPoint::Kind::left;
  const auto* turn = std::get_if<trace::Turn>(&step.what);
  if (turn != nullptr && turn->branch == trace::Branch::adult_found) return AdultPoint::Kind::found;
  return std::nullopt;
}

/// Few families have any: kept in order of time, and looked up by family once they are sorted.
class Adults {
 public:
  void see(const trace::Step& step) {
    if (const auto kind = adult_kind(step)) all_.push_back({step.household, {step.at, *kind}});
  }
  void sort() {
    std::stable_sort(all_.begin(), all_.end(),
                     [](const One& a, const One& b) { return a.household < b.household; });
  }
  [[nodiscard]] std::span<const AdultPoint> of(HouseholdId household) {
    found_.clear();
    auto one = std::lower_bound(all_.begin(), all_.end(), household,
                                [](const One& a, HouseholdId wanted) { return a.household < wanted; });
    for (; one != all_.end() && one->household == household; ++one) found_.push_back(one->point);
    return found_;
  }

 private:
  struct One {
    HouseholdId household;
    AdultPoint point;
  };
  std::vector<One> all_;
  std::vector<AdultPoint> found_;
};

}  // namespace

FamilyTable family_table(const world::Design& design, kernel::WorldKey key, Interval counted,
                         bool with_courses) {
  FamilyTable table;
  Adults adults;
  FamilyReader reader{counted};
  HouseholdId reading;
  const auto finish = [&] {
    if (!reading.valid()) return;
    table.families.resize(std::max<std::size_t>(table.families.size(), reading.value() + std::size_t{1}));
    table.families[reading.value()] = reader.finish(adults.of(reading));
  };
  world::Watch watch;
  watch.reference = true;
  watch.step = [&](const trace::Step& step) {
    adults.see(step);
    if (with_courses) table.courses.see(step);
  };
  // Children come by id, those of a family one after the other, when all steps have been taken.
  watch.child = [&](const measures::ChildHistory& child, const life::Household&) {
    if (!reading.valid()) adults.sort();
    if (child.household != reading) finish();
    LSCB_DEBUG_ASSERT(!reading.valid() || reading <= child.household, "a family's children come together");
    reading = child.household;
    reader.add(child);
  };
  const world::Recording recording{design, key, counted, &watch};
  finish();
  for (const measures::HarmCase& harm : recording.hindsight().cases)
    table.families[harm.household.value()].preventable_harms += harm.averted;
  table.child_minutes = reader.child_minutes();
  return table;
}

std::vector<FamilyPair> paired(FamilyTable& first, FamilyTable& second, Instant until) {
  LSCB_REQUIRE(first.families.size() == second.families.size(), "the same families live under both designs");
  const auto apart = partings(first.courses, second.courses);
  std::vector<FamilyPair> pairs(first.families.size());
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    pairs[i].first = first.families[i];
    pairs[i].second = second.families[i];
    if (i >= apart.size()) continue;
    if (apart[i].parted < until) pairs[i].parted = apart[i].parted;
    if (apart[i].differs < until) pairs[i].differs = apart[i].differs;
  }
  return pairs;
}

}  // namespace lscb::experiment

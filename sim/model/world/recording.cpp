#include "world/recording.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <list>
#include <mutex>
#include <utility>

#include "kernel/assert.h"
#include "measures/classification.h"
#include "measures/totals.h"
#include "world/alone.h"
#include "world/histories.h"
#include "world/record.h"
#include "world/watch.h"
#include "world/world.h"

namespace lscb::world {
namespace {

/// By the parameters that make them: designs of one record have few.
class Squeezes {
 public:
  const workforce::Squeeze& of(const workforce::Parameters& p) {
    const Curve curve{p.squeeze_chronology_weeks, p.squeeze_checks_weeks, p.squeeze_visit_weeks,
                      p.squeeze_reflection_weeks, p.squeeze_slope};
    const std::lock_guard lock{mutex_};
    for (const auto& [known, squeeze] : all_) {
      if (known == curve) return squeeze;
    }
    return all_.emplace_back(curve, workforce::Squeeze{p}).second;
  }

 private:
  using Curve = std::array<double, 5>;
  std::mutex mutex_;
  std::list<std::pair<Curve, workforce::Squeeze>> all_;
};

}  // namespace

struct Recording::Inside {
  Inside(const Design& of, kernel::WorldKey by, Interval stretch, const Watch* watch)
      : design(of), key(by), counted(stretch) {
    World world{design, key, counted, watch, record};
    if (watch != nullptr && watch->reference) world.keep_reference();
    if (watch != nullptr && watch->decisions) world.keep_decisions();
    outcome = world.finish();
    missed = missed_of(world, design, counted);
    population.emplace(world.population());
    record.close();
  }

  /// The family under `other`, which outlives what is returned.
  [[nodiscard]] Alone alone(HouseholdId household, const Design& other, const Eased& eased) {
    const TeamId first_centre{static_cast<TeamId::Value>(other.area.teams.size())};
    const TeamId behind_centres{first_centre.value() + static_cast<TeamId::Value>(other.area.centres.size())};
    return {record,
            eased,
            {record.work,
             other.parameters.workforce,
             squeezes.of(other.parameters.workforce),
             WorkingCalendar::england(),
             key,
             household,
             population->household(household).cause,
             first_centre,
             behind_centres,
             {eased.load, eased.early_help, eased.turnover}}};
  }

  Design design;
  kernel::WorldKey key;
  Interval counted;
  Record record;
  Outcome outcome;
  std::vector<MissedChild> missed;
  std::optional<life::Population> population;
  Squeezes squeezes;
};

Recording::Recording(const Design& design, kernel::WorldKey key, Interval counted, const Watch* watch)
    : inside_(std::make_unique<Inside>(design, key, counted, watch)) {}
Recording::~Recording() = default;
Recording::Recording(Recording&&) noexcept = default;
Recording& Recording::operator=(Recording&&) noexcept = default;

const Outcome& Recording::outcome() const {
  return inside_->outcome;
}
const std::vector<MissedChild>& Recording::missed() const {
  return inside_->missed;
}

std::uint32_t Recording::households() const {
  return static_cast<std::uint32_t>(inside_->population->households().size());
}

std::uint8_t Recording::replay(HouseholdId household, const Design& design, const Eased& eased,
                               const Watch* watch) const {
  Alone alone = inside_->alone(household, design, eased);
  World world{design, inside_->key, inside_->counted, watch, alone, inside_->population->only(household)};
  measures::Judge judge{run_of(design).to, design.area.assessment_rules};
  std::uint8_t missed = 0;
  world.play(world.stretch().to);
  world.each_history([&](const measures::ChildHistory& child, const life::Household&, kernel::Cause) {
    judge.judge(child);
    if (measures::missed_in(judge, inside_->counted))
      missed = static_cast<std::uint8_t>(missed | 1U << child.child.value());
  });
  return missed;
}

Aftermath Recording::aftermath(HouseholdId household, Interval stretch, Instant reference_from,
                               const Watch* watch) const {
  Alone alone = inside_->alone(household, inside_->design, {});
  alone.set_reference(reference_from);
  World world{inside_->design, inside_->key, inside_->counted,
              watch,           alone,        inside_->population->only(household)};
  Aftermath aftermath;
  measures::Totals totals;
  world.play(world.stretch().to);
  world.each_history([&](const measures::ChildHistory& child, const life::Household&, kernel::Cause) {
    for (const measures::HarmEvent& harm : child.harm_events) {
      if (stretch.contains(harm.at))
        aftermath.harms.push_back({static_cast<std::uint8_t>(child.child.value()), harm.at});
    }
    measures::add_harm(child, stretch, totals);
  });
  aftermath.expected = totals.expected_harm;
  return aftermath;
}

measures::HindsightTally Recording::hindsight() const {
  LSCB_REQUIRE(inside_->outcome.hindsight,
               "the reference worker was asked when the replication was recorded");
  measures::HindsightTally tally = *inside_->outcome.hindsight;
  const auto by_family = [](const measures::HarmCase& a, const measures::HarmCase& b) {
    return a.household == b.household;
  };
  for (auto first = tally.cases.begin(); first != tally.cases.end();) {
    const auto next =
        std::find_if(first, tally.cases.end(), [&](const auto& other) { return !by_family(*first, other); });
    replay_by_reference({first, next}, tally);
    first = next;
  }
  return tally;
}

// The harms are all those of one family.
void Recording::replay_by_reference(std::span<measures::HarmCase> harms,
                                    measures::HindsightTally& tally) const {
  constexpr double millionths = 1e6;
  Instant flag = Instant::never();
  for (const auto& harm : harms) flag = std::min(flag, harm.first_flag);
  if (flag == Instant::never()) return;
  const HouseholdId household = harms.front().household;
  const ChildId first_child = inside_->population->household(household).first_child;
  // Harm counts in the window, though the flag may have come before it.
  const Interval since{std::max(flag, inside_->counted.from), inside_->counted.to};
  const Aftermath was = aftermath(household, since, Instant::never());
  const Aftermath met = aftermath(household, since, flag);
  const auto comes = [&](const Aftermath& aftermath, const measures::HarmCase& harm) {
    const Aftermath::Harm same{static_cast<std::uint8_t>(harm.child.value() - first_child.value()), harm.at};
    return std::find(aftermath.harms.begin(), aftermath.harms.end(), same) != aftermath.harms.end();
  };
  const auto recorded =
      std::count_if(harms.begin(), harms.end(), [&](const auto& harm) { return since.contains(harm.at); });
  const bool as_recorded = static_cast<std::size_t>(recorded) == was.harms.size() &&
                           std::all_of(harms.begin(), harms.end(), [&](const auto& harm) {
                             return !since.contains(harm.at) || comes(was, harm);
                           });
  tally.astray_families += !as_recorded;
  bool all = true;
  for (auto& harm : harms) {
    if (!harm.predictable()) continue;
    harm.averted = comes(was, harm) && !comes(met, harm);
    tally.averted += harm.averted;
    all = all && harm.averted;
  }
  tally.averted_families += all;
  tally.since_flag_harms += static_cast<std::int64_t>(was.harms.size());
  tally.since_flag_harms_by_reference += static_cast<std::int64_t>(met.harms.size());
  tally.since_flag_expected += std::llround(was.expected * millionths);
  tally.since_flag_expected_averted += std::llround((was.expected - met.expected) * millionths);
}

}  // namespace lscb::world

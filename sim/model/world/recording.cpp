#include "world/recording.h"

#include <array>
#include <list>
#include <mutex>
#include <utility>

#include "measures/classification.h"
#include "measures/totals.h"
#include "world/alone.h"
#include "world/record.h"
#include "world/world.h"

namespace lscb::world {
namespace {

std::vector<MissedChild> missed_of(World& world, const Design& design, Interval counted) {
  measures::Judge judge{run_of(design).to, design.area.assessment_rules};
  std::vector<MissedChild> missed;
  world.each_history(
      [&](const measures::ChildHistory& child, const life::Household& family, kernel::Cause cause) {
        judge.judge(child);
        if (!measures::missed_in(judge, counted)) return;
        const auto position = static_cast<std::uint8_t>(child.child.value() - family.first_child.value());
        missed.push_back({child.household, position, cause});
      });
  return missed;
}

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
  Inside(const Design& of, kernel::WorldKey by, Interval stretch) : design(of), key(by), counted(stretch) {
    World world{design, key, counted, nullptr, record};
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

Recording::Recording(const Design& design, kernel::WorldKey key, Interval counted)
    : inside_(std::make_unique<Inside>(design, key, counted)) {}
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

std::uint8_t Recording::replay(HouseholdId household, const Design& design, const Eased& eased) const {
  return replay(household, design, eased, nullptr);
}

std::uint8_t Recording::replay(HouseholdId household, const Design& design, const Eased& eased,
                               const Watch* watch) const {
  Alone alone = inside_->alone(household, design, eased);
  World world{design, inside_->key, inside_->counted, watch, alone, inside_->population->only(household)};
  measures::Judge judge{run_of(design).to, design.area.assessment_rules};
  std::uint8_t missed = 0;
  world.finish_alone([&](const measures::ChildHistory& child, const life::Household&, kernel::Cause) {
    judge.judge(child);
    if (measures::missed_in(judge, inside_->counted))
      missed = static_cast<std::uint8_t>(missed | 1U << child.child.value());
  });
  return missed;
}

Aftermath Recording::aftermath(HouseholdId household, Interval stretch, bool by_reference,
                               const Watch* watch) const {
  Alone alone = inside_->alone(household, inside_->design, {});
  if (by_reference) alone.set_reference(stretch.from);
  World world{inside_->design, inside_->key, inside_->counted,
              watch,           alone,        inside_->population->only(household)};
  Aftermath aftermath;
  measures::Totals totals;
  world.finish_alone([&](const measures::ChildHistory& child, const life::Household&, kernel::Cause) {
    for (const measures::HarmEvent& harm : child.harm_events) {
      if (stretch.contains(harm.at))
        aftermath.harms.push_back({static_cast<std::uint8_t>(child.child.value()), harm.at});
    }
    measures::add_harm(child, stretch, totals);
  });
  aftermath.expected = totals.expected_harm;
  return aftermath;
}

Named replicate_naming_missed(const Design& design, kernel::WorldKey key, Interval counted) {
  World world{design, key, counted};
  Named named{world.finish(), {}};
  named.missed = missed_of(world, design, counted);
  return named;
}

}  // namespace lscb::world

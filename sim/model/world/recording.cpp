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
  Inside(const Design& design, kernel::WorldKey of, Interval stretch) : key(of), counted(stretch) {
    World world{design, key, counted, nullptr, record};
    outcome = world.finish();
    missed = missed_of(world, design, counted);
    population.emplace(world.population());
    record.close();
  }

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
  Inside& in = *inside_;
  const TeamId first_centre{static_cast<TeamId::Value>(design.area.teams.size())};
  const TeamId behind_centres{first_centre.value() + static_cast<TeamId::Value>(design.area.centres.size())};
  Alone alone{in.record,
              eased,
              {in.record.work,
               design.parameters.workforce,
               in.squeezes.of(design.parameters.workforce),
               WorkingCalendar::england(),
               in.key,
               household,
               in.population->household(household).cause,
               first_centre,
               behind_centres,
               {eased.load, eased.early_help, eased.turnover}}};
  World world{design, in.key, in.counted, watch, alone, in.population->only(household)};
  measures::Judge judge{run_of(design).to, design.area.assessment_rules};
  std::uint8_t missed = 0;
  world.finish_alone([&](const measures::ChildHistory& child, const life::Household&, kernel::Cause) {
    judge.judge(child);
    if (measures::missed_in(judge, in.counted))
      missed = static_cast<std::uint8_t>(missed | 1U << child.child.value());
  });
  return missed;
}

Named replicate_naming_missed(const Design& design, kernel::WorldKey key, Interval counted) {
  World world{design, key, counted};
  Named named{world.finish(), {}};
  named.missed = missed_of(world, design, counted);
  return named;
}

}  // namespace lscb::world

// Whose case a family is, a unit's or a team's: it comes with who holds it, and it goes back to a team by the
// rule of teams.
#include <algorithm>
#include <string>

#include "world/slots.h"
#include "world/world.h"

namespace lscb::world {

using spec::Role;

TeamId World::holding_team(const Family& known) const {
  if (known.unit.valid()) return known.unit;
  return known.with_long_term ? long_term_team(known.household) : duty_team(known.household);
}

bool World::give_to_unit(Family& known) {
  if (known.unit.valid()) return false;
  const double given = outside(Reading::unit_to_give, 0, known.household, no_unit, [&] {
    const TeamId unit = units_.least_loaded(workforce_);
    return unit.valid() ? static_cast<double>(unit.value()) : no_unit;
  });
  if (given != no_unit) known.unit = TeamId{static_cast<TeamId::Value>(given)};
  return known.unit.valid();
}

void World::relieve(workforce::Task& task) {
  const Family* known = met(task.household);
  if (known == nullptr || !known->unit.valid()) return;
  const bool relieved = outside(Reading::coordinators, 0, task.household, 0.0,
                                [&] { return units_.coordinators_take_on(workforce_); }) > 0.0;
  const std::optional<workforce::Task> clerical = units_.relieve(task, relieved);
  if (clerical && alone_ == nullptr) workforce_.add(*clerical, now_, work_out_);
}

TeamId World::team_of(PostId post) const {
  if (alone_ == nullptr) return workforce_.post(post).team;
  return TeamId{static_cast<TeamId::Value>(alone_->reading(Reading::team_of_post, post.value(), now_, 0.0))};
}

void World::draw_up_units(const change::Restructure& r, Instant date) {
  units_.draw_up(r, date, posts_for_a_time(), hands());
  for (std::size_t u = 0; u < units_.count(); ++u) {
    accounts_.add_team("Unit " + std::to_string(u + 1) + ": staff");
    budget_.open(spec::Heading::social_care_staff);
  }
  supervision_.note_posts(workforce_);
  schedule(now_ + weeks(1), Timer{TimerKind::unit_meeting, 0, 0, 0});
}

void World::form_units(const change::Restructure& r, int stage) {
  for (const std::size_t u : units_.at_stage(stage, r)) form_unit(u, r);
  refresh_staff_cost();
}

void World::form_unit(std::size_t number, const change::Restructure& r) {
  coverage_.take(Branch::unit_formed);
  units_.form(number, hands());
  if (recorder_) recorder_->units(Moment::Kind::unit_formed, units_[number].team, now_);
  bring_held_cases(units_[number].team);
  if (!units_.appoint_consultant(number, r, hands())) coverage_.take(Branch::consultant_not_appointed);
  if (r.coaching_months > 0) {
    schedule(now_ + weeks(2), Timer{TimerKind::coaching, static_cast<std::uint8_t>(r.coaching_months), 0,
                                    static_cast<std::uint32_t>(number)});
  }
}

void World::coach(const Timer& timer) {
  units_.coach(timer.subject, timer.detail, hands());
  if (timer.detail > 1) {
    schedule(add_months(now_, 1),
             Timer{TimerKind::coaching, static_cast<std::uint8_t>(timer.detail - 1), 0, timer.subject});
  }
}

void World::bring_held_cases(TeamId unit) {
  for (Family& known : families_) {
    const PostId holder = workforce_.holder({known.household, slots::social_worker});
    if (!holder.valid() || workforce_.post(holder).team != unit) continue;
    known.unit = unit;
    if (recorder_) recorder_->brought(known.household, unit);
    bring_practitioner(known);
  }
}

void World::bring_the_rest() {
  for (const TeamId team : teams_.long_term) {
    for (const Role role : {Role::social_worker, Role::practitioner}) units_.take_in(team, role, hands());
  }
  refresh_staff_cost();
  if (recorder_) recorder_->units(Moment::Kind::rest_to_units, TeamId::none(), now_);
  for (Family& known : families_) {
    if (known.unit.valid() || !service_->requested({known.household, slots::social_worker})) continue;
    if (!give_to_unit(known)) return;
    if (recorder_) recorder_->brought(known.household, known.unit);
    bring_to_unit(known);
  }
}

void World::bring_to_unit(const Family& known) {
  service_->move_case({known.household, slots::social_worker}, known.unit, Role::social_worker,
                      urgency_of(known), now_, work_out_);
  bring_practitioner(known);
}

void World::bring_practitioner(const Family& known) {
  const workforce::CaseRef ref{known.household, slots::practitioner};
  if (!service_->requested(ref) || !has_posts(known.household, known.unit, Role::practitioner)) return;
  const PostId holder = service_->holder(ref);
  if (holder.valid() && team_of(holder) == known.unit) return;
  service_->move_case(ref, known.unit, Role::practitioner, 2, now_, work_out_);
}

// What was in the units' hands falls to teams by the rule of teams: long-term work once a plan has begun.
void World::dissolve_units(const change::Restructure& r, int stage) {
  std::vector<std::size_t> going = units_.at_stage(stage, r);
  going.erase(std::remove_if(going.begin(), going.end(), [this](std::size_t u) { return !units_[u].formed; }),
              going.end());
  for (const std::size_t u : going) {  // all, so that work finds them all
    units_.dissolve(u, hands());
    coverage_.take(Branch::unit_dissolved);
  }
  for (const std::size_t u : going) {
    if (recorder_) recorder_->units(Moment::Kind::unit_dissolved, units_[u].team, now_);
    return_work(units_[u].team);
  }
  if (stage == r.stages - 1 && units_.coordinators_go_back(hands()) > 0) supervision_.note_posts(workforce_);
  refresh_staff_cost();
}

void World::return_work(TeamId unit) {
  for (Family& known : families_) {
    if (known.unit == unit) back_to_team(known);
  }
  const auto on_duty = [this](HouseholdId household) { return duty_team(household); };
  for (const Role role : {Role::social_worker, Role::practitioner})
    workforce_.move_pool(unit, role, role, on_duty, now_, work_out_);
}

void World::back_to_team(Family& known) {
  known.unit = TeamId::none();
  known.left_unit = true;
  const auto place = [&](workforce::CaseSlot slot, Role role, bool long_term) {
    const workforce::CaseRef ref{known.household, slot};
    if (!service_->requested(ref)) return long_term;
    const PostId holder = service_->holder(ref);
    const bool with_long_term = holder.valid() && teams_.is_long_term(team_of(holder));
    // Who holds it goes on, but that nobody on duty holds a plan.
    if (holder.valid() && (with_long_term || !long_term)) return with_long_term;
    const TeamId team = long_term ? long_term_team(known.household) : duty_team(known.household);
    service_->move_case(ref, team, role, urgency_of(known), now_, work_out_);
    return long_term;
  };
  known.with_long_term = place(slots::social_worker, Role::social_worker, known.with_long_term);
  place(slots::practitioner, Role::practitioner, true);
}

}  // namespace lscb::world

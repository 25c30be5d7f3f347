// Systemic units: how they are formed out of teams, whose a family is, and how they go back to being teams.
#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "world/slots.h"
#include "world/world.h"

namespace lscb::world {

using pathway::Work;
using spec::Role;

// Who holds plans goes first. The last post of each duty team stays: somebody has to screen and to decide.
std::vector<PostId> World::posts_to_seat(Role role) const {
  std::vector<PostId> posts;
  const auto standing = [&](PostId post) {  // what has been made for a time only gets no seat
    return std::none_of(posts_in_force_.begin(), posts_in_force_.end(), [&](const PostsInForce& made) {
      return made.change.until && std::find(made.made.begin(), made.made.end(), post) != made.made.end();
    });
  };
  for (const auto* teams : {&teams_.long_term, &teams_.duty}) {
    for (const TeamId team : *teams) {
      const std::vector<PostId>& all = workforce_.posts_of(team, role);
      std::copy_if(all.begin(), all.end(), std::back_inserter(posts), standing);
      const bool to_stay =
          teams == &teams_.duty && !posts.empty() && workforce_.post(posts.back()).team == team;
      if (to_stay) posts.pop_back();
    }
  }
  return posts;
}

void World::draw_up_units(const change::Restructure& r) {
  std::vector<PostId> workers = posts_to_seat(Role::social_worker);
  const std::vector<PostId> practitioners = posts_to_seat(Role::practitioner);
  const auto count = std::min<std::size_t>(static_cast<std::size_t>(r.units), workers.size() / 2);
  workers.resize(2 * count);
  const auto before = [&](PostId a, PostId b) {
    const workforce::Post& x = workforce_.post(a);
    const workforce::Post& y = workforce_.post(b);
    if (x.present() != y.present()) return x.present();
    if (r.competence_checked) {
      return workforce::competence(p_.workforce, x.person) > workforce::competence(p_.workforce, y.person);
    }
    return x.since < y.since;  // slotted in by service
  };
  std::stable_sort(workers.begin(), workers.end(), before);
  for (std::size_t u = 0; u < count; ++u) {
    Unit unit;
    unit.team = workforce_.add_team("unit-" + std::to_string(u + 1));
    accounts_.add_team("Unit " + std::to_string(u + 1) + ": staff");
    budget_.open(spec::Heading::social_care_staff);
    unit.seats = {workers[u], workers[count + u],
                  u < practitioners.size() ? practitioners[u] : PostId::none()};
    units_.push_back(std::move(unit));
  }
  first_unit_team_ = units_.empty() ? 0 : units_.front().team.value();
  appoint_coordinators(
      r.coordinators,
      {practitioners.begin() + static_cast<std::ptrdiff_t>(std::min(count, practitioners.size())),
       practitioners.end()});
  supervision_.note_posts(workforce_);
  schedule(now_ + weeks(1), Timer{TimerKind::unit_meeting, 0, 0, 0});
}

// Posts of practitioners on duty who have no seat become coordinators', vacant ones first.
void World::appoint_coordinators(int wanted, std::vector<PostId> without_seat) {
  const auto on_long_term = [&](PostId post) {
    return std::find(teams_.duty.begin(), teams_.duty.end(), workforce_.post(post).team) == teams_.duty.end();
  };
  without_seat.erase(std::remove_if(without_seat.begin(), without_seat.end(), on_long_term),
                     without_seat.end());
  std::stable_partition(without_seat.begin(), without_seat.end(),
                        [&](PostId post) { return !workforce_.post(post).present(); });
  without_seat.resize(std::min(without_seat.size(), static_cast<std::size_t>(wanted)));
  for (const PostId post : without_seat) {
    coordinators_from_.push_back(workforce_.post(post).team);
    workforce_.delete_post(post, now_, work_out_);
  }
  workforce_.add_posts(teams_.duty.front(), Role::unit_coordinator, static_cast<int>(without_seat.size()),
                       now_, work_out_);
}

std::vector<PostId> World::all_seats() const {
  std::vector<PostId> seats;
  for (const Unit& unit : units_) {
    for (const PostId post : unit.seats.all()) {
      if (post.valid()) seats.push_back(post);
    }
  }
  return seats;
}

void World::join(PostId post, const Unit& unit) {
  came_from_.resize(workforce_.posts().size());
  came_from_[post.value()] = workforce_.post(post).team;
  workforce_.move_post(post, unit.team, now_, work_out_);
}

// Long-term teams hold no case any more: whoever is left there, or comes there later, joins the unit with
// fewest of that role.
void World::join_units(TeamId team, Role role) {
  const bool by_units = std::any_of(units_.begin(), units_.end(), [](const Unit& u) { return u.formed; });
  const bool long_term =
      std::find(teams_.long_term.begin(), teams_.long_term.end(), team) != teams_.long_term.end();
  if (!by_units || !long_term || (role != Role::social_worker && role != Role::practitioner)) return;
  const std::vector<PostId> left = workforce_.posts_of(team, role);
  const std::vector<PostId> seats = all_seats();
  for (const PostId post : left) {
    if (std::find(seats.begin(), seats.end(), post) != seats.end()) continue;  // its unit is yet to be formed
    const Unit* fewest = nullptr;
    for (const Unit& unit : units_) {
      if (!unit.formed) continue;
      if (fewest == nullptr ||
          workforce_.posts_of(unit.team, role).size() < workforce_.posts_of(fewest->team, role).size())
        fewest = &unit;
    }
    join(post, *fewest);
  }
}

// What was in the units' hands falls to teams by the rule of teams: long-term work once a plan has begun.
void World::dissolve_units(const change::Restructure& r, int stage) {
  std::vector<std::size_t> going;
  for (std::size_t u = 0; u < units_.size(); ++u) {
    if (units_[u].formed && stage_of_unit(u, r) == stage) going.push_back(u);
  }
  for (const std::size_t u : going) return_posts(units_[u]);  // all, so that work finds them all
  for (const std::size_t u : going) return_work(units_[u]);
  if (stage == r.stages - 1) coordinators_go_back();
  refresh_staff_cost();
}

void World::return_posts(Unit& unit) {
  unit.formed = false;
  coverage_.take(Branch::unit_dissolved);
  for (const TaskId task : unit.open) workforce_.cancel(task, now_, work_out_);
  unit.open.clear();
  workforce_.end_consultancy(unit.seats.consultant);
  for (std::uint32_t i = 0; i < came_from_.size(); ++i) {
    const workforce::Post& post = workforce_.posts()[i];
    if (post.exists() && post.team == unit.team)
      workforce_.move_post(PostId{i}, came_from_[i], now_, work_out_);
  }
}

void World::return_work(const Unit& unit) {
  for (Family& known : families_) {
    if (known.unit == unit.team) back_to_team(known);
  }
  const auto on_duty = [this](HouseholdId household) { return duty_team(household); };
  for (const Role role : {Role::social_worker, Role::practitioner})
    workforce_.move_pool(unit.team, role, role, on_duty, now_, work_out_);
}

void World::back_to_team(Family& known) {
  known.unit = TeamId::none();
  known.left_unit = true;
  const auto of_long_term = [&](TeamId team) {
    return std::find(teams_.long_term.begin(), teams_.long_term.end(), team) != teams_.long_term.end();
  };
  const auto place = [&](workforce::CaseSlot slot, Role role, bool long_term) {
    const workforce::CaseRef ref{known.household, slot};
    if (!workforce_.requested(ref)) return long_term;
    const PostId holder = workforce_.holder(ref);
    const bool with_long_term = holder.valid() && of_long_term(workforce_.post(holder).team);
    // Who holds it goes on, but that nobody on duty holds a plan.
    if (holder.valid() && (with_long_term || !long_term)) return with_long_term;
    const TeamId team = long_term ? long_term_team(known.household) : duty_team(known.household);
    workforce_.move_case(ref, team, role, known.planned() != 0 ? 2 : 1, now_, work_out_);
    return long_term;
  };
  known.with_long_term = place(slots::social_worker, Role::social_worker, known.with_long_term);
  place(slots::practitioner, Role::practitioner, true);
}

void World::coordinators_go_back() {
  if (coordinators_from_.empty()) return;
  const TeamId hub = teams_.duty.front();
  const TeamId heirs = coordinators_from_.front();
  for (const TeamId team : coordinators_from_) {
    const int posts = workforce_.delete_posts(hub, Role::unit_coordinator, 1, now_, work_out_);
    workforce_.add_posts(team, Role::practitioner, posts, now_, work_out_);
  }
  coordinators_from_.clear();
  // What they had not done yet is still to be done.
  workforce_.move_pool(
      hub, Role::unit_coordinator, Role::practitioner, [heirs](HouseholdId) { return heirs; }, now_,
      work_out_);
  supervision_.note_posts(workforce_);
}

int World::stage_of_unit(std::size_t unit, const change::Restructure& r) {
  return static_cast<int>(unit % static_cast<std::size_t>(r.stages));
}

void World::form_units(const change::Restructure& r, int stage) {
  for (std::size_t u = 0; u < units_.size(); ++u) {
    if (stage_of_unit(u, r) == stage) form_unit(u, r);
  }
  refresh_staff_cost();
}

void World::form_unit(std::size_t number, const change::Restructure& r) {
  Unit& unit = units_[number];
  unit.formed = true;
  coverage_.take(Branch::unit_formed);
  const auto exists = [&](PostId post) { return post.valid() && workforce_.post(post).exists(); };
  for (const PostId post : unit.seats.all()) {
    if (exists(post)) join(post, unit);
  }
  for (Family& known : families_) {  // held cases come with who holds them
    const PostId holder = workforce_.holder({known.household, slots::social_worker});
    if (!holder.valid() || workforce_.post(holder).team != unit.team) continue;
    known.unit = unit.team;
    bring_practitioner(known);
  }
  if (exists(unit.seats.consultant)) {
    const int applicants = static_cast<int>(p_.workforce.consultant_applicants);
    workforce_.make_consultant(unit.seats.consultant, r.competence_checked ? applicants : 1);
    const workforce::Post& lead = workforce_.post(unit.seats.consultant);
    if (r.competence_checked && lead.present() &&
        workforce::competence(p_.workforce, lead.person) < p_.workforce.consultant_competence) {
      coverage_.take(Branch::consultant_not_appointed);
      workforce_.displace(unit.seats.consultant, now_, work_out_);
    }
  }
  if (r.coaching_months > 0) {
    coaching_hours_ = r.coaching_hours;
    schedule(now_ + weeks(2), Timer{TimerKind::coaching, static_cast<std::uint8_t>(r.coaching_months), 0,
                                    static_cast<std::uint32_t>(number)});
  }
}

void World::bring_the_rest() {
  for (const TeamId team : teams_.long_term) {
    for (const Role role : {Role::social_worker, Role::practitioner}) join_units(team, role);
  }
  refresh_staff_cost();
  for (std::size_t i = 0; i < families_.size(); ++i) {
    Family& known = families_[i];
    const workforce::CaseRef ref{known.household, slots::social_worker};
    if (known.unit.valid() || !workforce_.requested(ref)) continue;
    known.unit = least_loaded_unit();
    if (!known.unit.valid()) return;
    workforce_.move_case(ref, known.unit, Role::social_worker, known.planned() != 0 ? 2 : 1, now_, work_out_);
    bring_practitioner(known);
  }
}

void World::bring_practitioner(const Family& known) {
  const workforce::CaseRef ref{known.household, slots::practitioner};
  if (!workforce_.requested(ref) || workforce_.headcount(known.unit, Role::practitioner).posts == 0) return;
  const PostId holder = workforce_.holder(ref);
  if (holder.valid() && workforce_.post(holder).team == known.unit) return;
  workforce_.move_case(ref, known.unit, Role::practitioner, 2, now_, work_out_);
}

TeamId World::least_loaded_unit() const {
  TeamId best;
  double least = 0.0;
  for (const Unit& unit : units_) {
    const std::vector<PostId>& posts = workforce_.posts_of(unit.team, Role::social_worker);
    if (!unit.formed || posts.empty()) continue;
    int cases = workforce_.unallocated(unit.team, Role::social_worker);
    for (const PostId post : posts) cases += workforce_.caseload(post);
    // Where nobody is at work the unit counts as half a worker: it is asked last, and not never.
    const double each =
        (cases + 1.0) /
        std::max(0.5, static_cast<double>(workforce_.at_work(unit.team, Role::social_worker)));
    if (best.valid() && each >= least) continue;
    best = unit.team;
    least = each;
  }
  return best;
}

TeamId World::holding_team(HouseholdId household) {
  Family& known = family(household);
  if (!known.unit.valid() && !workforce_.requested({household, slots::social_worker}))
    known.unit = least_loaded_unit();
  if (known.unit.valid()) return known.unit;
  return known.with_long_term ? long_term_team(household) : duty_team(household);
}

Unit* World::unit_of(TeamId team) {
  if (units_.empty() || team.value() < first_unit_team_) return nullptr;
  return &units_[team.value() - first_unit_team_];
}

}  // namespace lscb::world

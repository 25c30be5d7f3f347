// Systemic units: how they are formed out of teams and go back to being teams, whose a family is, what their
// meetings carry, and what their coordinators take off them.
#include <algorithm>
#include <string>
#include <utility>

#include "kernel/assert.h"
#include "world/causes.h"
#include "world/slots.h"
#include "world/world.h"

namespace lscb::world {

using pathway::Work;
using spec::Role;

namespace {

// How many apply for a consultant's post that is filled on competence, and what is asked of who holds one.
constexpr int applicants_where_checked = 4;
constexpr double competence_asked = 0.5;
// A coordinator takes no more on than this a head.
constexpr std::int64_t most_waiting_a_coordinator = 56 * 60;

}  // namespace

std::vector<PostId> World::posts_by_team(Role role) const {
  std::vector<PostId> posts;
  for (const auto* teams : {&long_term_teams_, &duty_teams_}) {  // who holds plans first
    for (const TeamId team : *teams) {
      for (std::uint32_t i = 0; i < workforce_.posts().size(); ++i) {
        const workforce::Post& post = workforce_.posts()[i];
        if (post.exists() && post.team == team && post.role == role) posts.emplace_back(i);
      }
    }
  }
  return posts;
}

void World::draw_up_units(const change::Restructure& r) {
  std::vector<PostId> workers = posts_by_team(Role::social_worker);
  std::vector<PostId> practitioners = posts_by_team(Role::practitioner);
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
    const auto team_of = [&](PostId post) {
      return post.valid() ? workforce_.post(post).team : TeamId::none();
    };
    const PostId practitioner = u < practitioners.size() ? practitioners[u] : PostId::none();
    unit.seats = {workers[u],          workers[count + u],          practitioner,
                  team_of(workers[u]), team_of(workers[count + u]), team_of(practitioner)};
    units_.push_back(std::move(unit));
  }
  first_unit_team_ = units_.empty() ? 0 : units_.front().team.value();
  const auto left = static_cast<int>(practitioners.size() - std::min(practitioners.size(), count));
  const TeamId hub = duty_teams_.front();
  int converted = 0;
  for (const TeamId team : duty_teams_) {
    const int here =
        std::min({r.coordinators - converted, left, workforce_.headcount(team, Role::practitioner).posts});
    if (here <= 0) continue;
    const int deleted = workforce_.delete_posts(team, Role::practitioner, here, now_, work_out_);
    coordinators_from_.emplace_back(team, deleted);
    converted += deleted;
  }
  workforce_.add_posts(hub, Role::unit_coordinator, converted, now_, work_out_);
  note_posts();
  schedule(now_ + weeks(1), Timer{TimerKind::unit_meeting, 0, 0, 0});
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
  const Seats& seats = unit.seats;
  workforce_.end_consultancy(seats.consultant);
  for (const auto& [post, team] :
       {std::pair{seats.consultant, seats.consultant_from}, std::pair{seats.worker, seats.worker_from},
        std::pair{seats.practitioner, seats.practitioner_from}}) {
    if (post.valid() && workforce_.post(post).exists()) workforce_.move_post(post, team, now_, work_out_);
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
    return std::find(long_term_teams_.begin(), long_term_teams_.end(), team) != long_term_teams_.end();
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
  const TeamId hub = duty_teams_.front();
  const TeamId heirs = coordinators_from_.front().first;
  for (const auto& [team, count] : coordinators_from_) {
    const int posts = workforce_.delete_posts(hub, Role::unit_coordinator, count, now_, work_out_);
    workforce_.add_posts(team, Role::practitioner, posts, now_, work_out_);
  }
  coordinators_from_.clear();
  // What they had not done yet is still to be done.
  workforce_.move_pool(
      hub, Role::unit_coordinator, Role::practitioner, [heirs](HouseholdId) { return heirs; }, now_,
      work_out_);
  note_posts();
}

int World::stage_of_unit(std::size_t unit, const change::Restructure& r) {
  return static_cast<int>(unit % static_cast<std::size_t>(r.stages));
}

void World::form_units(const change::Change& change, int stage) {
  const auto& r = std::get<change::Restructure>(change.effect);
  if (stage == 0) {
    units_since_ = change.date;
    draw_up_units(r);
  }
  for (std::size_t u = 0; u < units_.size(); ++u) {
    if (stage_of_unit(u, r) == stage) form_unit(u, r);
  }
  if (stage == r.stages - 1) bring_the_rest();
  refresh_staff_cost();
}

void World::form_unit(std::size_t number, const change::Restructure& r) {
  Unit& unit = units_[number];
  unit.formed = true;
  coverage_.take(Branch::unit_formed);
  const auto exists = [&](PostId post) { return post.valid() && workforce_.post(post).exists(); };
  for (const PostId post : {unit.seats.consultant, unit.seats.worker, unit.seats.practitioner}) {
    if (exists(post)) workforce_.move_post(post, unit.team, now_, work_out_);
  }
  for (Family& known : families_) {  // held cases come with who holds them
    const PostId holder = workforce_.holder({known.household, slots::social_worker});
    if (!holder.valid() || workforce_.post(holder).team != unit.team) continue;
    known.unit = unit.team;
    bring_practitioner(known);
  }
  if (exists(unit.seats.consultant)) {
    workforce_.make_consultant(unit.seats.consultant, r.competence_checked ? applicants_where_checked : 1);
    const workforce::Post& lead = workforce_.post(unit.seats.consultant);
    if (r.competence_checked && lead.present() &&
        workforce::competence(p_.workforce, lead.person) < competence_asked) {
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
    if (!unit.formed) continue;
    int cases = workforce_.unallocated(unit.team, Role::social_worker);
    for (const PostId post : {unit.seats.consultant, unit.seats.worker}) cases += workforce_.caseload(post);
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

bool World::lately_met(const Unit& unit) const {
  return now_ - unit.met <= hours(7.0 * 24.0 * p_.pathway.unit_meeting_lasts_weeks);
}

bool World::reflected(const workforce::TaskDone& done, bool had_time) {
  const Unit* unit = unit_of(done.worker.team);
  if (unit == nullptr) return had_time && well_supervised(done.worker);
  // In a unit the meeting is where work is thought over.
  kernel::Draws draws{
      key_, done.task.cause.child(causes::meeting_mark, static_cast<std::uint64_t>(done.task.kind))};
  return lately_met(*unit) && draws.uniform01() < unit->quality;
}

double World::carried_by_unit(const workforce::CaseAllocated& allocated) {
  const Unit* unit = unit_of(workforce_.post(allocated.post).team);
  const bool within =
      unit != nullptr && allocated.from.valid() && workforce_.post(allocated.from).team == unit->team;
  return within && lately_met(*unit) ? unit->quality : 0.0;
}

void World::relieve(workforce::Task& task) {
  const Family* known = met(task.household);
  if (units_.empty() || known == nullptr || !known->unit.valid()) return;
  auto& reflection = task.parts[workforce::index(workforce::Part::reflection)];
  reflection = Minutes{0};  // in the meeting
  const TeamId hub = duty_teams_.front();
  const int coordinators = workforce_.at_work(hub, Role::unit_coordinator);
  if (coordinators == 0 ||
      workforce_.queued(hub, Role::unit_coordinator).count() > most_waiting_a_coordinator * coordinators)
    return;
  const Minutes off{
      static_cast<std::int64_t>(static_cast<double>(task.core.count()) * p_.pathway.administration_share)};
  if (off <= Minutes{0}) return;
  task.core -= off;
  workforce::Task clerical;
  clerical.kind = static_cast<workforce::TaskKind>(Work::administration);
  clerical.priority = static_cast<workforce::Priority>(pathway::priority(Work::administration));
  clerical.assignee = workforce::Assignee::in_pool(hub, Role::unit_coordinator);
  clerical.household = task.household;
  clerical.cause = task.cause.child(causes::administration, static_cast<std::uint64_t>(task.kind));
  clerical.due = task.due;
  clerical.core = off;
  add(clerical);
}

void World::unit_meetings() {
  for (std::size_t u = 0; u < units_.size(); ++u) {
    Unit& unit = units_[u];
    if (!unit.formed) continue;
    for (const TaskId task : unit.open) workforce_.cancel(task, now_, work_out_);  // no time for it last week
    if (unit.round > 0 && unit.attended < 2) coverage_.take(Branch::unit_meeting_missed);
    unit.open.clear();
    ++unit.round;
    unit.asked = unit.attended = 0;
    unit.qualified_attended = false;
    if (counts()) ++tally_.unit_meetings_due;
    for (std::uint32_t i = 0; i < workforce_.posts().size(); ++i) {
      const PostId id{i};
      const workforce::Post& post = workforce_.post(id);
      if (post.team != unit.team || !post.exists()) continue;
      ++unit.asked;
      if (!post.at_work()) continue;
      const kernel::Cause cause = kernel::Cause::root()
                                      .child(causes::unit_meeting, u)
                                      .child(causes::unit_meeting, unit.round)
                                      .child(causes::unit_meeting, i);
      workforce::Task task = make_task(Work::unit_meeting, HouseholdId::none(), cause, 1, now_ + weeks(1),
                                       std::uint64_t{unit.round} << 32 | u);
      task.assignee = workforce::Assignee::at_post(id);
      task.lapses_with_worker = true;
      unit.open.push_back(workforce_.add(task, now_, work_out_));
    }
  }
}

double World::led_with(const Unit& unit) const {
  double best = 0.0;
  for (const PostId id : {unit.seats.consultant, unit.seats.worker}) {
    const workforce::Post& post = workforce_.post(id);
    if (!post.exists() || !post.at_work()) continue;
    // Without its consultant a unit is led by half.
    const double share = id == unit.seats.consultant ? 1.0 : 0.5;
    best = std::max(best, share * workforce::competence(p_.workforce, post.person));
  }
  return best;
}

void World::met_in_unit(const workforce::TaskDone& done) {
  Unit& unit = units_[done.task.payload & 0xffff'ffffU];
  if (unit.round != done.task.payload >> 32) return;
  ++unit.attended;
  unit.qualified_attended = unit.qualified_attended || done.worker.qualified;
  if (unit.attended < 2 || !unit.qualified_attended) return;
  if (unit.attended == 2 && counts()) ++tally_.unit_meetings_held;
  unit.met = now_;
  unit.quality = led_with(unit) * unit.attended / unit.asked;
}

void World::coach(const Timer& timer) {
  const Unit& unit = units_[timer.subject];
  for (std::uint32_t i = 0; i < workforce_.posts().size(); ++i) {
    const workforce::Post& post = workforce_.posts()[i];
    if (post.team != unit.team || !post.exists() || !post.present()) continue;
    workforce::Task task;
    task.kind = static_cast<workforce::TaskKind>(Work::training);
    task.lapses_with_worker = true;
    task.assignee = workforce::Assignee::at_post(PostId{i});
    task.cause = kernel::Cause::root()
                     .child(causes::coaching, timer.subject)
                     .child(causes::coaching, timer.detail)
                     .child(causes::coaching, i);
    task.due = now_ + weeks(4);
    task.core = hours(coaching_hours_);
    task.payload = practice_training;
    add(task);
  }
  if (timer.detail > 1) {
    schedule(add_months(now_, 1),
             Timer{TimerKind::coaching, static_cast<std::uint8_t>(timer.detail - 1), 0, timer.subject});
  }
}

}  // namespace lscb::world

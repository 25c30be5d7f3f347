#include "workforce/staff.h"

#include <algorithm>
#include <cmath>

#include "base/numeric.h"
#include "kernel/assert.h"
#include "workforce/causes.h"

namespace lscb::workforce {
namespace {

constexpr Minutes cell_length = days(Staff::cell_days);
constexpr double months_a_cell = Staff::cell_days / (365.25 / 12.0);
constexpr double years_a_cell = Staff::cell_days / 365.25;
// Declared bound of the rates of leaving and of falling ill a cell, about six a year. Candidates with a
// higher mark are not scheduled.
constexpr double rate_bound = 0.25;
constexpr double calendar_days_a_working_day = 7.0 / 5.0;
constexpr Minutes longest_age = years(30);

constexpr std::int64_t cell_of(Instant at) {
  return day_number(at) / Staff::cell_days;
}
constexpr Instant start_of(std::int64_t cell) {
  return start_of_day(cell * Staff::cell_days);
}

Minutes months(double n) {
  return Minutes{std::llround(n * minutes_per_year / 12.0)};
}

}  // namespace

Staff::Staff(const Parameters& p, const spec::Area& area, kernel::WorldKey key)
    : p_(p),
      key_(key),
      months_to_fill_(area.months_to_fill),
      leaving_per_year_(area.leaving_per_year),
      agency_cover_(area.agency_cover),
      agency_delay_(days(std::llround(p.agency_delay_weeks * 7.0))),
      agency_stay_(p.agency_stay_months * minutes_per_year / 12.0),
      ramp_start_(std::llround(p.ramp_start * 65536.0)),
      ramp_length_(months(p.ramp_months)),
      agency_ramp_length_(months(p.agency_ramp_months)),
      absence_cover_(days(std::llround(p.absence_cover_weeks * 7.0))) {
  protect_newly_qualified(p.newly_qualified_caseload, p.newly_qualified_time);
  LSCB_REQUIRE(ramp_start_ > 0 && ramp_start_ <= 65536, "a new holder's speed is a share above 0, at most 1");
  set_recruitment(months_to_fill_, leaving_per_year_);
  const std::size_t teams = area.teams.size() + area.centres.size();
  groups_.resize(teams * spec::role_count);
  unrest_.resize(teams);
  for (std::uint32_t g = 0; g < groups_.size(); ++g) {
    groups_[g].team = TeamId{g / spec::role_count};
    groups_[g].role = static_cast<spec::Role>(g % spec::role_count);
  }
}

void Staff::set_recruitment(double months_to_fill, double leaving_per_year) {
  LSCB_REQUIRE(months_to_fill > 0.0, "the time to fill a post is above 0 months");
  LSCB_REQUIRE(
      leaving_per_year >= 0.0 && leaving_per_year * years_a_cell * p_.leaving_load_most <= rate_bound,
      "the rate of leaving lies from 0 to its declared bound");
  months_to_fill_ = months_to_fill;
  leaving_per_year_ = leaving_per_year;
}

void Staff::protect_newly_qualified(std::optional<double> caseload, std::optional<double> time) {
  if (caseload) {
    LSCB_REQUIRE(*caseload >= 0.0 && *caseload <= 1.0, "a protected caseload is a share from 0 to 1");
    newly_qualified_caseload_ = std::llround(*caseload * 65536.0);
  }
  if (time) {
    LSCB_REQUIRE(*time >= 0.0 && *time < 1.0, "time for development is a share from 0, below 1");
    newly_qualified_work_ = 65536 - std::llround(*time * 65536.0);
  }
}

bool Staff::newly_qualified(PostId id, Instant now) const {
  const Post& post = posts_[id.value()];
  return post.holder == Holder::permanent && qualified(post.role) &&
         post.person.in_first_year(post.since, now);
}

std::int64_t Staff::caseload_share(PostId post, Instant now) const {
  return newly_qualified_caseload_ != 65536 && newly_qualified(post, now) ? newly_qualified_caseload_ : 65536;
}

std::int64_t Staff::working_share(PostId post, Instant now) const {
  return newly_qualified_work_ != 65536 && newly_qualified(post, now) ? newly_qualified_work_ : 65536;
}

double Staff::long_run_vacancy() const {
  const double filling_per_year = 12.0 / months_to_fill_;
  const double both = leaving_per_year_ + filling_per_year;
  return both > 0.0 ? leaving_per_year_ / both : 0.0;
}

const Group& Staff::group(PostId post) const {
  const Post& p = posts_[post.value()];
  return groups_[group_of(p.team, p.role)];
}

TeamId Staff::add_team() {
  const TeamId team{static_cast<TeamId::Value>(unrest_.size())};
  unrest_.emplace_back();
  for (int role = 0; role < spec::role_count; ++role) {
    Group group;
    group.team = team;
    group.role = static_cast<spec::Role>(role);
    groups_.push_back(group);
  }
  return team;
}

void Staff::move(PostId id, TeamId team) {
  Post& post = posts_[id.value()];
  LSCB_DEBUG_ASSERT(post.exists(), "a deleted post moves nowhere");
  Group& from = groups_[group_of(post.team, post.role)];
  Group& to = groups_[group_of(team, post.role)];
  from.posts.erase(std::find(from.posts.begin(), from.posts.end(), id));
  to.posts.insert(std::upper_bound(to.posts.begin(), to.posts.end(), id), id);
  if (post.at_work()) count_at_work(post, -1);
  post.team = team;
  if (post.at_work()) count_at_work(post, 1);
}

void Staff::count_at_work(const Post& post, int sign) {
  Group& group = groups_[group_of(post.team, post.role)];
  group.at_work += sign;
  group.hours_at_work += sign * post.hours;
}

void Staff::make_consultant(PostId post, int applicants) {
  posts_[post.value()].consultant = true;
  posts_[post.value()].applicants = static_cast<std::uint8_t>(applicants);
}

void Staff::end_consultancy(PostId post) {
  posts_[post.value()].consultant = false;
  posts_[post.value()].applicants = 1;
}

PostId Staff::create(std::uint32_t g, int hours, Instant now) {
  LSCB_REQUIRE(hours >= 1 && hours <= 100, "a contract holds from 1 to 100 hundredths of a whole post");
  Group& group = groups_[g];
  const PostId id{static_cast<PostId::Value>(posts_.size())};
  Post post;
  post.team = group.team;
  post.role = group.role;
  post.rank = group.created++;
  post.hours = hours;
  post.created = now;
  post.since = now;
  posts_.push_back(post);
  Turnover turnover;
  turnover.cause = kernel::Cause::root()
                       .child(causes::group, group.team.value())
                       .child(causes::role, spec::index(group.role))
                       .child(causes::post, post.rank);
  turnover.counted_from = now;
  turnover_.push_back(turnover);
  group.posts.push_back(id);
  return id;
}

void Staff::settle_at_start(PostId id, double chance_vacant, Instant now, Outbox& out) {
  Post& post = posts_[id.value()];
  const Turnover& t = turnover_[id.value()];
  kernel::Draws draws{key_, t.cause.child(causes::at_start)};
  const bool vacant = draws.uniform01() < chance_vacant;
  const double age = -numeric::log(draws.uniform01_open());
  const auto ago = [&](double mean) {
    return Minutes{static_cast<std::int64_t>(std::min(age * mean, static_cast<double>(longest_age.count())))};
  };
  if (vacant) {
    begin_tenure(id, now, out);
    if (agency_covers(id)) {  // arranged before the run begins, so there on the first day
      arrive(id, Holder::agency, now, out);
      post.since = now - ago(agency_stay_);
    }
    return;
  }
  post.holder = Holder::permanent;
  post.incumbent = 1;
  post.person = draw_person(p_, Holder::permanent, key_, t.cause.child(causes::at_start));
  // Exponential stays: the time already served, seen at an arbitrary moment, is exponential too.
  post.since = leaving_per_year_ > 0.0 ? now - ago(minutes_per_year / leaving_per_year_) : now - longest_age;
  count_at_work(post, 1);
  begin_tenure(id, now, out);
}

void Staff::schedule_next_cell(Instant now, Outbox& out) const {
  const std::int64_t next = cell_of(now) + 1;
  out.events.push_back({start_of(next), {Event::Type::cell, static_cast<std::uint32_t>(next), 0}});
}

void Staff::begin_cell(std::int64_t cell, Outbox& out) {
  for (std::uint32_t i = 0; i < posts_.size(); ++i) {
    if (posts_[i].exists()) draw_candidate(PostId{i}, cell, out);
  }
  schedule_next_cell(start_of(cell), out);
}

void Staff::begin_tenure(PostId post, Instant now, Outbox& out) {
  Turnover& t = turnover_[post.value()];
  ++t.tenure;
  t.round = 0;
  t.ills = 0;
  t.awaits_agency = false;
  t.counted_from = now;
  t.drawn_cell = -1;
  draw_candidate(post, cell_of(now), out);
}

void Staff::draw_candidate(PostId post, std::int64_t cell, Outbox& out) {
  Turnover& t = turnover_[post.value()];
  if (t.drawn_cell == cell) return;
  t.drawn_cell = cell;
  kernel::Draws draws{
      key_,
      t.cause.child(causes::tenure, t.tenure).child(causes::candidate, static_cast<std::uint64_t>(cell))};
  t.mark = draws.uniform01();
  const auto into = static_cast<std::int64_t>(draws.uniform01() * static_cast<double>(cell_length.count()));
  const Instant at = start_of(cell) + Minutes{into};
  if (posts_[post.value()].holder == Holder::permanent) draw_illness(post, cell, out);
  if (at < t.counted_from) return;
  if (posts_[post.value()].holder == Holder::permanent && t.mark >= rate_bound) return;
  out.events.push_back({at, {Event::Type::candidate, post.value(), t.tenure}});
}

void Staff::draw_illness(PostId post, std::int64_t cell, Outbox& out) {
  if (p_.absence_spells_year <= 0.0) return;
  Turnover& t = turnover_[post.value()];
  kernel::Draws draws{
      key_, t.cause.child(causes::tenure, t.tenure).child(causes::absence, static_cast<std::uint64_t>(cell))};
  t.ill_mark = draws.uniform01();
  const auto into = static_cast<std::int64_t>(draws.uniform01() * static_cast<double>(cell_length.count()));
  const bool is_long = draws.uniform01() < p_.absence_long_share;
  const double mean_days = is_long ? p_.absence_long_days : p_.absence_short_days;
  t.illness = Minutes{static_cast<std::int64_t>(-numeric::log(draws.uniform01_open()) * mean_days *
                                                calendar_days_a_working_day * days(1).count()) +
                      1};
  const Instant at = start_of(cell) + Minutes{into};
  if (at < t.counted_from || t.ill_mark >= rate_bound) return;
  out.events.push_back({at, {Event::Type::illness, post.value(), t.tenure}});
}

Surroundings Staff::surroundings(PostId id, Instant now, double pressure) const {
  const Post& post = posts_[id.value()];
  const Group& group = groups_[group_of(post.team, post.role)];
  Surroundings around;
  around.waiting_weeks = pressure;
  around.years_in_post = in_years(now - post.since);
  const auto others = static_cast<double>(group.posts.size()) - 1.0;
  const double at_work = group.at_work - (post.at_work() ? 1 : 0);
  around.missing = others > 0.0 ? 1.0 - at_work / others : 0.0;
  around.unrest = unrest_[post.team.value()].level(p_.unrest_months, now);
  return around;
}

bool Staff::accepted(const Turnover& t, double mark, double rate, Instant now) const {
  const Minutes lasted = now - std::max(t.counted_from, start_of(cell_of(now)));
  const double part = static_cast<double>(lasted.count()) / static_cast<double>(cell_length.count());
  return mark < rate * numeric::exp(-rate * part);
}

bool Staff::takes_effect(const Event& event, Instant now, double pressure) const {
  const Post& post = posts_[event.subject];
  const Turnover& t = turnover_[event.subject];
  if (!post.exists() || event.generation != t.tenure) return false;
  if (post.holder != Holder::permanent) {
    if (holds_.appointments(post.role)) return false;
    return accepted(t, t.mark, std::min(1.0, months_a_cell / months_to_fill_), now);
  }
  const double multiple = leaving_multiple(p_, surroundings(PostId{event.subject}, now, pressure));
  return accepted(t, t.mark, std::min(rate_bound, leaving_per_year_ * years_a_cell * multiple), now);
}

bool Staff::falls_ill(const Event& event, Instant now, double pressure) const {
  const Post& post = posts_[event.subject];
  const Turnover& t = turnover_[event.subject];
  if (!post.exists() || event.generation != t.tenure || post.holder != Holder::permanent || post.absent)
    return false;
  const double multiple = absence_multiple(p_, surroundings(PostId{event.subject}, now, pressure));
  return accepted(t, t.ill_mark, std::min(rate_bound, p_.absence_spells_year * years_a_cell * multiple), now);
}

std::uint64_t Staff::illness_generation(const Turnover& t) {
  return static_cast<std::uint64_t>(t.tenure) << 32 | t.ills;
}

bool Staff::still_ill(const Event& event) const {
  const Post& post = posts_[event.subject];
  return post.exists() && post.absent && event.generation == illness_generation(turnover_[event.subject]);
}

void Staff::fall_ill(PostId id, Instant now, Outbox& out) {
  Post& post = posts_[id.value()];
  Turnover& t = turnover_[id.value()];
  LSCB_DEBUG_ASSERT(post.at_work(), "only somebody at work falls ill");
  post.absent = true;
  count_at_work(post, -1);
  ++t.ills;
  const std::uint64_t generation = illness_generation(t);
  out.events.push_back({now + t.illness, {Event::Type::recovery, id.value(), generation}});
  if (absence_cover_ < t.illness) {
    out.events.push_back({now + absence_cover_, {Event::Type::illness_covered, id.value(), generation}});
  }
}

void Staff::recover(PostId id) {
  Post& post = posts_[id.value()];
  post.absent = false;
  count_at_work(post, 1);
}

void Staff::unsettle(TeamId team, double amount, Instant now) {
  unrest_[team.value()].add(amount, p_.unrest_months, now);
}

std::uint64_t Staff::round_generation(const Turnover& t) {
  return static_cast<std::uint64_t>(t.tenure) << 32 | t.round;
}

bool Staff::is_current(const Event& event) const {
  return posts_[event.subject].exists() && event.generation == round_generation(turnover_[event.subject]);
}

bool Staff::agency_covers(PostId post) {
  Turnover& t = turnover_[post.value()];
  if (!qualified(posts_[post.value()].role)) return false;
  if (holds_.agency) {
    t.awaits_agency = true;
    return false;
  }
  kernel::Draws draws{key_, t.cause.child(causes::tenure, t.tenure).child(causes::agency_round, t.round)};
  if (draws.uniform01() >= agency_cover_) return false;
  t.agency_stay =
      Minutes{static_cast<std::int64_t>(-numeric::log(draws.uniform01_open()) * agency_stay_) + 1};
  return true;
}

void Staff::engage_agency(PostId post, Instant now, Outbox& out) {
  if (!agency_covers(post)) return;
  const std::uint64_t generation = round_generation(turnover_[post.value()]);
  out.events.push_back({now + agency_delay_, {Event::Type::agency_starts, post.value(), generation}});
}

void Staff::arrive(PostId id, Holder holder, Instant now, Outbox& out) {
  Post& post = posts_[id.value()];
  LSCB_DEBUG_ASSERT(post.exists() && !post.present(), "only a vacant post is filled");
  post.holder = holder;
  post.since = now;
  ++post.incumbent;
  count_at_work(post, 1);
  const Turnover& t = turnover_[id.value()];
  const kernel::Cause cause = t.cause.child(causes::tenure, t.tenure);
  post.person = draw_person(p_, holder, key_,
                            holder == Holder::agency ? cause.child(causes::agency_round, t.round) : cause);
  if (holder == Holder::permanent && post.applicants > 1) {  // the best of so many uniform marks
    post.person.aptitude =
        numeric::exp(numeric::log(std::max(post.person.aptitude, 1e-12)) / post.applicants);
  }
  if (holder == Holder::agency) {
    out.events.push_back({now + t.agency_stay, {Event::Type::agency_ends, id.value(), round_generation(t)}});
  } else {
    begin_tenure(id, now, out);
  }
}

void Staff::depart(PostId id, Instant now, Outbox& out) {
  Post& post = posts_[id.value()];
  LSCB_DEBUG_ASSERT(post.present(), "only somebody in post leaves");
  const Holder left = post.holder;
  if (post.at_work()) count_at_work(post, -1);
  post.holder = Holder::vacant;
  post.absent = false;
  post.since = now;
  if (left == Holder::agency) {
    ++turnover_[id.value()].round;
    engage_agency(id, now, out);
  } else {
    begin_vacancy(id, now, out);
  }
}

void Staff::begin_vacancy(PostId id, Instant now, Outbox& out) {
  begin_tenure(id, now, out);
  engage_agency(id, now, out);
}

void Staff::remove(PostId id, Instant now) {
  Post& post = posts_[id.value()];
  Group& group = groups_[group_of(post.team, post.role)];
  if (post.at_work()) count_at_work(post, -1);
  post.holder = Holder::vacant;
  post.absent = false;
  post.deleted = now;
  group.posts.erase(std::find(group.posts.begin(), group.posts.end(), id));
}

std::int64_t Staff::ramp(PostId id, Instant now) const {
  const Post& post = posts_[id.value()];
  const Minutes length = post.holder == Holder::agency ? agency_ramp_length_ : ramp_length_;
  const Minutes served = now - post.since;
  if (served >= length) return 65536;
  return ramp_start_ + (65536 - ramp_start_) * served.count() / length.count();
}

}  // namespace lscb::workforce

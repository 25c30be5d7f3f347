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
// Declared bound of the rate of leaving a cell, about six a year. Candidates with a higher mark are not
// scheduled.
constexpr double leaving_bound = 0.25;
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
    : key_(key),
      months_to_fill_(area.months_to_fill),
      leaving_per_year_(area.leaving_per_year),
      agency_cover_(area.agency_cover),
      leaving_load_from_(p.leaving_load_from),
      leaving_load_slope_(p.leaving_load_slope),
      leaving_load_most_(p.leaving_load_most),
      agency_delay_(days(std::llround(p.agency_delay_weeks * 7.0))),
      agency_stay_(p.agency_stay_months * minutes_per_year / 12.0),
      ramp_start_(std::llround(p.ramp_start * 65536.0)),
      ramp_length_(months(p.ramp_months)),
      agency_ramp_length_(months(p.agency_ramp_months)) {
  LSCB_REQUIRE(ramp_start_ > 0 && ramp_start_ <= 65536, "a new holder's speed is a share above 0, at most 1");
  set_recruitment(months_to_fill_, leaving_per_year_);
  const std::size_t teams = area.teams.size() + area.centres.size();
  groups_.resize(teams * spec::role_count);
  for (std::uint32_t g = 0; g < groups_.size(); ++g) {
    groups_[g].team = TeamId{g / spec::role_count};
    groups_[g].role = static_cast<spec::Role>(g % spec::role_count);
  }
}

void Staff::set_recruitment(double months_to_fill, double leaving_per_year) {
  LSCB_REQUIRE(months_to_fill > 0.0, "the time to fill a post is above 0 months");
  LSCB_REQUIRE(
      leaving_per_year >= 0.0 && leaving_per_year * years_a_cell * leaving_load_most_ <= leaving_bound,
      "the rate of leaving lies from 0 to its declared bound");
  months_to_fill_ = months_to_fill;
  leaving_per_year_ = leaving_per_year;
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

PostId Staff::create(std::uint32_t g, Instant now) {
  Group& group = groups_[g];
  const PostId id{static_cast<PostId::Value>(posts_.size())};
  Post post;
  post.team = group.team;
  post.role = group.role;
  post.rank = group.created++;
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
  // Exponential stays: the time already served, seen at an arbitrary moment, is exponential too.
  post.since = leaving_per_year_ > 0.0 ? now - ago(minutes_per_year / leaving_per_year_) : now - longest_age;
  ++groups_[group_of(post.team, post.role)].present;
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
  if (at < t.counted_from) return;
  if (posts_[post.value()].holder == Holder::permanent && t.mark >= leaving_bound) return;
  out.events.push_back({at, {Event::Type::candidate, post.value(), t.tenure}});
}

double Staff::leaving_rate(double pressure) const {
  const double excess = std::max(0.0, pressure - leaving_load_from_);
  return leaving_per_year_ * std::min(leaving_load_most_, 1.0 + leaving_load_slope_ * excess);
}

bool Staff::takes_effect(const Event& event, Instant now, double pressure) const {
  const Post& post = posts_[event.subject];
  const Turnover& t = turnover_[event.subject];
  if (!post.exists() || event.generation != t.tenure) return false;
  if (post.holder != Holder::permanent && holds_.appointments(post.role)) return false;
  const double rate = post.holder == Holder::permanent ? leaving_rate(pressure) * years_a_cell
                                                       : std::min(1.0, months_a_cell / months_to_fill_);
  const Minutes lasted = now - std::max(t.counted_from, start_of(cell_of(now)));
  const double part = static_cast<double>(lasted.count()) / static_cast<double>(cell_length.count());
  return t.mark < rate * numeric::exp(-rate * part);
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
  ++groups_[group_of(post.team, post.role)].present;
  const Turnover& t = turnover_[id.value()];
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
  post.holder = Holder::vacant;
  post.since = now;
  --groups_[group_of(post.team, post.role)].present;
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
  if (post.present()) --group.present;
  post.holder = Holder::vacant;
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

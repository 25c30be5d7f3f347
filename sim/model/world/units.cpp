#include "world/units.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "kernel/assert.h"
#include "workforce/person.h"

namespace lscb::world {

using spec::Role;

namespace {

bool stands(PostId seat, const workforce::Workforce& workforce) {
  return seat.valid() && workforce.post(seat).exists();
}

bool among(const std::vector<PostId>& posts, PostId post) {
  return std::find(posts.begin(), posts.end(), post) != posts.end();
}

}  // namespace

Units::Units(const Parameters& parameters, Teams teams) : p_(parameters), teams_(std::move(teams)) {}

// --- Which there are ---------------------------------------------------------------------------------------

const Unit* Units::of(TeamId team) const {
  if (units_.empty() || team < units_.front().team || team > units_.back().team) return nullptr;
  return &units_[team.value() - units_.front().team.value()];
}

std::vector<std::size_t> Units::at_stage(int stage, const change::Restructure& r) const {
  std::vector<std::size_t> numbers;
  const auto stages = static_cast<std::size_t>(r.stages);
  for (auto u = static_cast<std::size_t>(stage); u < units_.size(); u += stages) numbers.push_back(u);
  return numbers;
}

std::vector<PostId> Units::all_seats() const {
  std::vector<PostId> seats;
  for (const Unit& unit : units_) {
    for (const PostId post : unit.seats.all()) {
      if (post.valid()) seats.push_back(post);
    }
  }
  return seats;
}

TeamId Units::least_loaded(const workforce::Workforce& workforce) const {
  TeamId best;
  double least = 0.0;
  for (const Unit& unit : units_) {
    const std::vector<PostId>& posts = workforce.posts_of(unit.team, Role::social_worker);
    if (!unit.formed || posts.empty()) continue;
    int cases = workforce.unallocated(unit.team, Role::social_worker);
    for (const PostId post : posts) cases += workforce.caseload(post);
    // Where nobody is at work the unit counts as half a worker: it is asked last, and not never.
    const double each =
        (cases + 1.0) / std::max(0.5, static_cast<double>(workforce.at_work(unit.team, Role::social_worker)));
    if (best.valid() && each >= least) continue;
    best = unit.team;
    least = each;
  }
  return best;
}

// --- How they come and go ----------------------------------------------------------------------------------

// Who holds plans goes first. The last post of each duty team stays.
std::vector<PostId> Units::posts_to_seat(Role role, const std::vector<PostId>& for_a_time,
                                         const workforce::Workforce& workforce) const {
  std::vector<PostId> posts;
  const auto take = [&](TeamId team) {
    const std::vector<PostId>& all = workforce.posts_of(team, role);
    std::copy_if(all.begin(), all.end(), std::back_inserter(posts),
                 [&](PostId post) { return !among(for_a_time, post); });
  };
  for (const TeamId team : teams_.long_term) take(team);
  for (const TeamId team : teams_.duty) {
    const std::size_t before = posts.size();
    take(team);
    if (posts.size() > before) posts.pop_back();
  }
  return posts;
}

void Units::draw_up(const change::Restructure& r, Instant date, const std::vector<PostId>& for_a_time,
                    const Hands& hands) {
  LSCB_REQUIRE(units_.empty(), "units are drawn up once");
  since_ = date;
  coaching_hours_ = r.coaching_hours;
  const std::vector<PostId> practitioners = posts_to_seat(Role::practitioner, for_a_time, hands.workforce);
  seat(r, posts_to_seat(Role::social_worker, for_a_time, hands.workforce), practitioners, hands);
  const auto seated = static_cast<std::ptrdiff_t>(std::min(count(), practitioners.size()));
  appoint_coordinators(r.coordinators, {practitioners.begin() + seated, practitioners.end()}, hands);
}

// As many as are asked for and can be filled: consultants are the first of those who may be seated.
void Units::seat(const change::Restructure& r, std::vector<PostId> workers,
                 const std::vector<PostId>& practitioners, const Hands& hands) {
  workforce::Workforce& workforce = hands.workforce;
  const auto count = std::min<std::size_t>(static_cast<std::size_t>(r.units), workers.size() / 2);
  workers.resize(2 * count);
  const auto before = [&](PostId a, PostId b) {
    const workforce::Post& x = workforce.post(a);
    const workforce::Post& y = workforce.post(b);
    if (x.present() != y.present()) return x.present();
    if (r.competence_checked) {
      return workforce::competence(p_.workforce, x.person) > workforce::competence(p_.workforce, y.person);
    }
    return x.since < y.since;  // slotted in by service
  };
  std::stable_sort(workers.begin(), workers.end(), before);
  for (std::size_t u = 0; u < count; ++u) {
    Unit unit;
    unit.team = workforce.add_team("unit-" + std::to_string(u + 1));
    unit.seats = {workers[u], workers[count + u],
                  u < practitioners.size() ? practitioners[u] : PostId::none()};
    units_.push_back(std::move(unit));
  }
}

// Posts of practitioners on duty who have no seat become coordinators', vacant ones first.
void Units::appoint_coordinators(int wanted, std::vector<PostId> without_seat, const Hands& hands) {
  workforce::Workforce& workforce = hands.workforce;
  without_seat.erase(
      std::remove_if(without_seat.begin(), without_seat.end(),
                     [&](PostId post) { return teams_.is_long_term(workforce.post(post).team); }),
      without_seat.end());
  std::stable_partition(without_seat.begin(), without_seat.end(),
                        [&](PostId post) { return !workforce.post(post).present(); });
  without_seat.resize(std::min(without_seat.size(), static_cast<std::size_t>(wanted)));
  for (const PostId post : without_seat) {
    coordinators_from_.push_back(workforce.post(post).team);
    workforce.delete_post(post, hands.now, hands.out);
  }
  workforce.add_posts(hub(), Role::unit_coordinator, static_cast<int>(without_seat.size()), hands.now,
                      hands.out);
}

void Units::form(std::size_t number, const Hands& hands) {
  Unit& unit = units_[number];
  unit.formed = true;
  for (const PostId post : unit.seats.all()) {
    if (stands(post, hands.workforce)) join(post, unit, hands);
  }
}

bool Units::appoint_consultant(std::size_t number, const change::Restructure& r, const Hands& hands) {
  const PostId seat = units_[number].seats.consultant;
  if (!stands(seat, hands.workforce)) return true;
  const int applicants = static_cast<int>(p_.workforce.consultant_applicants);
  hands.workforce.make_consultant(seat, r.competence_checked ? applicants : 1);
  const workforce::Post& lead = hands.workforce.post(seat);
  if (!r.competence_checked || !lead.present() ||
      workforce::competence(p_.workforce, lead.person) >= p_.workforce.consultant_competence)
    return true;
  hands.workforce.displace(seat, hands.now, hands.out);
  return false;
}

void Units::join(PostId post, const Unit& unit, const Hands& hands) {
  came_from_.resize(hands.workforce.posts().size());
  came_from_[post.value()] = hands.workforce.post(post).team;
  hands.workforce.move_post(post, unit.team, hands.now, hands.out);
}

void Units::take_in(TeamId team, Role role, const Hands& hands) {
  const bool any_formed = std::any_of(units_.begin(), units_.end(), [](const Unit& u) { return u.formed; });
  const bool has_seats = role == Role::social_worker || role == Role::practitioner;
  if (!any_formed || !has_seats || !teams_.is_long_term(team)) return;
  const std::vector<PostId> left = hands.workforce.posts_of(team, role);
  const std::vector<PostId> seats = all_seats();
  for (const PostId post : left) {
    if (among(seats, post)) continue;  // its unit is yet to be formed
    join(post, with_fewest(role, hands.workforce), hands);
  }
}

const Unit& Units::with_fewest(Role role, const workforce::Workforce& workforce) const {
  const Unit* fewest = nullptr;
  for (const Unit& unit : units_) {
    if (!unit.formed) continue;
    if (fewest == nullptr ||
        workforce.posts_of(unit.team, role).size() < workforce.posts_of(fewest->team, role).size())
      fewest = &unit;
  }
  return *fewest;
}

void Units::dissolve(std::size_t number, const Hands& hands) {
  workforce::Workforce& workforce = hands.workforce;
  Unit& unit = units_[number];
  unit.formed = false;
  for (const TaskId task : unit.open) workforce.cancel(task, hands.now, hands.out);
  unit.open.clear();
  workforce.end_consultancy(unit.seats.consultant);
  for (std::uint32_t i = 0; i < came_from_.size(); ++i) {
    const workforce::Post& post = workforce.posts()[i];
    if (post.exists() && post.team == unit.team)
      workforce.move_post(PostId{i}, came_from_[i], hands.now, hands.out);
  }
}

int Units::coordinators_go_back(const Hands& hands) {
  if (coordinators_from_.empty()) return 0;
  const auto count = static_cast<int>(coordinators_from_.size());
  const TeamId heirs = coordinators_from_.front();
  for (const TeamId team : coordinators_from_) {
    const int posts = hands.workforce.delete_posts(hub(), Role::unit_coordinator, 1, hands.now, hands.out);
    hands.workforce.add_posts(team, Role::practitioner, posts, hands.now, hands.out);
  }
  coordinators_from_.clear();
  // What they had not done yet is still to be done.
  hands.workforce.move_pool(
      hub(), Role::unit_coordinator, Role::practitioner, [heirs](HouseholdId) { return heirs; }, hands.now,
      hands.out);
  return count;
}

}  // namespace lscb::world

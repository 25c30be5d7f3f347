// Every comparison takes its struct apart with a structured binding that names each member: a member added to
// a change or an area stops this file from compiling until it is compared too.
#include "experiment/design_difference.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <tuple>
#include <variant>

namespace lscb::experiment {
namespace {

auto fields(const change::Restructure& x) {
  const auto& [announced, team, stages, gap, consultation, training, transferred, ties, mend] = x;
  return std::tie(announced, team, stages, gap, consultation, training, transferred, ties, mend);
}
auto fields(const change::ThresholdPolicy& x) {
  const auto& [initial, enquiry, caf, anchor, until] = x;
  return std::tie(initial, enquiry, caf, anchor, until);
}
auto fields(const change::CentreCut& x) {
  const auto& [centre, cut, closed] = x;
  return std::tie(centre, cut, closed);
}
auto fields(const change::Posts& x) {
  const auto& [team, role, count, until] = x;
  return std::tie(team, role, count, until);
}
auto fields(const change::Recruitment& x) {
  const auto& [months, leaving] = x;
  return std::tie(months, leaving);
}
auto fields(const spec::Establishment& x) {
  const auto& [role, posts, vacant] = x;
  return std::tie(role, posts, vacant);
}
auto fields(const spec::Centre& x) {
  const auto& [id, title, posts, open, budget, catchment] = x;
  return std::tie(id, title, posts, open, budget, catchment);
}
auto fields(const spec::Flows& x) {
  const auto& [contacts, referrals, initial, core, enquiries, conferences, reviews, plans, in_need,
               looked_after] = x;
  return std::tie(contacts, referrals, initial, core, enquiries, conferences, reviews, plans, in_need,
                  looked_after);
}

template <class T>
bool same_fields(const T& a, const T& b) {
  return fields(a) == fields(b);
}

template <class T, class Same>
bool all_same(const std::vector<T>& a, const std::vector<T>& b, Same same) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), same);
}

bool same_team(const spec::Team& a, const spec::Team& b) {
  const auto& [id, title, kind, establishment] = a;
  return id == b.id && title == b.title && kind == b.kind &&
         all_same(establishment, b.establishment, same_fields<spec::Establishment>);
}

bool same_area(const spec::Area& a, const spec::Area& b) {
  const auto& [id, title, children, flows, teams, centres, sources, fill, leaving, agency] = a;
  return id == b.id && title == b.title && children == b.children && same_fields(flows, b.flows) &&
         all_same(teams, b.teams, same_team) && all_same(centres, b.centres, same_fields<spec::Centre>) &&
         sources == b.referral_sources && fill == b.months_to_fill && leaving == b.leaving_per_year &&
         agency == b.agency_cover;
}

std::vector<double> values(const world::Parameters& parameters) {
  std::vector<double> all;
  world::Parameters::visit(parameters,
                           [&all](const auto&, const auto&, const double& value) { all.push_back(value); });
  return all;
}

}  // namespace

bool same_change(const change::Change& a, const change::Change& b) {
  if (a.date != b.date || a.effect.index() != b.effect.index()) return false;
  return std::visit(
      [&b](const auto& effect) {
        return same_fields(effect, std::get<std::decay_t<decltype(effect)>>(b.effect));
      },
      a.effect);
}

Instant begins(const change::Change& change) {
  const auto* restructure = std::get_if<change::Restructure>(&change.effect);
  return restructure ? std::min(restructure->announced, change.date) : change.date;
}

std::vector<change::Change> changes_without(const std::vector<change::Change>& a,
                                            const std::vector<change::Change>& b) {
  std::vector<bool> taken(b.size(), false);
  std::vector<change::Change> left;
  for (const auto& change : a) {
    bool found = false;
    for (std::size_t i = 0; i < b.size() && !found; ++i) {
      if (!taken[i] && same_change(change, b[i])) found = taken[i] = true;
    }
    if (!found) left.push_back(change);
  }
  return left;
}

bool same_world(const world::Design& a, const world::Design& b) {
  return same_area(a.area, b.area) && values(a.parameters) == values(b.parameters);
}

std::optional<Instant> first_difference(const world::Design& a, const world::Design& b) {
  if (!same_world(a, b)) return Instant::long_ago();
  std::optional<Instant> first;
  const auto look = [&first](const std::vector<change::Change>& one,
                             const std::vector<change::Change>& other) {
    for (const auto& change : changes_without(one, other)) {
      if (!first || begins(change) < *first) first = begins(change);
    }
  };
  look(a.changes, b.changes);
  look(b.changes, a.changes);
  look(a.history, b.history);
  look(b.history, a.history);
  return first;
}

}  // namespace lscb::experiment

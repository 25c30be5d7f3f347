#include "world/timetable.h"

#include <algorithm>
#include <variant>

#include "door/returns.h"
#include "world/replicate.h"

namespace lscb::world {
namespace {

bool same(const Act& a, const Act& b) {
  return a.at == b.at && a.step == b.step && a.change->date == b.change->date &&
         a.change->effect == b.change->effect;
}

std::vector<double> values(const Parameters& parameters) {
  std::vector<double> all;
  Parameters::visit(parameters,
                    [&all](const auto&, const auto&, const double& value) { all.push_back(value); });
  return all;
}

void add_acts(const change::Change& change, Interval run, std::vector<Act>& acts) {
  const auto at = [&](Instant when, int step) {
    if (run.contains(when)) acts.push_back({when, &change, step});
  };
  if (const auto* r = std::get_if<change::Restructure>(&change.effect)) {
    at(r->announced, announcement);
    for (int stage = 0; stage < r->stages; ++stage) {
      at(change.date + weeks(static_cast<std::int64_t>(stage) * r->weeks_between_stages), stage);
    }
    return;
  }
  if (const auto* inspection = std::get_if<change::Inspection>(&change.effect)) {
    at(change.date, 0);
    at(inspection->published, publication);
    return;
  }
  if (const auto* training = std::get_if<change::GoodEnoughParenting>(&change.effect)) {
    const Instant end = training->until ? std::min(*training->until, run.to) : run.to;
    if (!training->every_months) {
      at(change.date, 0);
      return;
    }
    for (int months = 0; add_months(change.date, months) < end; months += *training->every_months) {
      at(add_months(change.date, months), 0);
    }
    return;
  }
  const std::optional<Instant> until = change::until_of(change.effect);
  if (until && *until <= run.from) return;
  at(std::max(change.date, run.from), 0);
  if (std::holds_alternative<change::TargetPolicy>(change.effect)) {
    int step = 0;
    const Instant end = until ? std::min(*until, run.to) : run.to;
    for (int quarter = door::quarter_of(change.date) + 1; door::quarter_begins(quarter) < end; ++quarter) {
      at(door::quarter_begins(quarter), ++step);
    }
  }
  if (until) at(*until, undoing);
}

}  // namespace

std::vector<Act> timetable(const Design& design, Interval run) {
  std::vector<Act> acts;
  for (const auto* changes : {&design.history, &design.changes}) {
    for (const change::Change& change : *changes) add_acts(change, run, acts);
  }
  std::stable_sort(acts.begin(), acts.end(), [](const Act& a, const Act& b) { return a.at < b.at; });
  return acts;
}

bool same_world(const Design& a, const Design& b) {
  return a.area == b.area && a.demand_intensity == b.demand_intensity &&
         values(a.parameters) == values(b.parameters);
}

std::optional<Instant> part(const std::vector<Act>& a, const std::vector<Act>& b) {
  const std::size_t both = std::min(a.size(), b.size());
  std::size_t i = 0;
  while (i < both && same(a[i], b[i])) ++i;
  std::optional<Instant> first;
  for (const auto* acts : {&a, &b}) {
    if (i < acts->size() && (!first || (*acts)[i].at < *first)) first = (*acts)[i].at;
  }
  return first;
}

}  // namespace lscb::world

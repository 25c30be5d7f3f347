#include "world/alone.h"

#include <algorithm>
#include <optional>

namespace lscb::world {
namespace {

using Series = Readings::Series;

/// Whether it was at that time or had been; none: nobody read it until then.
std::optional<double> had_been(const Series* series, double at_least, Instant now) {
  if (series == nullptr || series->front().at > now) return std::nullopt;
  for (const auto& entry : *series) {
    if (entry.at > now) break;
    if (entry.value >= at_least) return 1.0;
  }
  return 0.0;
}

bool always(const Series* series, double at_least) {
  return series != nullptr && std::all_of(series->begin(), series->end(),
                                          [&](const auto& entry) { return entry.value >= at_least; });
}

/// What is read where that is eased; none: it is not.
std::optional<double> eased_reading(const Eased& eased, Reading what, std::uint32_t which,
                                    const Series* series, Instant now) {
  switch (what) {
    case Reading::centre_open:
      if (eased.early_help) return 1.0;
      break;
    case Reading::thought_over:
      if (eased.experience) return by_supervision;
      break;
    case Reading::unit_to_give:
      if (eased.turnover) return no_unit;
      break;
    case Reading::post_at_work:
      if (eased.load) return 1.0;
      break;
    case Reading::people_at_work:
      if (eased.load) return had_been(series, 1.0, now);
      break;
    case Reading::waiting_each:
      if (eased.load) return always(series, waits_for_nobody) ? waits_for_nobody : 0.0;
      break;
    case Reading::posts: {
      // No post that there was is deleted; a centre's managers are its supervision.
      const bool managers = workforce::Record::role_of(which) == spec::Role::team_manager;
      if (managers ? eased.experience : eased.load) return had_been(series, 1.0, now);
      break;
    }
    // Partners' and the file's affair, or the design's; or who it is, and not whether there is time.
    case Reading::repute:
    case Reading::yardstick:
    case Reading::carried:
    case Reading::coordinators:
    case Reading::team_of_post:
    case Reading::chaired:
    case Reading::removal_waits:
      break;
  }
  return std::nullopt;
}

}  // namespace

double Alone::reading(Reading what, std::uint32_t which, Instant now, double otherwise) {
  const Series* series = record_.readings.find(what, which);
  if (const auto eased = eased_reading(eased_, what, which, series, now)) return *eased;
  if (series == nullptr) return otherwise;
  const auto after = std::upper_bound(series->begin(), series->end(), now,
                                      [](Instant at, const Readings::Entry& entry) { return at < entry.at; });
  const auto first = std::lower_bound(series->begin(), after, now,
                                      [](const Readings::Entry& entry, Instant at) { return entry.at < at; });
  if (first != after) {
    std::size_t& given = given_[series];
    for (auto own = first; own != after; ++own) {
      const auto place = static_cast<std::size_t>(own - series->begin());
      if (own->household != in_record_ || place < given) continue;
      given = place + 1;
      return own->value;
    }
  }
  return after == series->begin() ? series->front().value : (after - 1)->value;
}

}  // namespace lscb::world

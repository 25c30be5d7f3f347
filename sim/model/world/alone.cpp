#include "world/alone.h"

#include <algorithm>
#include <optional>

namespace lscb::world {
namespace {

std::optional<double> without_load(const Eased& eased, Reading what) {
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
    case Reading::waiting_each:
      if (eased.load) return 0.0;
      break;
    default:
      break;
  }
  return std::nullopt;
}

}  // namespace

double Alone::reading(Reading what, std::uint32_t which, Instant now, double otherwise) {
  if (const auto eased = without_load(eased_, what)) return *eased;
  const Readings::Series* series = record_.readings.find(what, which);
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

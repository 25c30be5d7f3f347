#include "measures/case_work.h"

#include "kernel/assert.h"

namespace lscb::measures {

std::int64_t CaseWork::first_week_from(Instant at) const {
  const std::int64_t week = lscb::weeks(1).count();
  const std::int64_t minutes = (at - from).count();
  const std::int64_t whole = minutes / week;
  return minutes > whole * week ? whole + 1 : whole;
}

std::optional<CaseWorkWeek> CaseWork::sum(std::int64_t first, std::int64_t count) const {
  LSCB_REQUIRE(count >= 1, "a sum of no weeks");
  if (first < 0 || first + count > static_cast<std::int64_t>(weeks.size())) return std::nullopt;
  CaseWorkWeek total;
  for (std::int64_t w = first; w < first + count; ++w) {
    total.done += weeks[static_cast<std::size_t>(w)].done;
    total.paid += weeks[static_cast<std::size_t>(w)].paid;
  }
  return total;
}

CaseWorkCounter::CaseWorkCounter(Interval stretch) {
  record_.from = stretch.from;
  record_.weeks.resize(static_cast<std::size_t>(stretch.length().count() / weeks(1).count()));
}

CaseWorkWeek* CaseWorkCounter::week(Instant at) {
  if (at < record_.from) return nullptr;
  const auto number = static_cast<std::size_t>((at - record_.from).count() / weeks(1).count());
  return number < record_.weeks.size() ? &record_.weeks[number] : nullptr;
}

void CaseWorkCounter::done(Instant at, Minutes standard) {
  if (CaseWorkWeek* held = week(at)) held->done += standard.count();
}

void CaseWorkCounter::paid(Instant at, Minutes paid) {
  if (CaseWorkWeek* held = week(at)) held->paid += paid.count();
}

}  // namespace lscb::measures

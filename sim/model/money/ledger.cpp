#include "money/ledger.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <utility>

namespace lscb::money {
namespace {

constexpr std::int64_t minutes_a_year = 525'960;
constexpr std::int64_t highest_rate = 100'000'000'000'000;

[[noreturn]] void refuse(const char* why) {
  std::fprintf(stderr, "ledger: %s\n", why);
  std::abort();
}

// Spent since 1970 at this rate: floor(rate x at / minutes of a year), without the product. Until 2100 (7 x
// 10^7 minutes) the whole part stays below 2 x 10^8 x 7 x 10^7 and the rest below 6 x 10^5 x 7 x 10^7.
Pence accrued(Pence per_year, Instant at) {
  const std::int64_t whole = per_year.count() / minutes_a_year;
  const std::int64_t rest = per_year.count() % minutes_a_year;
  return Pence{whole * at.count() + rest * at.count() / minutes_a_year};
}

}  // namespace

CostCentreId Ledger::open(std::string title) {
  centres_.push_back({std::move(title), {}, {}});
  return CostCentreId{static_cast<CostCentreId::Value>(centres_.size() - 1)};
}

const std::string& Ledger::title(CostCentreId centre) const {
  return centres_[centre.value()].title;
}

void Ledger::set_rate(CostCentreId id, Instant at, Pence per_year) {
  CostCentre& centre = centres_[id.value()];
  if (at.count() < 0) refuse("a rate begins before 1970");
  if (per_year < Pence{0} || per_year >= Pence{highest_rate})
    refuse("a rate lies outside 0 to 10^14 pence a year");
  if (!centre.stretches.empty()) {
    const Stretch& last = centre.stretches.back();
    if (at < last.from) refuse("rates of a cost centre are set in order of time");
    if (per_year == last.per_year) return;
    if (at == last.from) {
      centre.stretches.back().per_year = per_year;
      return;
    }
  }
  const Pence before = by_rates(centre, at);
  centre.stretches.push_back({at, per_year, before});
}

void Ledger::pay(CostCentreId id, Instant at, Pence amount) {
  std::vector<Payment>& payments = centres_[id.value()].payments;
  if (payments.empty()) {
    payments.push_back({at, amount});
    return;
  }
  if (at < payments.back().at) refuse("payments of a cost centre are made in order of time");
  payments.push_back({at, payments.back().sum + amount});
}

Pence Ledger::by_rates(const CostCentre& centre, Instant at) {
  const auto later = [](Instant when, const Stretch& stretch) { return when < stretch.from; };
  const auto next = std::upper_bound(centre.stretches.begin(), centre.stretches.end(), at, later);
  if (next == centre.stretches.begin()) return Pence{0};
  const Stretch& now = *(next - 1);
  return now.before + (accrued(now.per_year, at) - accrued(now.per_year, now.from));
}

Pence Ledger::by_payments(const CostCentre& centre, Instant before) {
  const auto earlier = [](const Payment& payment, Instant when) { return payment.at < when; };
  const auto next = std::lower_bound(centre.payments.begin(), centre.payments.end(), before, earlier);
  return next == centre.payments.begin() ? Pence{0} : (next - 1)->sum;
}

Pence Ledger::spend(CostCentreId id, Instant from, Instant to) const {
  if (to < from) refuse("a spend is asked for over a time that ends before it begins");
  const CostCentre& centre = centres_[id.value()];
  return (by_rates(centre, to) - by_rates(centre, from)) +
         (by_payments(centre, to) - by_payments(centre, from));
}

Pence Ledger::spend(Instant from, Instant to) const {
  Pence sum;
  for (std::uint32_t i = 0; i < centres_.size(); ++i) sum += spend(CostCentreId{i}, from, to);
  return sum;
}

Pence Ledger::spend_in_month(CostCentreId centre, int year, unsigned month) const {
  const Instant from = at_date(year, month, 1);
  return spend(centre, from, add_months(from, 1));
}

Pence Ledger::spend_in_financial_year(CostCentreId centre, int year) const {
  return spend(centre, at_date(year, 4, 1), at_date(year + 1, 4, 1));
}

Pence Ledger::rate_before(CostCentreId id, Instant at) const {
  const std::vector<Stretch>& stretches = centres_[id.value()].stretches;
  if (stretches.empty()) return Pence{0};
  const auto earlier = [](const Stretch& stretch, Instant when) { return stretch.from < when; };
  const auto next = std::lower_bound(stretches.begin(), stretches.end(), at, earlier);
  return next == stretches.begin() ? next->per_year : (next - 1)->per_year;
}

Pence Ledger::by_present_rates(Instant from, Instant to) const {
  if (to < from) refuse("a spend is asked for over a time that ends before it begins");
  Pence sum;
  for (const CostCentre& centre : centres_) {
    if (centre.stretches.empty()) continue;
    const Pence per_year = centre.stretches.back().per_year;
    sum += accrued(per_year, to) - accrued(per_year, from);
  }
  return sum;
}

Pence Ledger::paid(Instant from, Instant to) const {
  Pence sum;
  for (const CostCentre& centre : centres_) sum += by_payments(centre, to) - by_payments(centre, from);
  return sum;
}

Pence Ledger::rate(CostCentreId id) const {
  const CostCentre& centre = centres_[id.value()];
  return centre.stretches.empty() ? Pence{0} : centre.stretches.back().per_year;
}

}  // namespace lscb::money

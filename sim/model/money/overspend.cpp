#include "money/overspend.h"

#include "money/budget.h"

namespace lscb::money {

Forecast forecast(const Ledger& spent, const Ledger& budget, Instant now) {
  const Instant begins = financial_year_begins(now);
  const Instant ends = add_months(begins, 12);
  Forecast forecast;
  forecast.budget = budget.spend(begins, now) + budget.by_present_rates(now, ends);
  forecast.outturn = spent.spend(begins, now) + spent.by_present_rates(now, ends);
  if (now > begins) {
    forecast.outturn += share(spent.paid(begins, now), (ends - now).count(), (now - begins).count());
  }
  return forecast;
}

bool restrained(bool before, const Forecast& forecast, double tolerance) {
  if (forecast.over() <= Pence{0}) return false;
  return before || static_cast<double>(forecast.over().count()) >
                       tolerance * static_cast<double>(forecast.budget.count());
}

}  // namespace lscb::money

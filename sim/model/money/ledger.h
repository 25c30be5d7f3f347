// What is spent, by cost centre, exactly to the penny.
//
// A cost centre spends at a rate of whole pence a year (of 365.25 days) that changes at known instants, and
// has single payments besides. The spend of a stretch at rate r over [a, b) is F(b) - F(a) with F(t) =
// floor(r x t / minutes of a year): spends over any partition of a stretch add up to that of the whole,
// whatever the cuts.
//
// Thread rule: one thread at a time. Memory: 24 bytes a change of rate, 24 a payment.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/ids.h"
#include "base/money.h"
#include "base/time.h"

namespace lscb::money {

using CostCentreId = Id<struct CostCentreTag>;

class Ledger {
 public:
  CostCentreId open(std::string title);

  /// From `at` on the centre spends `per_year`. REQUIRES: at is no earlier than the last change of this
  /// centre's rate, and not before 1970; the rate is 0 or more and below 10^14 pence.
  void set_rate(CostCentreId centre, Instant at, Pence per_year);
  /// REQUIRES: at is no earlier than the last payment of this centre.
  void pay(CostCentreId centre, Instant at, Pence amount);

  /// Spent in [from, to): rates and payments. O(log n) in the centre's changes. REQUIRES: from <= to.
  [[nodiscard]] Pence spend(CostCentreId centre, Instant from, Instant to) const;
  /// Of all cost centres.
  [[nodiscard]] Pence spend(Instant from, Instant to) const;
  /// In one calendar month, 1..12.
  [[nodiscard]] Pence spend_in_month(CostCentreId centre, int year, unsigned month) const;
  /// In the financial year that begins on 1 April of `year`.
  [[nodiscard]] Pence spend_in_financial_year(CostCentreId centre, int year) const;

  [[nodiscard]] Pence rate(CostCentreId centre) const;
  /// The rate up to `at`: what was set before it, whatever was set at that very minute. The first rate where
  /// there was none before.
  [[nodiscard]] Pence rate_before(CostCentreId centre, Instant at) const;
  /// What all centres will spend in [from, to) if no rate changes and nothing is paid. REQUIRES: from <= to.
  [[nodiscard]] Pence by_present_rates(Instant from, Instant to) const;
  /// Single payments of all centres in [from, to).
  [[nodiscard]] Pence paid(Instant from, Instant to) const;
  [[nodiscard]] int size() const { return static_cast<int>(centres_.size()); }
  [[nodiscard]] const std::string& title(CostCentreId centre) const;

 private:
  struct Stretch {
    Instant from;
    Pence per_year;
    Pence before;  // spent by rates up to `from`
  };
  struct Payment {
    Instant at;
    Pence sum;  // of all payments up to and with this one
  };
  struct CostCentre {
    std::string title;
    std::vector<Stretch> stretches;
    std::vector<Payment> payments;
  };
  [[nodiscard]] static Pence by_rates(const CostCentre& centre, Instant at);
  [[nodiscard]] static Pence by_payments(const CostCentre& centre, Instant before);

  std::vector<CostCentre> centres_;
};

}  // namespace lscb::money

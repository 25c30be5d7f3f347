// What may be spent: a budget for each cost centre, as a rate of pence a year that changes at known instants.
//
// It is kept in the ledger's own form, so that the budget of any month, of a financial year or of a window is
// exact to the penny and stands beside what was spent there.
//
// A budget is drawn up when the financial year begins, and follows decisions taken within it. A cut is a cash
// limit on a heading as a whole: from its day until it is lifted the heading gets no more than (1 - share) of
// what it had the day before; less, where less is established. So posts deleted to meet a cut count towards
// it and are not cut again the year after, a later cut takes its share of what an earlier one left, and
// moving posts between the cost centres of a heading, or into new ones, moves money and makes none. What a
// heading may have is divided among its cost centres in proportion to their need, in whole pence that add up
// to it.
//
// Thread rule: one thread at a time.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "base/time.h"
#include "money/ledger.h"
#include "spec/budget.h"

namespace lscb::money {

/// 1 April of the financial year that holds `at`.
[[nodiscard]] constexpr Instant financial_year_begins(Instant at) {
  const auto date = date_of(at);
  const int year = static_cast<int>(date.year()) - (static_cast<unsigned>(date.month()) < 4U ? 1 : 0);
  return at_date(year, 4, 1);
}

class Budget {
 public:
  /// The heading of each cost centre, numbered as in the accounts' ledger.
  explicit Budget(std::vector<spec::Heading> headings);

  /// A cost centre that is made in the course of a run, behind all others: it has had no money, and has none
  /// until a decision brings some. It shares in what its heading may have.
  void open(spec::Heading heading);
  /// A financial year begins, or the run: what each cost centre needs a year. REQUIRES: one amount a centre,
  /// none negative.
  void draw_up(const std::vector<Pence>& need_year, Instant at);
  /// A decision within the year changes the need, and the budget follows it by the difference. Cost centres
  /// that `before` does not hold needed nothing.
  void follow(const std::vector<Pence>& before, const std::vector<Pence>& after, Instant at);

  /// `share` (0..1) of the heading (none: of every heading, each by itself) is cut from `at` on. `since` with
  /// the heading names the cut: the day on which it was decided.
  void cut(std::optional<spec::Heading> heading, double share, Instant since, Instant at);
  /// The cut ends; without effect where there is none of that name.
  void lift(std::optional<spec::Heading> heading, Instant since, Instant at);

  /// The budgets, as rates and sums.
  [[nodiscard]] const Ledger& ledger() const { return ledger_; }

 private:
  struct Limit {
    std::optional<spec::Heading> heading;
    Instant since;
    std::array<std::optional<Pence>, spec::heading_count> most_year;  // by heading; empty: not under it
  };
  /// What all cost centres of a heading had before `at`.
  [[nodiscard]] Pence had_before(spec::Heading heading, Instant at) const;
  void enter(spec::Heading heading, Instant at);
  void enter(Instant at);

  std::vector<spec::Heading> headings_;  // by cost centre
  Ledger ledger_;
  std::vector<Pence> need_year_;  // by cost centre
  std::vector<Limit> limits_;     // in force, in order of coming
};

}  // namespace lscb::money

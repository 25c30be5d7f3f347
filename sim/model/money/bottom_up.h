// What an area's services need a year, from the bottom up: posts times cost, centres' running costs, the
// children in placements.
#pragma once

#include <vector>

#include "money/accounts.h"
#include "money/parameters.h"
#include "spec/area.h"

namespace lscb::money {

/// What is known when a budget is drawn up, from the establishment and the books: nothing of families.
struct Outlook {
  std::vector<spec::ByRole<int>> posts;  ///< established, by head, by team, centres behind
  /// By what part-time contracts among them fall short of whole ones, in hundredths of a post; empty: none.
  std::vector<spec::ByRole<int>> less;
  /// Share of a role's vacant posts that agency staff will cover, 0..1.
  spec::ByRole<double> agency_cover{};
  double leaving_per_year = 0.0;  ///< share of permanent staff, 0..1
  int looked_after = 0;           ///< children in placements now
};

/// By cost centre of the accounts. With v the share of posts expected to stand without a permanent holder
/// (`money.expected_vacancy`) and c a role's agency cover:
///   (posts: whole-time equivalents, but for recruitment)
///   staff        posts x cost x (1 - v (1 - c))
///   agency       posts x v x c x what each costs beyond the post
///   recruitment  posts x (1 - v) x leaving x cost of an appointment
///   running      what the centre has at present
///   placements   children looked after x the weekly price
/// Each to the nearest penny.
[[nodiscard]] std::vector<Pence> bottom_up(const Parameters& parameters, const Accounts& accounts,
                                           const Outlook& outlook);

}  // namespace lscb::money

// An area's cost centres, bottom-up: posts times cost, agency premium, centres' running costs, placements.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "base/ids.h"
#include "base/money.h"
#include "base/time.h"
#include "money/ledger.h"
#include "money/parameters.h"
#include "spec/area.h"
#include "spec/budget.h"

namespace lscb::money {

/// Pounds as a file gives them, to the nearest penny.
[[nodiscard]] Pence from_pounds(double pounds);

/// Filled posts of one role in one team.
struct Staff {
  int permanent = 0;
  int agency = 0;
  // By what part-time contracts fall short of whole ones, in hundredths of a post: of all, and of agency
  // staff.
  int less = 0;
  int agency_less = 0;
};

/// Cost centres: the staff of each team and of each centre, each centre's running cost, agency premium,
/// recruitment, placements. Teams are numbered as in `area.teams`; behind them each centre is a team.
/// A vacant post costs nothing until somebody fills it. Thread rule: one thread at a time.
class Accounts {
 public:
  /// REQUIRES: every parameter set.
  Accounts(const Parameters& parameters, const spec::Area& area, Instant start);

  /// What a filled post of that role costs a year, without agency premium.
  [[nodiscard]] Pence post_year(spec::Role role) const;
  /// What the establishment costs a year if every post is filled by a permanent holder.
  [[nodiscard]] Pence establishment_year(const spec::Area& area) const;

  /// A team that is made in the course of a run, numbered behind all others.
  void add_team(std::string title);
  void set_staff(TeamId team, spec::Role role, Staff staff, Instant at);
  /// A permanent holder was appointed.
  void appointed(Instant at);
  /// Children in placements.
  void set_placements(int children, Instant at);
  /// `cut` is the share of the centre's present running cost that goes, 0..1; cuts compound.
  void cut_running_cost(CentreId centre, double cut, Instant at);

  [[nodiscard]] const Ledger& ledger() const { return ledger_; }
  /// One child's placement, a year.
  [[nodiscard]] Pence placement_year() const { return placement_year_; }
  [[nodiscard]] std::size_t centre_count() const { return running_.size(); }
  /// Of each cost centre, under which heading it is budgeted.
  [[nodiscard]] std::vector<spec::Heading> headings() const;
  [[nodiscard]] CostCentreId staff(TeamId team) const { return staff_[team.value()]; }
  [[nodiscard]] CostCentreId running(CentreId centre) const { return running_[centre.value()]; }
  [[nodiscard]] CostCentreId agency() const { return agency_; }
  [[nodiscard]] CostCentreId recruitment() const { return recruitment_; }
  [[nodiscard]] CostCentreId placements() const { return placements_; }

 private:
  Ledger ledger_;
  spec::ByRole<Pence> post_year_{};
  Pence agency_extra_year_;
  Pence placement_year_;
  Pence recruitment_each_;
  std::vector<CostCentreId> staff_;           // by team, centres behind
  std::vector<spec::ByRole<Staff>> in_post_;  // by team, centres behind
  std::vector<CostCentreId> running_;         // by centre
  std::vector<Pence> running_year_;           // by centre, at present
  std::size_t first_centre_ = 0;              // in staff_
  std::int64_t agency_hundredths_ = 0;        // of whole posts held by agency staff
  CostCentreId agency_;
  CostCentreId recruitment_;
  CostCentreId placements_;
};

}  // namespace lscb::money

// What the rules against overspending hold back or cut, and for how long: appointments, agency engagements,
// and month by month a share of early help. It knows the workforce and the month's report, and keeps no
// books. Measures begin and end as money::restrained says; a new financial year begins without any. Copies
// are independent; nothing is drawn.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/ids.h"
#include "base/time.h"
#include "change/overspend_rules.h"
#include "measures/organisation.h"
#include "money/overspend.h"
#include "world/hands.h"

namespace lscb::world {

class Restraint {
 public:
  /// These are the rules from now on, or there are none; measures in force become those of the new rules.
  void set_rules(const std::optional<change::OverspendRules>& rules, const Hands& hands);
  /// The month's report has come. REQUIRES: there are rules.
  void report(const money::Forecast& forecast, const Hands& hands);
  /// There is money again: no measure is in force, and nothing is owed.
  void begin_year(const Hands& hands);
  /// Share of the centres' posts and running costs that goes this month: 0 unless a measure in force.
  [[nodiscard]] double early_help_cut() const;
  /// That share of the posts of family support workers in all these teams goes: whole ones, each from the
  /// team with most, the first of equals; what is left over of one is owed next month.
  void cut_early_help_posts(const std::vector<TeamId>& centres, const Hands& hands);

  [[nodiscard]] bool has_rules() const { return rules_.has_value(); }
  /// Whether the last report called for measures.
  [[nodiscard]] bool over() const { return over_; }
  /// Part of a post that is to go and could not.
  [[nodiscard]] double early_help_owed() const { return early_help_owed_; }

  // --- What has come of it, within a stretch of time
  // -----------------------------------------------------------
  [[nodiscard]] Minutes in_force(measures::Restraint measure, Interval stretch) const;
  /// When the measure began for the first time; empty if it did not begin.
  [[nodiscard]] std::optional<Instant> begun(measures::Restraint measure, Interval stretch) const;
  [[nodiscard]] std::int64_t early_help_posts_cut(Interval stretch) const;

 private:
  void restrain(bool over, const Hands& hands);

  std::optional<change::OverspendRules> rules_;
  bool over_ = false;
  double early_help_owed_ = 0.0;
  std::array<std::vector<Interval>, measures::restraint_count> in_force_;  ///< by measures::Restraint
  std::vector<Instant> early_help_posts_cut_;
};

}  // namespace lscb::world

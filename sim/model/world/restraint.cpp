#include "world/restraint.h"

#include <algorithm>

#include "kernel/assert.h"

namespace lscb::world {

using change::VacancyFreeze;

void Restraint::set_rules(const std::optional<change::OverspendRules>& rules, const Hands& hands) {
  rules_ = rules;
  restrain(over_ && rules_.has_value(), hands);
}

void Restraint::report(const money::Forecast& forecast, const Hands& hands) {
  LSCB_REQUIRE(rules_.has_value(), "a report is held against rules");
  restrain(money::restrained(over_, forecast, rules_->tolerance), hands);
}

void Restraint::begin_year(const Hands& hands) {
  early_help_owed_ = 0.0;
  restrain(false, hands);
}

void Restraint::restrain(bool over, const Hands& hands) {
  over_ = over;
  const bool act = over_ && rules_.has_value();
  workforce::Holds holds;
  holds.other_posts = act && rules_->vacancy_freeze != VacancyFreeze::none;
  holds.qualified_posts = act && rules_->vacancy_freeze == VacancyFreeze::all_posts;
  holds.agency = act && rules_->agency_stop;
  hands.workforce.hold(holds, hands.now, hands.out);
  const bool now_in_force[measures::restraint_count] = {holds.other_posts, holds.agency,
                                                        early_help_cut() > 0.0};
  for (std::size_t i = 0; i < measures::restraint_count; ++i) {
    std::vector<Interval>& stretches = in_force_[i];
    const bool before = !stretches.empty() && stretches.back().to == Instant::never();
    if (now_in_force[i] && !before) stretches.push_back({hands.now, Instant::never()});
    if (!now_in_force[i] && before) stretches.back().to = hands.now;
  }
}

double Restraint::early_help_cut() const {
  return over_ && rules_ ? rules_->early_help_cut : 0.0;
}

void Restraint::cut_early_help_posts(const std::vector<TeamId>& centres, const Hands& hands) {
  const auto established = [&](TeamId team) {
    return hands.workforce.headcount(team, spec::Role::family_support_worker).posts;
  };
  int posts = 0;
  for (const TeamId team : centres) posts += established(team);
  for (early_help_owed_ += posts * early_help_cut(); early_help_owed_ >= 1.0 && posts > 0;
       early_help_owed_ -= 1.0, --posts) {
    const auto most = std::max_element(centres.begin(), centres.end(),
                                       [&](TeamId a, TeamId b) { return established(a) < established(b); });
    hands.workforce.delete_posts(*most, spec::Role::family_support_worker, 1, hands.now, hands.out);
    early_help_posts_cut_.push_back(hands.now);
  }
}

Minutes Restraint::in_force(measures::Restraint measure, Interval stretch) const {
  Minutes sum;
  for (const Interval& each : in_force_[static_cast<std::size_t>(measure)]) {
    const Instant from = std::max(each.from, stretch.from);
    const Instant to = std::min(each.to, stretch.to);
    if (from < to) sum += to - from;
  }
  return sum;
}

std::optional<Instant> Restraint::begun(measures::Restraint measure, Interval stretch) const {
  for (const Interval& each : in_force_[static_cast<std::size_t>(measure)]) {
    if (stretch.contains(each.from)) return each.from;
  }
  return std::nullopt;
}

std::int64_t Restraint::early_help_posts_cut(Interval stretch) const {
  return std::count_if(early_help_posts_cut_.begin(), early_help_posts_cut_.end(),
                       [&](Instant at) { return stretch.contains(at); });
}

}  // namespace lscb::world

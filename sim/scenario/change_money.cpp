#include <algorithm>

#include "scenario/change_builder.h"

namespace lscb::scenario::detail {
namespace {

const std::vector<std::string>& heading_names() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> out;
    for (int i = 0; i < spec::heading_count; ++i) out.emplace_back(spec::id(static_cast<spec::Heading>(i)));
    return out;
  }();
  return names;
}

const std::vector<std::string>& freezes() {
  static const std::vector<std::string> names{"all-but-social-workers", "all-posts"};
  return names;
}

change::Effect read_budget_cut(ChangeBuilder& build) {
  change::BudgetCut out;
  if (const auto name = build.choice("heading")) {
    const auto found = std::find(heading_names().begin(), heading_names().end(), *name);
    out.heading = static_cast<spec::Heading>(found - heading_names().begin());
  }
  out.cut = build.need("cut");
  out.until = build.date("until");
  return out;
}

change::Effect read_overspend_rules(ChangeBuilder& build) {
  change::OverspendRules out;
  out.tolerance = build.need("tolerance");
  build.at_least_one({"vacancy_freeze", "agency_stop", "early_help_cut"});
  if (const auto freeze = build.choice("vacancy_freeze")) {
    out.vacancy_freeze = *freeze == freezes().front() ? change::VacancyFreeze::all_but_social_workers
                                                      : change::VacancyFreeze::all_posts;
  }
  const auto stop = build.truth("agency_stop");
  out.agency_stop = stop.value_or(false);
  if (stop == false) {
    build.context.report(build.table.place_of("agency_stop"), "agency_stop = false",
                         "agency_stop = true, or no agency_stop at all");
  }
  const auto cut = build.figure("early_help_cut");
  out.early_help_cut = cut.value_or(0.0);
  if (cut == 0.0) {
    build.context.report(build.table.place_of("early_help_cut"), "early_help_cut = 0 % a month",
                         "a share above 0, or no early_help_cut at all");
  }
  out.until = build.date("until");
  return out;
}

}  // namespace

const ChangeKind& budget_cut_kind() {
  static const ChangeKind kind{
      "budget-cut",
      "A lower budget; what follows comes of rules, or of posts and cuts decided beside it",
      {"council", "government"},
      "budget-cut",
      Recommendation::none,
      {choice_key("heading", "What is cut; without it, every heading", heading_names()),
       figure_key("cut", "Share of the budget of the day before", share(), "saves nothing by itself"), until_key()},
      read_budget_cut};
  return kind;
}

const ChangeKind& overspend_rules_kind() {
  static const ChangeKind kind{
      "overspend-rules",
      "What a finance report of overspending sets off, each month until the year's end",
      {"council"},
      "overspend-rules",
      Recommendation::none,
      {figure_key("tolerance", "How far the forecast may be over, of the year's budget",
                  {&units::share(), 0.0, 50.0, false}),
       choice_key("vacancy_freeze", "Posts that are not filled meanwhile", freezes()),
       truth_key("agency_stop", "No new agency engagement meanwhile", "costs cover of vacant posts"),
       figure_key("early_help_cut", "Share of family support posts and running costs that goes each month",
                  {&units::share_a_month(), 0.0, 100.0, false}, "costs family support posts"),
       until_key()},
      read_overspend_rules};
  return kind;
}

}  // namespace lscb::scenario::detail

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

}  // namespace

change::Effect read_budget_cut(ChangeBuilder& build) {
  change::BudgetCut out;
  if (const auto name = build.table.choice("heading", heading_names())) {
    const auto found = std::find(heading_names().begin(), heading_names().end(), *name);
    out.heading = static_cast<spec::Heading>(found - heading_names().begin());
  }
  out.cut = build.need("cut", share());
  out.until = build.date("until");
  return out;
}

change::Effect read_overspend_rules(ChangeBuilder& build) {
  change::OverspendRules out;
  out.tolerance = build.need("tolerance", {&units::share(), 0.0, 50.0, false});
  build.at_least_one({"vacancy_freeze", "agency_stop", "early_help_cut"});
  if (const auto freeze = build.table.choice("vacancy_freeze", freezes())) {
    out.vacancy_freeze = *freeze == freezes().front() ? change::VacancyFreeze::all_but_social_workers
                                                      : change::VacancyFreeze::all_posts;
  }
  const auto stop = build.table.truth("agency_stop");
  out.agency_stop = stop.value_or(false);
  if (stop == false) {
    build.context.report(build.table.place_of("agency_stop"), "agency_stop = false",
                         "agency_stop = true, or no agency_stop at all");
  }
  const auto cut = build.figure("early_help_cut", {&units::share_a_month(), 0.0, 100.0, false});
  out.early_help_cut = cut.value_or(0.0);
  if (cut == 0.0) {
    build.context.report(build.table.place_of("early_help_cut"), "early_help_cut = 0 % a month",
                         "a share above 0, or no early_help_cut at all");
  }
  out.until = build.date("until");
  return out;
}

}  // namespace lscb::scenario::detail

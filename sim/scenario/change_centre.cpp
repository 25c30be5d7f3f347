#include "scenario/change_builder.h"

namespace lscb::scenario::detail {
namespace {

change::Effect read(ChangeBuilder& build) {
  change::CentreCut out;
  out.centre = build.name("centre");
  build.at_least_one({"budget_cut", "days_closed"});
  out.budget_cut = build.figure("budget_cut").value_or(0.0);
  out.days_closed = static_cast<int>(build.figure("days_closed").value_or(0.0));
  return out;
}

}  // namespace

const ChangeKind& centre_cut_kind() {
  static const ChangeKind kind{
      "centre-cut",
      "Less money and fewer open days for children's centres",
      {"council"},
      "centre-cut",
      Recommendation::none,
      {name_key("centre", "The centre; without it, every centre"),
       figure_key("budget_cut", "Share taken off the budget", share(),
                  "saves pounds; costs family support posts in proportion",
                  {"money.family_support_worker_year"}),
       figure_key(
           "days_closed", "Days a week on which the centre is closed",
           {&units::days_a_week(), 0.0, 5.0, true},
           "costs a fifth of the family support workers' time for each day, and that day's witnesses")},
      read};
  return kind;
}

}  // namespace lscb::scenario::detail

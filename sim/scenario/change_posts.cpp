#include "scenario/change_builder.h"

namespace lscb::scenario::detail {
namespace {

change::Effect read_posts(ChangeBuilder& build) {
  change::Posts out;
  out.team = build.need_name("team", "the id of a team");
  out.role = role_named(build.need_choice("role").value_or("")).value_or(out.role);
  const auto count = build.required("count");
  if (count == 0.0) {
    build.context.report(build.table.place_of("count"), "count = 0", "posts created (3) or deleted (-3)");
  }
  out.count = static_cast<int>(count.value_or(0.0));
  out.until = build.date("until");
  return out;
}

change::Effect read_recruitment(ChangeBuilder& build) {
  change::Recruitment out;
  build.at_least_one({"months_to_fill", "leaving", "newly_qualified_caseload", "newly_qualified_time"});
  out.months_to_fill = build.figure("months_to_fill");
  out.leaving_per_year = build.figure("leaving");
  out.newly_qualified_caseload = build.figure("newly_qualified_caseload");
  out.newly_qualified_time = build.figure("newly_qualified_time");
  return out;
}

}  // namespace

const ChangeKind& posts_kind() {
  static const ChangeKind kind{
      "posts",
      "Posts created or deleted in a team",
      {"council"},
      "done-well",
      Recommendation::none,
      {name_key("team", "The team"),
       choice_key("role", "The posts' role, one that has work in the team", role_names()),
       figure_key("count", "Posts created; negative: deleted", {&units::posts(), -50.0, 50.0, true},
                  "costs or saves the pounds of each filled post, and its hours",
                  {"money.social_worker_year", "money.practitioner_year", "money.team_manager_year",
                   "workforce.productive_hours_year"}),
       until_key()},
      read_posts};
  return kind;
}

const ChangeKind& recruitment_kind() {
  static const ChangeKind kind{
      "recruitment",
      "How fast vacancies are filled, how many leave, and the first year of who is newly qualified",
      {"council"},
      "newly-qualified",
      Recommendation::none,
      {figure_key("months_to_fill", "Mean months until a vacancy is filled",
                  {&units::months(), 0.5, 120.0, false},
                  "costs the pounds of posts that are filled, less agency premium",
                  {"money.social_worker_year", "money.agency_extra_year", "money.recruitment_each"}),
       figure_key("leaving", "Share of permanent staff that leave in a year",
                  {&units::share_a_year(), 0.0, 100.0, false}, "", {"workforce.leaving_load_slope"}),
       figure_key("newly_qualified_caseload",
                  "Share of the caseload cap that the newly qualified may hold in their first year", share(),
                  "costs room on caseloads, and so waiting",
                  {"workforce.newly_qualified_caseload", "workforce.caseload_cap_social_worker",
                   "workforce.newly_qualified_share"}),
       figure_key("newly_qualified_time",
                  "Share of the hours of the newly qualified kept free for their development",
                  {&units::share(), 0.0, 50.0, false}, "costs these hours",
                  {"workforce.newly_qualified_time", "workforce.newly_qualified_share"})},
      read_recruitment};
  return kind;
}

}  // namespace lscb::scenario::detail

// What a board monitors, what an inspection takes, and management at the centres.
#include "scenario/change_builder.h"

namespace lscb::scenario::detail {
namespace {

const std::vector<std::string>& readers() {
  static const std::vector<std::string> names{spec::id(spec::Role::social_worker),
                                              spec::id(spec::Role::team_manager)};
  return names;
}

/// In the order of change::Judgement.
const std::vector<std::string>& judgements() {
  static const std::vector<std::string> names{"inadequate", "requires-improvement", "good", "outstanding"};
  return names;
}

change::Effect read_caf_monitoring(ChangeBuilder& build) {
  change::CafMonitoring out;
  out.score_above = build.need("score_above");
  out.by = role_named(build.need_choice("by").value_or("")).value_or(out.by);
  out.until = build.date("until");
  return out;
}

change::Effect read_centre_management(ChangeBuilder& build) {
  change::CentreManagement out;
  out.centre = build.name("centre");
  const auto posts = build.required("posts");
  if (posts == 0.0) {
    build.context.report(build.table.place_of("posts"), "posts = 0", "posts created (1) or deleted (-1)");
  }
  out.posts = static_cast<int>(posts.value_or(0.0));
  out.until = build.date("until");
  return out;
}

change::Effect read_inspection(ChangeBuilder& build) {
  change::Inspection out;
  const std::string judgement = build.need_choice("judgement").value_or("");
  for (std::size_t i = 0; i < judgements().size(); ++i) {
    if (judgements()[i] == judgement) out.judgement = static_cast<change::Judgement>(i);
  }
  const auto published = build.need_date("published");
  out.published = published.value_or(build.read.change.date);
  if (published && *published < build.read.change.date) {
    build.context.report(build.table.place_of("published"),
                         "a judgement published before the inspection begins", "a day on or after date");
  }
  out.preparation_hours = build.need("preparation");
  // Who is judged inadequate or to require improvement must say how it is to be put right.
  const bool to_be_put_right = judgement == judgements()[0] || judgement == judgements()[1];
  out.action_plan_hours =
      to_be_put_right ? build.need("action_plan") : build.figure("action_plan").value_or(0.0);
  out.audit_hours = build.figure("audit").value_or(0.0);
  return out;
}

}  // namespace

const ChangeKind& caf_monitoring_kind() {
  static const ChangeKind kind{
      "caf-monitoring",
      "The board monitors the pressure to use CAF: decisions for CAF are read a second time",
      {"board", "council"},
      "caf-monitoring",
      Recommendation::caf_pressure_monitored,
      {figure_key("score_above",
                  "The score from which a decision for CAF is read again before it takes effect",
                  {&units::levels(), 0.0, 4.0, false},
                  "costs hours of the reader for each decision, and delays those CAFs",
                  {"pathway.hours_caf_second_reading", "door.threshold_caf", "door.threshold_assessment"}),
       choice_key("by", "Who of the duty team reads it", readers()), until_key()},
      read_caf_monitoring};
  return kind;
}

const ChangeKind& centre_management_kind() {
  static const ChangeKind kind{
      "centre-management",
      "Management time at children's centres: posts that supervise family support workers",
      {"council"},
      "centre-management",
      Recommendation::none,
      {name_key("centre", "The centre; without it, each centre"),
       figure_key(
           "posts", "Manager posts created at a centre; negative: deleted",
           {&units::posts(), -5.0, 5.0, true}, "costs or saves the pounds of each filled post, and its hours",
           {"money.team_manager_year", "pathway.hours_centre_supervision", "pathway.supervision_challenge"}),
       until_key()},
      read_centre_management};
  return kind;
}

const ChangeKind& inspection_kind() {
  static const ChangeKind kind{
      "inspection",
      "An inspection and what it takes of workers' time",
      {"government"},
      "hampshire-2013",
      Recommendation::none,
      {choice_key("judgement", "The judgement; it acts on nothing by itself", judgements()),
       date_key("published", "The day on which the judgement is published"),
       figure_key("preparation", "Preparation by each social care worker, in two weeks from the date",
                  hours_up_to(200.0), "costs these hours of every worker of social care"),
       figure_key("action_plan", "Action plan: each social care worker, in three months from publication",
                  hours_up_to(200.0), "costs these hours of every worker of social care"),
       figure_key("audit", "Audit of case files: each social care worker, likewise", hours_up_to(200.0),
                  "costs these hours of every worker of social care")},
      read_inspection};
  return kind;
}

}  // namespace lscb::scenario::detail

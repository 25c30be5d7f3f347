#include "scenario/change_builder.h"

namespace lscb::scenario::detail {
namespace {

change::Effect read_publicity(ChangeBuilder& build) {
  change::Publicity out;
  out.surge = build.need("surge");
  out.fades_months = build.need("fades");
  return out;
}

change::Effect read_challenge(ChangeBuilder& build) {
  change::Challenge out;
  build.at_least_one({"agency_challenge", "lead_challenge", "audit"});
  out.agency = build.figure("agency_challenge");
  out.lead_professional = build.figure("lead_challenge");
  out.audit = build.figure("audit");
  out.until = build.date("until");
  return out;
}

change::Effect read_earlier_files(ChangeBuilder& build) {
  change::EarlierFiles out;
  build.at_least_one({"requested", "arrives", "days"});
  out.requested = build.figure("requested");
  out.arrives = build.figure("arrives");
  out.days = build.figure("days");
  out.until = build.date("until");
  return out;
}

}  // namespace

const ChangeKind& publicity_kind() {
  static const ChangeKind kind{
      "publicity",
      "A publicised tragedy, after which everybody calls more; nobody decides it",
      {"nobody"},
      "publicity",
      Recommendation::none,
      {figure_key("surge", "Readiness to call just after it, as a multiple",
                  {&units::times(), 1.0, 5.0, false}, "costs the hours of screening and what follows",
                  {"observe.call_willingness"}),
       figure_key("fades", "Mean months until it is forgotten", {&units::months(), 0.5, 60.0, false})},
      read_publicity};
  return kind;
}

const ChangeKind& challenge_kind() {
  static const ChangeKind kind{
      "challenge",
      "Challenge of decisions, by agencies, lead professionals and audits",
      {"board", "council"},
      "challenge",
      Recommendation::changes_monitored_and_challenged,
      {figure_key("agency_challenge", "Share of agencies' calls turned away that they challenge", share(),
                  "costs hours of a second reading each",
                  {"door.challenge_share", "pathway.hours_challenge"}),
       figure_key("lead_challenge", "Share of lead professionals who challenge what sent the family to them",
                  share(), "costs hours of a second reading each", {"pathway.hours_challenge"}),
       figure_key("audit", "Share of closed and CAF decisions that are read again each month", share(),
                  "costs hours of a second reading each", {"door.audit_share", "pathway.hours_challenge"}),
       until_key()},
      read_challenge};
  return kind;
}

const ChangeKind& earlier_files_kind() {
  static const ChangeKind kind{
      "earlier-files",
      "Files of families who come from another authority",
      {"council", "government"},
      "earlier-files",
      Recommendation::none,
      {figure_key("requested", "Share of such files that are asked for at a referral", share(), "",
                  {"pathway.earlier_file_requested"}),
       figure_key("arrives", "Share of those asked for that come", share(),
                  "costs hours of the other authority", {"pathway.earlier_file_arrives"}),
       figure_key("days", "Days until one comes, mean", {&units::days(), 1.0, 365.0, false}, "",
                  {"pathway.earlier_file_days"}),
       until_key()},
      read_earlier_files};
  return kind;
}

}  // namespace lscb::scenario::detail

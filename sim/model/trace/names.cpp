#include "trace/names.h"

#include <array>
#include <cstddef>

namespace lscb::trace {
namespace {

template <std::size_t count, class Kind>
const char* of(const std::array<const char*, count>& ids, Kind kind) {
  return ids[static_cast<std::size_t>(kind)];
}

}  // namespace

const char* id(Lane lane) {
  return of<3>({"truth", "record", "in_view"}, lane);
}

const char* id(Origin origin) {
  return of<4>({"arrives", "read", "follows", "beside"}, origin);
}

const char* id(Holding holding) {
  return of<3>({"social_worker", "practitioner", "family_support"}, holding);
}

const char* id(Silence silence) {
  return of<3>({"unwilling", "gave_up", "lost"}, silence);
}

const char* id(Stage stage) {
  return of<8>({"screening", "referral", "open_case", "challenge", "lead_challenge", "audit", "handover",
                "second_reading"},
               stage);
}

const char* id(Standard standard) {
  return of<6>(
      {"work", "caf_outcomes", "plan_outcomes", "adult_removal", "second_reading", "centre_management"},
      standard);
}

const char* id(Arranged arranged) {
  return of<6>({"agency_challenge", "lead_challenge", "audit", "file_requested", "file_arrives", "file_days"},
               arranged);
}

const char* id(Obstacle obstacle) {
  return of<3>({"enquiry_under_way", "assessment_under_way", "children_planned"}, obstacle);
}

const char* id(Ending ending) {
  return of<3>({"done", "lapsed", "lost"}, ending);
}

const char* id(Branch branch) {
  return info(branch).id;
}

const char* id(measures::Route route) {
  return of<6>({"no_further_action", "information_and_advice", "caf", "assessment", "strategy_discussion",
                "existing_case"},
               route);
}

const char* id(measures::AssessmentKind kind) {
  return of<4>({"initial", "core", "section47", "single"}, kind);
}

const char* id(measures::ServiceKind kind) {
  return of<4>({"caf", "child_in_need", "protection", "looked_after"}, kind);
}

const char* id(record::Label label) {
  return of<5>({"none", "no_further_action", "caf", "child_in_need", "protection"}, label);
}

const char* id(pathway::Part part) {
  return of<pathway::part_count>({"chronology", "checks", "visit", "reflection"}, part);
}

}  // namespace lscb::trace

// Parameters for the tests of the pathway: every figure set, in the range of the shipped ones.
#pragma once

#include <map>
#include <string>

#include "pathway/parameters.h"

namespace lscb::pathway {

inline Parameters example() {
  static const std::map<std::string, double> values = {
      {"pathway.hours_screening", 0.75},
      {"pathway.hours_referral", 2.5},
      {"pathway.hours_initial_assessment", 10.0},
      {"pathway.hours_core_assessment", 28.0},
      {"pathway.hours_section47", 6.0},
      {"pathway.hours_conference", 10.0},
      {"pathway.hours_review_conference", 6.0},
      {"pathway.hours_protection_plan_month", 10.0},
      {"pathway.hours_child_in_need_month", 4.0},
      {"pathway.hours_looked_after_month", 7.0},
      {"pathway.hours_caf_assessment", 8.0},
      {"pathway.hours_caf_month", 4.0},
      {"pathway.hours_reread", 3.0},
      {"pathway.hours_closure", 3.0},
      {"pathway.hours_challenge", 1.0},
      {"pathway.hours_supervision", 1.5},
      {"pathway.hours_supervision_case", 0.5},
      {"pathway.hours_chairing", 5.0},
      {"pathway.hours_unit_meeting", 2.0},
      {"pathway.caf_review_weeks", 8.0},
      {"pathway.hours_family_tree", 1.0},
      {"pathway.hours_specific_record", 0.25},
      {"pathway.hours_measurable_outcomes", 1.0},
      {"pathway.hours_adult_removal", 6.0},
      {"pathway.hours_caf_second_reading", 0.75},
      {"pathway.hours_centre_supervision", 0.5},
      {"pathway.drift_close_share", 0.06},
  };
  Parameters p;
  Parameters::visit(p, [&](const char* id, const char*, double& value) {
    const auto found = values.find(id);
    value = found == values.end() ? 0.4 : found->second;  // shares
  });
  return p;
}

}  // namespace lscb::pathway

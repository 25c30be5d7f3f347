// Parameters of money. Values, ranges, sources and grades: scenarios/parameters/money.toml.
#pragma once

#include "spec/parameter.h"

namespace lscb::money {

struct Parameters {
  double social_worker_year = spec::unset;  ///< a filled post, with on-costs and overheads
  double practitioner_year = spec::unset;
  double clinician_year = spec::unset;
  double family_support_worker_year = spec::unset;
  double team_manager_year = spec::unset;
  double unit_coordinator_year = spec::unset;
  double conference_chair_year = spec::unset;
  double agency_extra_year = spec::unset;  ///< an agency worker costs this much more than the post
  double placement_week = spec::unset;     ///< one looked-after child
  double recruitment_each = spec::unset;   ///< each permanent appointment
  double expected_vacancy = spec::unset;   ///< of posts, when a budget is drawn up

  /// Calls v(id, unit, value&) for each parameter, in a fixed order.
  template <class Self, class Visitor>
  static void visit(Self& self, Visitor&& v) {
    v("money.social_worker_year", "GBP/year", self.social_worker_year);
    v("money.practitioner_year", "GBP/year", self.practitioner_year);
    v("money.clinician_year", "GBP/year", self.clinician_year);
    v("money.family_support_worker_year", "GBP/year", self.family_support_worker_year);
    v("money.team_manager_year", "GBP/year", self.team_manager_year);
    v("money.unit_coordinator_year", "GBP/year", self.unit_coordinator_year);
    v("money.conference_chair_year", "GBP/year", self.conference_chair_year);
    v("money.agency_extra_year", "GBP/year", self.agency_extra_year);
    v("money.placement_week", "GBP/week", self.placement_week);
    v("money.recruitment_each", "GBP", self.recruitment_each);
    v("money.expected_vacancy", "share", self.expected_vacancy);
  }
};

}  // namespace lscb::money

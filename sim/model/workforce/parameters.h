// Parameters of the workforce. Values, ranges, sources and grades: scenarios/parameters/workforce.toml.
#pragma once

#include "spec/parameter.h"

namespace lscb::workforce {

struct Parameters {
  // Time.
  double productive_hours_year = spec::unset;  ///< hours a full post gives to cases in a year
  double ramp_start = spec::unset;             ///< speed of a new permanent holder on the first day, share
  double ramp_months = spec::unset;            ///< until full speed, straight line
  double agency_ramp_months = spec::unset;

  // Cases (households) one holder may have.
  double caseload_cap_social_worker = spec::unset;
  double caseload_cap_practitioner = spec::unset;
  double caseload_cap_clinician = spec::unset;
  double caseload_cap_family_support_worker = spec::unset;

  // Leaving grows with the work that waits for a worker, in weeks of that worker's time.
  double leaving_load_from = spec::unset;   ///< weeks of waiting work from which it grows
  double leaving_load_slope = spec::unset;  ///< added multiples of the base rate per further week
  double leaving_load_most = spec::unset;   ///< greatest multiple of the base rate

  // Agency staff cover vacant posts that need a qualification.
  double agency_delay_weeks = spec::unset;  ///< from the vacancy to the first day
  double agency_stay_months = spec::unset;  ///< mean length of an engagement

  // Squeeze: the weeks of waiting work at which half of the tasks drop a part, and the steepness.
  double squeeze_chronology_weeks = spec::unset;
  double squeeze_checks_weeks = spec::unset;
  double squeeze_visit_weeks = spec::unset;
  double squeeze_reflection_weeks = spec::unset;
  double squeeze_slope = spec::unset;  ///< per week of waiting work

  /// Calls v(id, unit, value&) for each parameter, in a fixed order.
  template <class Self, class Visitor>
  static void visit(Self& self, Visitor&& v) {
    v("workforce.productive_hours_year", "h/year", self.productive_hours_year);
    v("workforce.ramp_start", "share", self.ramp_start);
    v("workforce.ramp_months", "months", self.ramp_months);
    v("workforce.agency_ramp_months", "months", self.agency_ramp_months);
    v("workforce.caseload_cap_social_worker", "households", self.caseload_cap_social_worker);
    v("workforce.caseload_cap_practitioner", "households", self.caseload_cap_practitioner);
    v("workforce.caseload_cap_clinician", "households", self.caseload_cap_clinician);
    v("workforce.caseload_cap_family_support_worker", "households", self.caseload_cap_family_support_worker);
    v("workforce.leaving_load_from", "weeks", self.leaving_load_from);
    v("workforce.leaving_load_slope", "1/week", self.leaving_load_slope);
    v("workforce.leaving_load_most", "multiple", self.leaving_load_most);
    v("workforce.agency_delay_weeks", "weeks", self.agency_delay_weeks);
    v("workforce.agency_stay_months", "months", self.agency_stay_months);
    v("workforce.squeeze_chronology_weeks", "weeks", self.squeeze_chronology_weeks);
    v("workforce.squeeze_checks_weeks", "weeks", self.squeeze_checks_weeks);
    v("workforce.squeeze_visit_weeks", "weeks", self.squeeze_visit_weeks);
    v("workforce.squeeze_reflection_weeks", "weeks", self.squeeze_reflection_weeks);
    v("workforce.squeeze_slope", "1/week", self.squeeze_slope);
  }
};

}  // namespace lscb::workforce

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

  // Who comes.
  double newly_qualified_share = spec::unset;      ///< of permanent newcomers, new to the work
  double newcomer_experience_years = spec::unset;  ///< of the others, mean
  double agency_experience_years = spec::unset;    ///< mean
  double experience_years = spec::unset;           ///< in the work, until nothing is wanting

  // The first year of work of who is qualified and permanent.
  double newly_qualified_caseload = spec::unset;  ///< share of the cap they may hold
  double newly_qualified_time = spec::unset;      ///< share of their hours kept free for their development

  double practice_untrained = spec::unset;  ///< mean competence without training, 0..1
  double practice_hours = spec::unset;      ///< of training, for all but 1/e of what is missing

  // Leaving, besides load (workforce/hazards.h).
  double leaving_early_years = spec::unset;
  double leaving_early = spec::unset;    ///< multiple of the base rate in those first years
  double leaving_later = spec::unset;    ///< and after
  double leaving_missing = spec::unset;  ///< added multiple where every colleague's post is empty
  double leaving_missing_from = spec::unset;
  double leaving_unrest = spec::unset;  ///< added multiple just after a reorganisation is announced
  double unrest_months = spec::unset;   ///< until a reorganisation is no longer felt, mean

  // Illness of permanent holders.
  double absence_spells_year = spec::unset;
  double absence_short_days = spec::unset;   ///< working days, mean
  double absence_long_share = spec::unset;   ///< of spells
  double absence_long_days = spec::unset;    ///< working days, mean
  double absence_load_slope = spec::unset;   ///< added multiples per week of waiting work, as for leaving
  double absence_unrest = spec::unset;       ///< as for leaving
  double absence_cover_weeks = spec::unset;  ///< until the cases of somebody ill are given to others

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
    v("workforce.newly_qualified_share", "share", self.newly_qualified_share);
    v("workforce.newcomer_experience_years", "years", self.newcomer_experience_years);
    v("workforce.agency_experience_years", "years", self.agency_experience_years);
    v("workforce.experience_years", "years", self.experience_years);
    v("workforce.newly_qualified_caseload", "share", self.newly_qualified_caseload);
    v("workforce.newly_qualified_time", "share", self.newly_qualified_time);
    v("workforce.practice_untrained", "share", self.practice_untrained);
    v("workforce.practice_hours", "hours", self.practice_hours);
    v("workforce.leaving_early_years", "years", self.leaving_early_years);
    v("workforce.leaving_early", "multiple", self.leaving_early);
    v("workforce.leaving_later", "multiple", self.leaving_later);
    v("workforce.leaving_missing", "multiple", self.leaving_missing);
    v("workforce.leaving_missing_from", "share", self.leaving_missing_from);
    v("workforce.leaving_unrest", "multiple", self.leaving_unrest);
    v("workforce.unrest_months", "months", self.unrest_months);
    v("workforce.absence_spells_year", "1/year", self.absence_spells_year);
    v("workforce.absence_short_days", "working days", self.absence_short_days);
    v("workforce.absence_long_share", "share", self.absence_long_share);
    v("workforce.absence_long_days", "working days", self.absence_long_days);
    v("workforce.absence_load_slope", "1/week", self.absence_load_slope);
    v("workforce.absence_unrest", "multiple", self.absence_unrest);
    v("workforce.absence_cover_weeks", "weeks", self.absence_cover_weeks);
    v("workforce.squeeze_chronology_weeks", "weeks", self.squeeze_chronology_weeks);
    v("workforce.squeeze_checks_weeks", "weeks", self.squeeze_checks_weeks);
    v("workforce.squeeze_visit_weeks", "weeks", self.squeeze_visit_weeks);
    v("workforce.squeeze_reflection_weeks", "weeks", self.squeeze_reflection_weeks);
    v("workforce.squeeze_slope", "1/week", self.squeeze_slope);
  }
};

}  // namespace lscb::workforce

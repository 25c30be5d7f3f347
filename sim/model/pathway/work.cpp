#include "pathway/work.h"

#include "kernel/assert.h"

namespace lscb::pathway {
namespace {

constexpr double weeks_per_month = 365.25 / 7.0 / 12.0;

// Shares of an assessment's hours that are the chronology, the checks, the visit and the reflection
// (judgement: one, three quarters, two and a half and three quarters of an initial assessment's ten hours).
constexpr std::array<double, part_count> assessment_parts = {0.10, 0.075, 0.25, 0.075};
constexpr std::array<double, part_count> core_parts = {0.11, 0.08, 0.22, 0.11};
constexpr std::array<double, part_count> screening_parts = {0.33, 0.0, 0.0, 0.0};
constexpr std::array<double, part_count> checks_parts = {0.0, 0.6, 0.0, 0.0};
constexpr std::array<double, part_count> decision_parts = {0.2, 0.0, 0.2, 0.0};
constexpr std::array<double, part_count> visit_parts = {0.0, 0.0, 0.5, 0.15};
constexpr std::array<double, part_count> review_parts = {0.1, 0.0, 0.0, 0.15};
// Under pressure a newcomer leafs through: the reading itself is what goes.
constexpr std::array<double, part_count> reread_parts = {0.8, 0.0, 0.0, 0.0};
constexpr std::array<double, part_count> none = {0.0, 0.0, 0.0, 0.0};

const std::array<double, part_count>& shares_of(Work work) {
  switch (work) {
    case Work::screening:
      return screening_parts;
    case Work::referral_checks:
      return checks_parts;
    case Work::referral_decision:
      return decision_parts;
    case Work::initial_assessment:
      return assessment_parts;
    case Work::core_assessment:
      return core_parts;
    case Work::review_conference:
      return review_parts;
    case Work::protection_visit:
    case Work::child_in_need_visit:
    case Work::looked_after_visit:
    case Work::caf_assessment:
    case Work::caf_review:
      return visit_parts;
    case Work::reread_file:
      return reread_parts;
    default:
      return none;
  }
}

Effort split(double total_hours, const std::array<double, part_count>& shares) {
  Effort effort;
  double rest = 1.0;
  for (std::size_t i = 0; i < part_count; ++i) {
    effort.parts[i] = hours(total_hours * shares[i]);
    rest -= shares[i];
  }
  effort.core = hours(total_hours * rest);
  return effort;
}

// Spreads a share evenly over a sequence: of the first n turns, so many are taken.
int turns_taken(double share, int n) {
  return static_cast<int>(share * n + 1e-9);
}

bool takes_turn(double share, int nth) {
  return turns_taken(share, nth + 1) > turns_taken(share, nth);
}

}  // namespace

const char* name(Work work) {
  static constexpr std::array<const char*, work_count> names = {"screening",
                                                                "referral checks",
                                                                "referral decision",
                                                                "initial assessment",
                                                                "core assessment",
                                                                "core contribution",
                                                                "section 47 enquiry",
                                                                "conference",
                                                                "review conference",
                                                                "protection visit",
                                                                "child-in-need visit",
                                                                "looked-after visit",
                                                                "CAF assessment",
                                                                "CAF review",
                                                                "re-reading of a file",
                                                                "closure",
                                                                "challenge",
                                                                "consultation",
                                                                "training",
                                                                "supervising",
                                                                "supervision",
                                                                "chairing",
                                                                "unit meeting",
                                                                "administration",
                                                                "removal of an adult",
                                                                "second reading of a CAF decision",
                                                                "supervision at a centre",
                                                                "training in parenting",
                                                                "inspection"};
  return names[static_cast<std::size_t>(work)];
}

const char* id(Work work) {
  static constexpr std::array<const char*, work_count> ids = {"screening",
                                                              "referral_checks",
                                                              "referral_decision",
                                                              "initial_assessment",
                                                              "core_assessment",
                                                              "core_contribution",
                                                              "section47",
                                                              "conference",
                                                              "review_conference",
                                                              "protection_visit",
                                                              "child_in_need_visit",
                                                              "looked_after_visit",
                                                              "caf_assessment",
                                                              "caf_review",
                                                              "reread_file",
                                                              "closure",
                                                              "challenge",
                                                              "consultation",
                                                              "training",
                                                              "supervising",
                                                              "supervision",
                                                              "chairing",
                                                              "unit_meeting",
                                                              "administration",
                                                              "adult_removal",
                                                              "caf_second_reading",
                                                              "centre_supervision",
                                                              "parenting_training",
                                                              "inspection"};
  return ids[static_cast<std::size_t>(work)];
}

Minutes Effort::total() const {
  Minutes sum = core;
  for (const Minutes part : parts) sum += part;
  return sum;
}

double share_of(Work work, Part part) {
  return shares_of(work)[part];
}

bool is_case_work(Work work) {
  switch (work) {
    case Work::screening:
    case Work::referral_checks:
    case Work::referral_decision:
    case Work::initial_assessment:
    case Work::core_assessment:
    case Work::core_contribution:
    case Work::section47:
    case Work::conference:
    case Work::review_conference:
    case Work::protection_visit:
    case Work::child_in_need_visit:
    case Work::looked_after_visit:
    case Work::caf_assessment:
    case Work::caf_review:
    case Work::closure:
    case Work::adult_removal:
      return true;
    case Work::reread_file:
    case Work::challenge:
    case Work::consultation:
    case Work::training:
    case Work::supervising:
    case Work::supervision:
    case Work::chairing:
    case Work::unit_meeting:
    case Work::administration:
    case Work::caf_second_reading:
    case Work::centre_supervision:
    case Work::parenting_training:
    case Work::inspection:
      break;
  }
  return false;
}

double with_siblings(const Parameters& p, double hours_first_child, int children) {
  return hours_first_child * (1.0 + p.sibling_share * (children - 1));
}

Effort effort(const Parameters& p, Work work, int children) {
  const auto family = [&](double first_child) { return with_siblings(p, first_child, children); };
  const auto of = [&](double total_hours) { return split(total_hours, shares_of(work)); };
  switch (work) {
    case Work::screening:
      return of(p.hours_screening * children);
    case Work::referral_checks:
      return of(p.hours_referral * children * p.share_practitioner_referral);
    case Work::referral_decision:
      return of(p.hours_referral * children * (1.0 - p.share_practitioner_referral));
    case Work::initial_assessment:
      return of(family(p.hours_initial_assessment));
    case Work::core_assessment:
      return of(family(p.hours_core_assessment) * (1.0 - p.share_practitioner_core));
    case Work::core_contribution:
      return of(family(p.hours_core_assessment) * p.share_practitioner_core);
    case Work::section47:
      return of(family(p.hours_section47));
    case Work::conference:
      return of(family(p.hours_conference));
    case Work::review_conference:
      return of(family(p.hours_review_conference));
    case Work::protection_visit:
      return of(family(p.hours_protection_plan_month) * 2.0 / weeks_per_month);
    case Work::child_in_need_visit:
      return of(family(p.hours_child_in_need_month) * 4.0 / weeks_per_month);
    case Work::looked_after_visit:
      return of(p.hours_looked_after_month * children * 6.0 / weeks_per_month);
    case Work::caf_assessment:
      return of(p.hours_caf_assessment);
    case Work::caf_review:
      return of(p.hours_caf_month * p.caf_review_weeks / weeks_per_month);
    case Work::reread_file:
      return of(p.hours_reread);
    case Work::closure:
      return of(p.hours_closure);
    case Work::challenge:
      return of(p.hours_challenge);
    case Work::supervising:
      return of(p.hours_supervision + p.hours_supervision_case * children);
    case Work::supervision:
      return of(p.hours_supervision);
    case Work::chairing:
      return of(p.hours_chairing);
    case Work::unit_meeting:
      return of(p.hours_unit_meeting);
    case Work::adult_removal:
      return of(p.hours_adult_removal);
    case Work::caf_second_reading:
      return of(p.hours_caf_second_reading);
    case Work::centre_supervision:
      return of(p.hours_centre_supervision);
    case Work::consultation:
    case Work::training:
    case Work::administration:
    case Work::parenting_training:
    case Work::inspection:
      break;
  }
  LSCB_REQUIRE(false, "the hours of this kind come from elsewhere, not from the pathway");
  return {};
}

std::uint8_t priority(Work work) {
  switch (work) {
    case Work::section47:
      return 0;
    case Work::screening:
    case Work::referral_checks:
    case Work::referral_decision:
    case Work::conference:
    case Work::review_conference:
    case Work::challenge:
    case Work::protection_visit:
    case Work::supervision:
    case Work::chairing:
    case Work::adult_removal:
    case Work::caf_second_reading:
      return 1;
    case Work::initial_assessment:
    case Work::core_assessment:
    case Work::core_contribution:
    case Work::looked_after_visit:
    case Work::caf_assessment:
    case Work::reread_file:
    case Work::consultation:
    case Work::training:
    case Work::supervising:
    case Work::unit_meeting:
    case Work::administration:
    case Work::centre_supervision:
    case Work::parenting_training:
    case Work::inspection:
      return 2;
    case Work::child_in_need_visit:
    case Work::caf_review:
    case Work::closure:
      return 3;
  }
  return 3;
}

spec::Role visitor(const Parameters& p, Work work, int nth) {
  switch (work) {
    case Work::protection_visit:
      return takes_turn(p.share_practitioner_protection, nth) ? spec::Role::practitioner
                                                              : spec::Role::social_worker;
    case Work::looked_after_visit:
      return takes_turn(p.share_practitioner_looked_after, nth) ? spec::Role::practitioner
                                                                : spec::Role::social_worker;
    case Work::child_in_need_visit: {
      const double support = p.share_family_support_child_in_need;
      if (takes_turn(support, nth)) return spec::Role::family_support_worker;
      // Of the turns that are left, counted by themselves, practitioners take their part.
      return takes_turn(p.share_practitioner_child_in_need / (1.0 - support), nth - turns_taken(support, nth))
                 ? spec::Role::practitioner
                 : spec::Role::social_worker;
    }
    default:
      return spec::Role::social_worker;
  }
}

}  // namespace lscb::pathway

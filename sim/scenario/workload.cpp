#include "scenario/workload.h"

#include <fmt/format.h>

#include <cmath>
#include <limits>

namespace lscb::scenario {
namespace {

using spec::Role;

constexpr double months_a_year = 12.0;

/// What a full section 47 enquiry would take if it did not share its work with the core assessment (prior
/// with range 12-25; the same source as the pathway's hours).
constexpr double hours_whole_section47 = 17.0;

const char* plural(Role role) {
  switch (role) {
    case Role::social_worker:
      return "social workers";
    case Role::practitioner:
      return "practitioners";
    case Role::clinician:
      return "clinicians";
    case Role::family_support_worker:
      return "family support workers";
    case Role::team_manager:
      return "team managers";
    case Role::unit_coordinator:
      return "unit coordinators";
    case Role::conference_chair:
      return "conference chairs";
  }
  return "staff";
}

class Identity {
 public:
  Identity(const world::Design& design, const Provenance& provenance)
      : design_(design),
        provenance_(provenance),
        p_(design.parameters.pathway),
        sibling_((1.0 + (children_a_referral - 1.0) * p_.sibling_share) / children_a_referral) {
    out_.area = design.area.id;
    out_.title = design.area.title;
  }

  Workload make() {
    demand();
    supply();
    centres();
    adjustments();
    findings();
    count_figures();
    return std::move(out_);
  }

 private:
  struct Shares {
    double practitioner = 0.0;
    double clinician = 0.0;
    double family_support = 0.0;
  };

  void process(const char* id, const char* title, Place place, double count, double hours_each, double factor,
               Shares shares) {
    ProcessHours line{id, title, place, count, hours_each, factor, count * hours_each * factor, {}};
    line.by_role[spec::index(Role::practitioner)] = line.hours * shares.practitioner;
    line.by_role[spec::index(Role::clinician)] = line.hours * shares.clinician;
    line.by_role[spec::index(Role::family_support_worker)] = line.hours * shares.family_support;
    line.by_role[spec::index(Role::social_worker)] =
        line.hours * (1.0 - shares.practitioner - shares.clinician - shares.family_support);
    for (std::size_t role = 0; role < line.by_role.size(); ++role) {
      out_.roles[role].hours_needed += line.by_role[role];
      if (role == spec::index(Role::family_support_worker)) continue;
      auto& where = place == Place::duty ? out_.duty : out_.long_term;
      where[role].hours_needed += line.by_role[role];
      out_.teams.hours_needed += line.by_role[role];
    }
    out_.processes.push_back(std::move(line));
  }

  [[nodiscard]] bool clinicians_on_duty() const {
    for (const spec::Team& team : design_.area.teams) {
      if (team.kind != spec::TeamKind::duty) continue;
      for (const spec::Establishment& line : team.establishment) {
        if (line.role == Role::clinician && line.posts > 0) return true;
      }
    }
    return false;
  }

  [[nodiscard]] double children_in_need_only() const {
    const spec::Flows& flows = design_.area.flows;
    return std::max(0.0, flows.children_in_need - flows.looked_after - flows.protection_plans_held);
  }

  void demand() {
    const spec::Flows& flows = design_.area.flows;
    // Where a duty team has clinicians they make every other contribution to a core assessment.
    const double contribution = p_.share_practitioner_core;
    const double clinician = clinicians_on_duty() ? contribution / 2.0 : 0.0;
    process("screening", "contacts screened", Place::duty, flows.contacts, p_.hours_screening, 1.0,
            {1.0, 0.0, 0.0});
    process("referral", "referrals and checks", Place::duty, flows.referrals, p_.hours_referral, 1.0,
            {p_.share_practitioner_referral, 0.0, 0.0});
    process("initial_assessment", "initial assessments", Place::duty, flows.initial_assessments,
            p_.hours_initial_assessment, sibling_, {});
    process("core_assessment", "core assessments (with s47)", Place::duty, flows.core_assessments,
            p_.hours_core_assessment, sibling_, {contribution - clinician, clinician, 0.0});
    process("section47", "s47 beside the core assessment", Place::duty, flows.section47_enquiries,
            p_.hours_section47, sibling_, {});
    process("conference", "initial conferences", Place::duty, flows.conferences, p_.hours_conference,
            sibling_, {});
    process("closure", "closing a family's case", Place::duty, flows.initial_assessments, p_.hours_closure,
            1.0 / children_a_referral, {});
    process("review_conference", "review conferences", Place::long_term, flows.review_conferences,
            p_.hours_review_conference, sibling_, {});
    process("protection_plan", "protection plans held", Place::long_term, flows.protection_plans_held,
            p_.hours_protection_plan_month * months_a_year, sibling_,
            {p_.share_practitioner_protection, 0.0, 0.0});
    process("child_in_need", "child-in-need plans held", Place::long_term, children_in_need_only(),
            p_.hours_child_in_need_month * months_a_year, sibling_,
            {p_.share_practitioner_child_in_need, 0.0, p_.share_family_support_child_in_need});
    process("looked_after", "children looked after", Place::long_term, flows.looked_after,
            p_.hours_looked_after_month * months_a_year, 1.0, {p_.share_practitioner_looked_after, 0.0, 0.0});
  }

  void add_posts(RoleHours& line, double posts, double vacant, bool agency) const {
    const double year = design_.parameters.workforce.productive_hours_year;
    const double covered = agency ? posts * vacant * design_.area.agency_cover : 0.0;
    line.posts += posts;
    line.posts_filled += posts * (1.0 - vacant);
    line.posts_agency += covered;
    line.hours_established += posts * year;
    line.hours_in_post += (posts * (1.0 - vacant) + covered) * year;
  }

  void supply() {
    for (const spec::Team& team : design_.area.teams) {
      for (const spec::Establishment& line : team.establishment) {
        const std::size_t role = spec::index(line.role);
        const bool agency = line.role == Role::social_worker;
        add_posts(out_.roles[role], line.whole_time(), line.vacant_at_start, agency);
        if (line.role == Role::family_support_worker || !spec::does_casework(line.role)) continue;
        auto& where = team.kind == spec::TeamKind::duty ? out_.duty : out_.long_term;
        add_posts(where[role], line.whole_time(), line.vacant_at_start, agency);
        add_posts(out_.teams, line.whole_time(), line.vacant_at_start, agency);
      }
    }
  }

  void centres() {
    RoleHours& line = out_.roles[spec::index(Role::family_support_worker)];
    for (const spec::Centre& centre : design_.area.centres) {
      add_posts(line, centre.family_support_posts * centre.open_days / 5.0, 0.0, false);
    }
    const double a_caf_year = p_.hours_caf_month * months_a_year + p_.hours_caf_assessment;
    out_.caf_capacity = std::max(0.0, line.hours_established - line.hours_needed) / a_caf_year;
  }

  [[nodiscard]] spec::Grade grade_of(const char* id) const {
    const Figure* figure = provenance_.find(id);
    return figure != nullptr ? figure->grade : spec::Grade::assumption;
  }

  void adjust(std::string text, double hours, bool moves, spec::Grade grade) {
    out_.adjustments.push_back({std::move(text), hours, moves, grade});
  }

  /// Modal hours for every child, every step by a social worker, nothing shared.
  void unadjusted() {
    const spec::Flows& flows = design_.area.flows;
    out_.hours_unadjusted = flows.contacts * p_.hours_screening + flows.referrals * p_.hours_referral +
                            flows.initial_assessments * p_.hours_initial_assessment +
                            flows.core_assessments * p_.hours_core_assessment +
                            flows.section47_enquiries * hours_whole_section47 +
                            flows.conferences * p_.hours_conference +
                            flows.review_conferences * p_.hours_review_conference +
                            flows.protection_plans_held * p_.hours_protection_plan_month * months_a_year +
                            flows.children_in_need * p_.hours_child_in_need_month * months_a_year +
                            flows.looked_after * p_.hours_looked_after_month * months_a_year;
  }

  void adjustments() {
    unadjusted();
    const spec::Flows& flows = design_.area.flows;
    adjust("an s47 enquiry and its core assessment are one piece: 6 hours beside it, not 17",
           -flows.section47_enquiries * (hours_whole_section47 - p_.hours_section47), false,
           grade_of("pathway.hours_section47"));
    double siblings = 0.0;
    for (const ProcessHours& line : out_.processes) {
      if (line.id != "closure") siblings -= line.hours / line.sibling_factor - line.hours;
    }
    adjust(fmt::format("{:.1f} children a referral, a further child at {:.2f} of the first",
                       children_a_referral, p_.sibling_share),
           siblings, false, grade_of("pathway.sibling_share"));
    const double counted_twice = flows.children_in_need - children_in_need_only();
    adjust("children in need include those looked after or protected: counted once",
           -counted_twice * p_.hours_child_in_need_month * months_a_year, false, spec::Grade::published);
    double moved = 0.0;
    for (const ProcessHours& line : out_.processes) {
      moved += line.hours - line.by_role[spec::index(Role::social_worker)];
    }
    adjust("parts of the work done by practitioners, clinicians and family support", moved, true,
           grade_of("pathway.share_practitioner_protection"));
    adjust("looked-after visits are counted in full: brothers and sisters live apart", 0.0, false,
           spec::Grade::assumption);
    adjust("closing a case costs hours once a family, for each family assessed",
           flows.initial_assessments * p_.hours_closure / children_a_referral, false,
           grade_of("pathway.hours_closure"));
    adjust("not counted: re-reading after a change of worker, consultation, training, CAF", 0.0, false,
           spec::Grade::assumption);
    ages();
  }

  void ages() {
    constexpr double years_in_band[spec::age_band_count] = {1.0, 4.0, 6.0, 7.0};
    double furthest = 0.0;
    for (int band = 0; band < spec::age_band_count; ++band) {
      const double even = years_in_band[band] / 18.0;
      furthest = std::max(furthest, std::abs(design_.area.ages[static_cast<std::size_t>(band)] - even));
    }
    adjust(fmt::format("equal numbers are born each year: off the area's ages by at most {:.1f} points",
                       100.0 * furthest),
           0.0, false, grade_of("area.ages.under_1"));
  }

  void judge(const std::string& whose, const RoleHours& line) {
    if (line.hours_needed <= 0.0 && line.posts <= 0.0) return;
    const double load = line.load_established();
    if (load >= lightest_load && load <= heaviest_load) return;
    const std::string figure = std::isfinite(load) ? fmt::format("{:.0f} %", 100.0 * load) : "without a post";
    out_.findings.push_back(
        {fmt::format("{} at establishment: {}, outside 85-110 %; not rescaled", whose, figure), true});
  }

  void findings() {
    judge("all teams", out_.teams);
    for (const Role role : {Role::social_worker, Role::practitioner, Role::clinician}) {
      judge(plural(role), out_.roles[spec::index(role)]);
      // A role's work can be right in sum and in the wrong place.
      const RoleHours& duty = out_.duty[spec::index(role)];
      const RoleHours& long_term = out_.long_term[spec::index(role)];
      const auto empty = [](const RoleHours& line) { return line.posts <= 0.0 && line.hours_needed <= 0.0; };
      if (empty(duty) || empty(long_term)) continue;
      judge(fmt::format("{} on duty", plural(role)), duty);
      judge(fmt::format("{} in long-term teams", plural(role)), long_term);
    }
    const RoleHours& qualified = out_.roles[spec::index(Role::social_worker)];
    if (qualified.posts > 0.0) {
      out_.findings.push_back(
          {fmt::format("social workers at the start: {:.1f} of {:.0f} posts held, {:.1f} by agency staff; "
                       "load {:.0f} % ({:.0f} % without)",
                       qualified.posts_filled, qualified.posts, qualified.posts_agency,
                       100.0 * qualified.load_in_post(),
                       qualified.posts_filled > 0.0
                           ? 100.0 * qualified.load_established() * qualified.posts / qualified.posts_filled
                           : 0.0),
           false});
    }
    const RoleHours& support = out_.roles[spec::index(Role::family_support_worker)];
    out_.findings.push_back(
        {fmt::format(
             "centres: {:.0f} hours a year, {:.0f} of them for children in need; the rest holds about {:.0f} "
             "CAFs at once",
             support.hours_established, support.hours_needed, out_.caf_capacity),
         false});
  }

  void count_figures() {
    for (const Figure& figure : provenance_.figures()) {
      if (figure.id.compare(0, 5, "area.") != 0) continue;
      ++out_.figures;
      if (figure.borrowed) ++out_.borrowed;
    }
  }

  const world::Design& design_;
  const Provenance& provenance_;
  const pathway::Parameters& p_;
  double sibling_;
  Workload out_;
};

double ratio(double needed, double there) {
  if (needed <= 0.0) return 0.0;
  return there > 0.0 ? needed / there : std::numeric_limits<double>::infinity();
}

}  // namespace

double RoleHours::load_established() const {
  return ratio(hours_needed, hours_established);
}
double RoleHours::load_in_post() const {
  return ratio(hours_needed, hours_in_post);
}

Workload workload(const world::Design& design, const Provenance& provenance) {
  return Identity(design, provenance).make();
}

}  // namespace lscb::scenario

#include "scenario/workload.h"

#include <gtest/gtest.h>

#include <cmath>

#include "scenario/workload_text.h"
#include "small_library.h"

namespace lscb::scenario {
namespace {

using spec::Role;

/// The town with the hours and shares of the workload on paper.
world::Design design() {
  Loaded loaded = SmallLibrary().area("town");
  EXPECT_EQ(shown(loaded.problems), "");
  world::Design out = *loaded.design;
  pathway::Parameters& p = out.parameters.pathway;
  p.hours_screening = 0.75;
  p.hours_referral = 2.5;
  p.hours_initial_assessment = 10.0;
  p.hours_core_assessment = 28.0;
  p.hours_section47 = 6.0;
  p.hours_conference = 10.0;
  p.hours_review_conference = 6.0;
  p.hours_protection_plan_month = 10.0;
  p.hours_child_in_need_month = 4.0;
  p.hours_looked_after_month = 7.0;
  p.hours_caf_assessment = 8.0;
  p.hours_caf_month = 4.0;
  p.hours_closure = 3.0;
  p.sibling_share = 0.4;
  p.share_practitioner_referral = 0.5;
  p.share_practitioner_core = 0.3;
  p.share_practitioner_protection = 0.5;
  p.share_practitioner_child_in_need = 0.5;
  p.share_family_support_child_in_need = 0.25;
  p.share_practitioner_looked_after = 0.5;
  out.parameters.workforce.productive_hours_year = 1500.0;
  return out;
}

const ProcessHours& line(const Workload& workload, const std::string& id) {
  for (const ProcessHours& process : workload.processes) {
    if (process.id == id) return process;
  }
  ADD_FAILURE() << "no process " << id;
  return workload.processes.front();
}

TEST(Workload, CountsHoursByProcess) {
  const Workload out = workload(design(), {});
  const double sibling = 1.28 / 1.7;
  EXPECT_DOUBLE_EQ(line(out, "screening").hours, 1500.0);
  EXPECT_DOUBLE_EQ(line(out, "initial_assessment").hours, 450.0 * 10.0 * sibling);
  EXPECT_DOUBLE_EQ(line(out, "core_assessment").hours, 230.0 * 28.0 * sibling);
  EXPECT_DOUBLE_EQ(line(out, "protection_plan").hours, 40.0 * 120.0 * sibling);
  // 330 children in need less 60 looked after less 40 protected.
  EXPECT_DOUBLE_EQ(line(out, "child_in_need").count, 230.0);
  EXPECT_DOUBLE_EQ(line(out, "looked_after").hours, 60.0 * 84.0);
}

TEST(Workload, EveryHourIsSomebodys) {
  const Workload out = workload(design(), {});
  double needed = 0.0;
  spec::ByRole<double> by_role{};
  for (const ProcessHours& process : out.processes) {
    double sum = 0.0;
    for (std::size_t role = 0; role < by_role.size(); ++role) {
      EXPECT_GE(process.by_role[role], 0.0) << process.id;
      by_role[role] += process.by_role[role];
      sum += process.by_role[role];
    }
    EXPECT_NEAR(sum, process.hours, 1e-9) << process.id;
    needed += process.hours;
  }
  const std::size_t support = spec::index(Role::family_support_worker);
  for (std::size_t role = 0; role < by_role.size(); ++role) {
    EXPECT_NEAR(out.roles[role].hours_needed, by_role[role], 1e-9);
    if (role == support) continue;
    EXPECT_NEAR(out.duty[role].hours_needed + out.long_term[role].hours_needed, by_role[role], 1e-9);
  }
  EXPECT_NEAR(out.teams.hours_needed, needed - by_role[support], 1e-9);
}

TEST(Workload, AdjustmentsLeadFromTheModalHoursToTheHoursNeeded) {
  const Workload out = workload(design(), {});
  double hours = out.hours_unadjusted;
  for (const Adjustment& adjustment : out.adjustments) {
    if (!adjustment.moves) hours += adjustment.hours;
  }
  double needed = 0.0;
  for (const ProcessHours& process : out.processes) needed += process.hours;
  EXPECT_NEAR(hours, needed, 1e-6);
}

TEST(Workload, SetsPostsAtEstablishmentBesidePostsHeld) {
  const Workload out = workload(design(), {});
  const RoleHours& qualified = out.roles[spec::index(Role::social_worker)];
  EXPECT_EQ(qualified.posts, 7.0);
  EXPECT_EQ(qualified.posts_filled, 6.0);  // a quarter of four on duty are vacant
  EXPECT_EQ(qualified.posts_agency, 0.5);  // half of these covered
  EXPECT_EQ(qualified.hours_established, 10500.0);
  EXPECT_EQ(qualified.hours_in_post, 9750.0);
  EXPECT_DOUBLE_EQ(qualified.load_in_post(), qualified.hours_needed / 9750.0);
  EXPECT_EQ(out.duty[spec::index(Role::practitioner)].posts_agency, 0.0);
}

TEST(Workload, CentresHaveHoursOnTheDaysTheyAreOpen) {
  const Workload out = workload(design(), {});
  const RoleHours& support = out.roles[spec::index(Role::family_support_worker)];
  EXPECT_DOUBLE_EQ(support.hours_established, (3.0 + 2.0 * 4.0 / 5.0) * 1500.0);
  EXPECT_DOUBLE_EQ(out.caf_capacity, (support.hours_established - support.hours_needed) / 56.0);
}

TEST(Workload, ReportsAnEstablishmentOutsideTheBandAndLeavesIt) {
  world::Design balanced = design();
  const Workload before = workload(balanced, {});
  const auto flagged = [](const Workload& out, const std::string& start) {
    for (const Finding& finding : out.findings) {
      if (finding.outside_band && finding.text.compare(0, start.size(), start) == 0) return true;
    }
    return false;
  };
  EXPECT_TRUE(flagged(before, "social workers at establishment"));
  const RoleHours& needed = before.duty[spec::index(Role::social_worker)];
  const RoleHours& later = before.long_term[spec::index(Role::social_worker)];
  balanced.area.teams[0].establishment[0].posts =
      static_cast<int>(std::lround(needed.hours_needed / 1500.0 / 0.97));
  balanced.area.teams[1].establishment[0].posts =
      static_cast<int>(std::lround(later.hours_needed / 1500.0 / 0.97));
  const Workload after = workload(balanced, {});
  EXPECT_FALSE(flagged(after, "social workers"));
  EXPECT_EQ(after.roles[0].hours_needed, before.roles[0].hours_needed);
}

TEST(Workload, WorkWithoutAPostIsNamed) {
  world::Design none = design();
  none.area.teams[0].establishment.clear();
  const Workload out = workload(none, {});
  EXPECT_TRUE(std::isinf(out.duty[0].load_established()));
  std::string text;
  print_workload(text, out);
  EXPECT_NE(text.find("social workers on duty at establishment: without a post"), std::string::npos) << text;
}

TEST(Workload, FitsATerminal) {
  std::string text;
  print_workload(text, workload(design(), {}));
  EXPECT_EQ(text.back(), '\n');
  std::size_t start = 0;
  while (start < text.size()) {
    const std::size_t end = text.find('\n', start);
    EXPECT_LE(end - start, 112U) << text.substr(start, end - start);
    start = end + 1;
  }
}

}  // namespace
}  // namespace lscb::scenario

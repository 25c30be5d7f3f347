// What a chair asks, from the world's own record: splits add up to what they split, and quarters to years.
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <string>

#include "designs.h"
#include "measures/catchments.h"

namespace lscb::world {
namespace {

using measures::Visible;

/// Counts that are told a year, as the whole numbers they were.
std::int64_t in_all(const Design& design, double a_year) {
  return std::llround(a_year * in_years(design.window.length()));
}

double sum_of(const Outcome& outcome, const std::string& id, const std::vector<std::string>& parts) {
  double sum = 0.0;
  for (const std::string& part : parts) sum += figure(outcome, id + part);
  return sum;
}

const std::vector<std::string> by_referrer{"@by=police",           "@by=health",   "@by=school",
                                           "@by=childrens_centre", "@by=relative", "@by=anonymous",
                                           "@by=housing",          "@by=self"};
const std::vector<std::string> by_waits{"@waits=assessment_past_limit",      "@waits=assessment_within_limit",
                                        "@waits=protection_plan_past_limit", "@waits=protection_plan",
                                        "@waits=looked_after_plan",          "@waits=child_in_need_plan"};
const std::vector<std::string> by_age{"@age=unborn", "@age=under_1", "@age=1_4", "@age=5_10", "@age=11_17"};

// Proves that the headline and its two parts are, to the child, the sums of those of the catchments.
TEST(Chair, CatchmentsAddUpToTheHeadline) {
  for (const char* name : {"no-change", "centre-cut"}) {
    const Design design = small(name);
    const Outcome outcome = run(design);
    ASSERT_EQ(outcome.by_catchment.size(), design.area.centres.size() * measures::catchment_figure_count);
    const char* const ids[] = {"missed_assessments", "missed_though_told_children", "never_told_children"};
    for (std::size_t i = 0; i < std::size(ids); ++i) {
      std::int64_t sum = 0;
      for (std::size_t c = 0; c < design.area.centres.size(); ++c) {
        const auto there = in_all(design, *outcome.by_catchment[c * measures::catchment_figure_count + i]);
        EXPECT_GT(there, 0);
        sum += there;
      }
      EXPECT_EQ(sum, in_all(design, figure(outcome, ids[i]))) << name << ": " << ids[i];
    }
  }
}

// Proves that calls, and calls turned away, add up over who made them, and that none is turned away that was
// not made.
TEST(Chair, CallsAddUpOverWhoMadeThem) {
  const Design design = small("no-change");
  const Outcome outcome = run(design);
  EXPECT_EQ(in_all(design, sum_of(outcome, "calls_contacts", by_referrer)),
            in_all(design, figure(outcome, "calls_contacts")));
  EXPECT_EQ(in_all(design, sum_of(outcome, "turned_away_contacts", by_referrer)),
            in_all(design, figure(outcome, "turned_away_contacts")));
  for (const std::string& who : by_referrer) {
    EXPECT_GT(figure(outcome, "turned_away_contacts" + who), 0.0) << who;
    EXPECT_LT(figure(outcome, "turned_away_contacts" + who), figure(outcome, "calls_contacts" + who)) << who;
  }
  EXPECT_GT(figure(outcome, "partner_checks_households"), 0.0);
}

// Proves that children without a worker at the end add up by what runs on them and by age, to the figure that
// they split, and that where so few work that many wait every kind of plan is told apart: those of protection
// plans are few, so that they are sought in all runs together.
TEST(Chair, WhoWaitsAddsUp) {
  Design design = small("no-change");
  for (spec::Team& team : design.area.teams) {
    for (spec::Establishment& role : team.establishment) role.posts = std::max(1, role.posts / 3);
  }
  std::map<std::string, double> of_kind;
  for (std::uint64_t replication = 0; replication < 3; ++replication) {
    const Outcome outcome = run(design, 1, replication);
    const double waits = sum_of(outcome, "unallocated_at_end_children", by_waits);
    EXPECT_EQ(waits, sum_of(outcome, "unallocated_at_end_children", by_age));
    EXPECT_EQ(waits, figure(outcome, "unallocated_at_end_children"));
    for (const std::string& what : by_waits) {
      of_kind[what] += figure(outcome, "unallocated_at_end_children" + what);
      EXPECT_EQ(figure(outcome, "unallocated_at_end_children" + what),
                sum_of(outcome, "unallocated_at_end_children" + what, by_age));
    }
  }
  for (const char* kind : {"@waits=assessment_past_limit", "@waits=assessment_within_limit",
                           "@waits=looked_after_plan", "@waits=child_in_need_plan"}) {
    EXPECT_GT(of_kind[kind], 0.0) << kind;
  }
  EXPECT_GT(of_kind["@waits=protection_plan"] + of_kind["@waits=protection_plan_past_limit"], 0.0);
}

const std::vector<std::string> by_whom{"@by=not_qualified", "@by=agency", "@by=newly_qualified",
                                       "@by=experienced"};

// Proves that assessments, enquiries and visits add up by who did them, and visits by role, to the figures
// that they split; that all who may do an assessment are qualified; and that visits are shared with others.
TEST(Chair, WhoDidTheWorkAddsUp) {
  const Design design = small("no-change");
  for (std::uint64_t replication = 0; replication < 3; ++replication) {
    const Outcome outcome = run(design, 1, replication);
    for (const char* what : {"initial_assessments_children", "core_assessments_children",
                             "single_assessments_children", "section47_enquiries_children"}) {
      EXPECT_EQ(in_all(design, sum_of(outcome, what, by_whom)), in_all(design, figure(outcome, what)))
          << what;
      EXPECT_EQ(figure(outcome, std::string(what) + "@by=not_qualified"), 0.0) << what;
    }
    EXPECT_EQ(figure(outcome, "assessed_by_qualified_share"), 1.0);
    const std::int64_t visits = in_all(design, figure(outcome, "visits_households"));
    EXPECT_GT(visits, 0);
    EXPECT_EQ(in_all(design, sum_of(outcome, "visits_households", by_whom)), visits);
    EXPECT_EQ(in_all(design, sum_of(outcome, "visits_households",
                                    {"@role=social_worker", "@role=practitioner", "@role=clinician",
                                     "@role=family_support_worker"})),
              visits);
    EXPECT_NEAR(
        figure(outcome, "visits_households@role=social_worker") / figure(outcome, "visits_households"),
        figure(outcome, "visited_by_qualified_share"), 1e-12);
    EXPECT_LT(figure(outcome, "visited_by_qualified_share"), 1.0);
  }
}

// Proves that the split follows who is there: without agency staff nothing is done by them, and where all who
// come have been long in the work nothing by the newly qualified, from the first day on.
TEST(Chair, WhoDidTheWorkFollowsWhoIsThere) {
  Design design = small("no-change");
  design.area.agency_cover = 0.0;
  const Outcome without_agency = run(design);
  EXPECT_EQ(figure(without_agency, "assessed_by_agency_share"), 0.0);
  EXPECT_EQ(figure(without_agency, "visited_by_agency_share"), 0.0);
  EXPECT_GT(figure(without_agency, "assessed_by_newly_qualified_share"), 0.0);
  design = small("no-change");
  parameter(design.parameters, "workforce.newly_qualified_share") = 0.0;
  parameter(design.parameters, "workforce.newcomer_experience_years") = 1e9;
  const Outcome old_hands = run(design);
  EXPECT_EQ(figure(old_hands, "assessed_by_newly_qualified_share"), 0.0);
  EXPECT_GT(figure(old_hands, "assessed_by_agency_share"), 0.0);
}

// Proves that with staff without end nobody waits.
TEST(Chair, NobodyWaitsWhereStaffHaveNoEnd) {
  const Outcome outcome = run(unlimited(small("no-change")));
  EXPECT_EQ(sum_of(outcome, "unallocated_at_end_children", by_waits), 0.0);
}

// Proves that the quarters of the window are the window: flows add up to the year's figures, where these were
// counted at the same moments.
TEST(Chair, QuartersAddUpToTheWindow) {
  const Design design = small("no-change");
  const Outcome outcome = run(design);
  const measures::Quarterly& seen = outcome.quarterly;
  const measures::Quarters quarters{{seen.first.from, add_months(seen.first.from, 3 * seen.quarters())}};
  ASSERT_EQ(design.window.from, at_date(2010, 1, 1));
  const int first = *quarters.of(design.window.from);
  ASSERT_EQ(first, 8) << "two years of run-in";
  ASSERT_EQ(quarters[quarters.count() - 1].to, design.window.to);
  const auto total = [&](Visible of) {
    double sum = 0.0;
    for (int q = first; q < quarters.count(); ++q) sum += static_cast<double>(*seen.at(q, of));
    return std::llround(sum);
  };
  const auto counted = [&](const char* id) { return in_all(design, figure(outcome, id)); };
  EXPECT_EQ(total(Visible::contacts), counted("contacts_children"));
  EXPECT_EQ(total(Visible::initial_assessments), counted("initial_assessments_children"));
  EXPECT_EQ(total(Visible::core_assessments), counted("core_assessments_children"));
  EXPECT_EQ(total(Visible::section47_enquiries), counted("section47_enquiries_children"));
  EXPECT_EQ(total(Visible::cafs_opened), counted("cafs_opened_children"));
  // A referral stands in the quarter of its call, and is counted when it is accepted.
  const auto referrals = static_cast<double>(counted("referrals_children"));
  EXPECT_NEAR(static_cast<double>(total(Visible::referrals)), referrals, 0.03 * referrals);
  EXPECT_NEAR(static_cast<double>(total(Visible::spend)),
              figure(outcome, "spend_pounds") * in_years(design.window.length()), 10.0);
}

// Proves that a board sees no more than is on record by the quarter: before the first changed date two
// designs show it the same.
TEST(Chair, QuartersBeforeAChangeAreTheSame) {
  const Outcome base = run(small("no-change"));
  const Outcome changed = run(small("restructure"));
  const int change = 12;  // the first quarter of 2011, in which it is announced
  int differing = 0;
  for (int q = 0; q < base.quarterly.quarters(); ++q) {
    for (int v = 0; v < measures::visible_count; ++v) {
      const auto figure = static_cast<Visible>(v);
      // What becomes of the last calls and of levels counted a few days later may already be another thing.
      if (q < change - 1) {
        EXPECT_EQ(base.quarterly.at(q, figure), changed.quarterly.at(q, figure));
      } else if (base.quarterly.at(q, figure) != changed.quarterly.at(q, figure)) {
        ++differing;
      }
    }
  }
  EXPECT_GT(differing, 100);
}

}  // namespace
}  // namespace lscb::world

// Each kind of change, alone, moves the mechanism that it names, in its direction. What comes of it for
// children is the model's answer and stands in no test.
#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "designs.h"

namespace lscb::world {
namespace {

const Instant from = at_date(2011, 4, 1);

Design with(Design design, change::Effect effect) {
  design.changes.push_back({from, "a change", "council", std::move(effect), {}});
  return design;
}

/// An organisation that keeps its staff, so that what a change does to them can be counted exactly.
Design settled() {
  Design design = small("no-change");
  for (spec::Team& team : design.area.teams) {
    for (spec::Establishment& role : team.establishment) role.vacant_at_start = 0.0;
  }
  design.area.leaving_per_year = 0.0;
  design.history.clear();
  return design;
}

int posts_of(const Design& design) {
  int posts = 0;
  for (const spec::Team& team : design.area.teams) {
    for (const spec::Establishment& role : team.establishment) posts += role.posts;
  }
  return posts;
}

change::Restructure restructure() {
  change::Restructure r;
  r.announced = from - days(90);
  return r;
}

double whole_window(const Outcome& outcome, const Design& design, const std::string& id) {
  return figure(outcome, id) * in_years(design.window.length());
}

TEST(Mechanism, ARestructureTakesItsHoursFromEveryPost) {
  const Design base = settled();
  change::Restructure r = restructure();
  r.consultation_hours = 10.0;
  r.training_hours = 6.0;
  const Design alone = with(base, r);
  r.stages = 2;
  r.weeks_between_stages = 8;
  const Design staged = with(base, r);
  const int posts = posts_of(base);
  for (const Design* design : {&alone, &staged}) {
    const Outcome outcome = run(*design);
    EXPECT_NEAR(whole_window(outcome, *design, "work_hours@kind=consultation"), 10.0 * posts, 0.01);
    EXPECT_NEAR(whole_window(outcome, *design, "work_hours@kind=training"), 6.0 * posts, 0.01);
  }
  const Outcome before = run(base);
  EXPECT_EQ(figure(before, "work_hours@kind=consultation"), 0.0);
  EXPECT_EQ(figure(before, "work_hours@kind=training"), 0.0);
}

// Proves that part-time contracts do and cost their share: an area of which every post of social work is at
// half is worked for by half the pounds, and never by more hours than half of what whole posts can give; and
// that a contract of the whole hours is a whole post, to the byte.
TEST(Mechanism, PartTimePostsWorkAndCostTheirShare) {
  Design base = settled();
  parameter(base.parameters, "workforce.absence_spells_year") = 0.0;
  Design half = base;
  Design whole = base;
  double posts = 0.0;
  for (std::size_t t = 0; t < base.area.teams.size(); ++t) {
    for (spec::Establishment& line : half.area.teams[t].establishment) {
      line.part_time = line.posts;
      line.part_time_hours = 50;
      posts += line.role == spec::Role::social_worker ? line.posts : 0;
    }
    for (spec::Establishment& line : whole.area.teams[t].establishment) line.part_time = line.posts;
  }
  const Outcome as_before = run(base);
  const Outcome halved = run(half);
  EXPECT_EQ(run(whole).fingerprint, as_before.fingerprint);
  EXPECT_EQ(run(whole).figures, as_before.figures);
  EXPECT_NEAR(figure(halved, "spend_pounds@on=team_staff"),
              figure(as_before, "spend_pounds@on=team_staff") / 2.0, 1.0);
  EXPECT_LT(figure(halved, "work_hours@role=social_worker"),
            figure(as_before, "work_hours@role=social_worker"));
  EXPECT_LE(figure(halved, "work_hours@role=social_worker"),
            1.02 * posts / 2.0 * base.parameters.workforce.productive_hours_year);
}

// Proves that protecting nothing changes nothing, to the byte, and that time kept free is taken from the work
// of who is newly qualified.
TEST(Mechanism, ProtectionOfTheNewlyQualifiedTakesTheirTime) {
  Design base = small("no-change");
  parameter(base.parameters, "workforce.newly_qualified_share") = 1.0;
  change::Recruitment nothing;
  nothing.newly_qualified_caseload = 1.0;
  nothing.newly_qualified_time = 0.0;
  change::Recruitment half = nothing;
  half.newly_qualified_time = 0.5;
  const Outcome before = run(base);
  const Outcome unchanged = run(with(base, nothing));
  EXPECT_EQ(unchanged.fingerprint, before.fingerprint);
  EXPECT_EQ(unchanged.figures, before.figures);
  EXPECT_LT(figure(run(with(base, half)), "work_hours@role=social_worker"),
            figure(before, "work_hours@role=social_worker"));
  // As a parameter it holds from the first day.
  parameter(base.parameters, "workforce.newly_qualified_time") = 0.5;
  EXPECT_LT(figure(run(base), "work_hours@role=social_worker"),
            figure(before, "work_hours@role=social_worker"));
}

TEST(Mechanism, TransfersHandCasesOverAndFilesAreReadAgain) {
  const Design base = settled();
  change::Restructure r = restructure();
  r.cases_transferred = 0.8;
  const Outcome before = run(base);
  const Outcome after = run(with(base, r));
  EXPECT_GT(taken(after, "handover"), taken(before, "handover"));
  EXPECT_GT(figure(after, "work_hours@kind=reread_file"), figure(before, "work_hours@kind=reread_file"));
}

TEST(Mechanism, BrokenTiesSilenceAndBlurCalls) {
  Design base = unlimited(small("no-change"));
  change::Restructure r = restructure();
  r.partner_ties_broken = 0.9;
  r.ties_mend_months = 60;
  const Outcome before = run(base);
  const Outcome after = run(with(base, r));
  EXPECT_LT(taken(after, "call_made"), taken(before, "call_made"));
  const auto vague_share = [](const Outcome& outcome) {
    return static_cast<double>(taken(outcome, "vague_report")) /
           static_cast<double>(taken(outcome, "call_made"));
  };
  EXPECT_GT(vague_share(after), vague_share(before));
}

// A restructure with nothing in it is no change at all, but that it is announced, and felt.
TEST(Mechanism, ARestructureOfNothingChangesNothing) {
  Design base = small("no-change");
  EXPECT_NE(run(with(base, restructure())).fingerprint, run(base).fingerprint);
  parameter(base.parameters, "workforce.leaving_unrest") = 0.0;
  parameter(base.parameters, "workforce.absence_unrest") = 0.0;
  EXPECT_EQ(run(with(base, restructure())).fingerprint, run(base).fingerprint);
}

TEST(Mechanism, ACentreCutLowersPostsMoneyAndOpenDays) {
  Design base = settled();
  for (spec::Centre& centre : base.area.centres) centre.family_support_posts = 4;
  change::CentreCut posts_only;
  posts_only.budget_cut = 0.5;
  change::CentreCut days_only;
  days_only.days_closed = 3;
  const Outcome before = run(base);
  const Outcome fewer = run(with(base, posts_only));
  EXPECT_LT(figure(fewer, "spend_pounds@on=centre_staff"), figure(before, "spend_pounds@on=centre_staff"));
  EXPECT_LT(figure(fewer, "spend_pounds@on=centre_running"),
            figure(before, "spend_pounds@on=centre_running"));
  // Twelve posts for 15 months and six for 33, of 48 in all.
  const double share = (15.0 + 0.5 * 33.0) / 48.0;
  EXPECT_NEAR(figure(fewer, "spend_pounds@on=centre_staff") / figure(before, "spend_pounds@on=centre_staff"),
              share, 0.01);
  const Outcome closed = run(with(base, days_only));
  EXPECT_LT(figure(closed, "work_hours@role=family_support_worker"),
            figure(before, "work_hours@role=family_support_worker"));
  EXPECT_EQ(figure(closed, "spend_pounds@on=centre_staff"), figure(before, "spend_pounds@on=centre_staff"));
}

TEST(Mechanism, AClosedCentreSeesNobody) {
  Design base = unlimited(small("no-change"));
  change::CentreCut cut;
  cut.days_closed = 5;
  const Outcome before = run(base);
  const Outcome after = run(with(base, cut));
  EXPECT_LT(taken(after, "call_made"), taken(before, "call_made"));
}

TEST(Mechanism, PostsAreAddedAndDeleted) {
  const Design base = settled();
  const auto spend_with = [&](int count) {
    change::Posts posts;
    posts.team = base.area.teams[0].id;
    posts.role = spec::Role::social_worker;
    posts.count = count;
    Design design = base;
    design.area.months_to_fill = 0.5;
    return figure(run(with(design, posts)), "spend_pounds@on=team_staff");
  };
  const double fewer = spend_with(-1);
  const double more = spend_with(2);
  EXPECT_LT(fewer, figure(run(base), "spend_pounds@on=team_staff"));
  EXPECT_GT(more, figure(run(base), "spend_pounds@on=team_staff"));
}

TEST(Mechanism, RecruitmentFillsPostsAndKeepsStaff) {
  Design base = small("no-change");
  base.history.clear();
  change::Recruitment slow;
  slow.months_to_fill = 60.0;
  change::Recruitment quick;
  quick.months_to_fill = 1.0;
  EXPECT_LT(figure(run(with(base, quick)), "vacancy_share"), figure(run(with(base, slow)), "vacancy_share"));
  change::Recruitment leaving;
  leaving.months_to_fill = 3.0;
  leaving.leaving_per_year = 0.9;
  change::Recruitment staying;
  staying.months_to_fill = 3.0;
  staying.leaving_per_year = 0.0;
  EXPECT_LT(figure(run(with(base, staying)), "vacancy_share"),
            figure(run(with(base, leaving)), "vacancy_share"));
  EXPECT_LT(figure(run(with(base, staying)), "spend_pounds@on=recruitment"),
            figure(run(with(base, leaving)), "spend_pounds@on=recruitment"));
}

TEST(Mechanism, AThresholdPolicyMovesTheDecisionsItNames) {
  const Design base = unlimited(small("no-change"));
  const Outcome before = run(base);
  change::ThresholdPolicy fewer_enquiries;
  fewer_enquiries.section47_shift = 0.8;
  EXPECT_LT(figure(run(with(base, fewer_enquiries)), "section47_enquiries_children"),
            figure(before, "section47_enquiries_children"));
  change::ThresholdPolicy fewer_assessments;
  fewer_assessments.initial_assessment_shift = 0.8;
  EXPECT_LT(figure(run(with(base, fewer_assessments)), "initial_assessments_children"),
            figure(before, "initial_assessments_children"));
  change::ThresholdPolicy more_caf;
  more_caf.caf_shift = -0.8;
  EXPECT_GT(figure(run(with(base, more_caf)), "cafs_opened_children"),
            figure(before, "cafs_opened_children"));
  change::ThresholdPolicy anchored;
  anchored.downgrade_anchor = 1.5;
  EXPECT_LT(figure(run(with(base, anchored)), "initial_assessments_children"),
            figure(before, "initial_assessments_children"));
}

// A policy that ends is over: what it did remains, what it would do does not.
TEST(Mechanism, APolicyInForceForNoTimeChangesNothing) {
  const Design base = unlimited(small("no-change"));
  change::ThresholdPolicy brief;
  brief.section47_shift = 2.0;
  brief.until = from;
  EXPECT_EQ(run(with(base, brief)).fingerprint, run(base).fingerprint);
}

}  // namespace
}  // namespace lscb::world

// The files that come with the program: they load, they state their evidence, and they compose.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "scenario/load.h"
#include "scenario/parameter_reader.h"
#include "scenario/workload.h"

namespace lscb::scenario {
namespace {

Library shipped() {
  return Library::at(SHIPPED_SCENARIOS);
}

std::string shown(const std::vector<Diagnostic>& problems) {
  std::string out;
  for (const Diagnostic& problem : problems) out += to_string(problem) + "\n";
  return out;
}

Loaded loaded(const std::string& name) {
  Loaded out = load_scenario(name, shipped());
  EXPECT_EQ(shown(out.problems), "") << name;
  return out;
}

/// What a scenario's changes are, without regard to files.
std::multiset<std::string> titles(const std::string& name) {
  std::multiset<std::string> out;
  const Loaded scenario = loaded(name);
  if (scenario.design) {
    for (const change::Change& change : scenario.design->changes) out.insert(change.title);
  }
  return out;
}

std::multiset<std::string> together(std::initializer_list<const char*> names) {
  std::multiset<std::string> out;
  for (const char* name : names) {
    const auto more = titles(name);
    out.insert(more.begin(), more.end());
  }
  return out;
}

TEST(Shipped, EveryScenarioAreaAndParameterFileIsSound) {
  int scenarios = 0;
  int areas = 0;
  for (const Entry& entry : list(shipped())) {
    const Checked checked = check_file(entry.path, shipped());
    EXPECT_EQ(shown(checked.loaded.problems), "") << entry.path;
    EXPECT_EQ(checked.kind, entry.kind) << entry.path;
    EXPECT_FALSE(entry.title.empty()) << entry.path;
    EXPECT_FALSE(entry.summary.empty()) << entry.path;
    (entry.kind == Kind::scenario ? scenarios : areas) += 1;
  }
  EXPECT_GE(scenarios, 9);
  EXPECT_GE(areas, 3);
  for (const std::string& room : names(shipped(), Kind::parameters)) {
    const Checked checked = check_file(find(shipped(), Kind::parameters, room), shipped());
    EXPECT_EQ(shown(checked.loaded.problems), "") << room;
    EXPECT_EQ(checked.kind, Kind::parameters) << room;
  }
}

TEST(Shipped, EveryFigureStatesItsYearSourceAndGrade) {
  for (const Entry& entry : list(shipped())) {
    const Loaded all = check_file(entry.path, shipped()).loaded;
    for (const Figure& figure : all.provenance.figures()) {
      EXPECT_TRUE(figure.stated) << figure.file << ":" << figure.line << " " << figure.id;
      EXPECT_FALSE(figure.unit.empty()) << figure.id;
      EXPECT_TRUE(std::isfinite(figure.value)) << figure.id;
      EXPECT_FALSE(figure.file.empty()) << figure.id;
      const bool judged = figure.grade == spec::Grade::judgement;
      if (judged && !figure.borrowed && entry.stem != "my-area" &&
          figure.id.find("referral_sources") == std::string::npos &&
          figure.id.find(".posts") == std::string::npos) {
        EXPECT_TRUE(figure.range.has_value()) << figure.file << ":" << figure.line << " " << figure.id;
      }
    }
  }
}

TEST(Shipped, EveryParameterHasALabelAndARange) {
  const Loaded base = loaded("no-change");
  world::Parameters declared;
  for (const detail::Slot& slot : detail::slots_of(declared)) {
    const Figure* figure = base.provenance.find(slot.id);
    ASSERT_NE(figure, nullptr) << slot.id;
    EXPECT_FALSE(figure->label.empty()) << slot.id;
    EXPECT_TRUE(figure->range.has_value()) << slot.id;
    EXPECT_EQ(figure->unit, slot.unit);
  }
}

TEST(Shipped, ThreeChangesComposeToATwoByTwoByTwoDesign) {
  EXPECT_TRUE(titles("no-change").empty());
  EXPECT_EQ(titles("restructure").size(), 1U);
  EXPECT_EQ(titles("caf-pressure").size(), 1U);
  EXPECT_EQ(titles("centre-cut").size(), 1U);
  EXPECT_EQ(titles("restructure-caf-pressure"), together({"restructure", "caf-pressure"}));
  EXPECT_EQ(titles("restructure-centre-cut"), together({"restructure", "centre-cut"}));
  EXPECT_EQ(titles("caf-pressure-centre-cut"), together({"caf-pressure", "centre-cut"}));
  EXPECT_EQ(titles("isle-of-wight-2011"), together({"restructure", "caf-pressure", "centre-cut"}));
}

TEST(Shipped, AllScenariosShareAreaParametersHistoryAndWindow) {
  const Loaded base = loaded("no-change");
  ASSERT_TRUE(base.design);
  for (const Entry& entry : list(shipped())) {
    if (entry.kind != Kind::scenario) continue;
    const Loaded other = loaded(entry.stem);
    ASSERT_TRUE(other.design) << entry.stem;
    EXPECT_EQ(other.design->window.from, at_date(2010, 1, 1)) << entry.stem;
    EXPECT_EQ(other.design->window.to, at_date(2014, 1, 1)) << entry.stem;
    EXPECT_EQ(other.design->area.id, base.design->area.id);
    EXPECT_EQ(other.design->history.size(), base.design->history.size());
    EXPECT_EQ(other.design->demand_intensity, 1.0) << entry.stem;
  }
}

TEST(Shipped, TheHurriedRestructureIsNeutralInPosts) {
  const Loaded restructure = loaded("restructure");
  ASSERT_TRUE(restructure.design);
  for (const change::Change& change : restructure.design->changes) {
    EXPECT_TRUE(std::holds_alternative<change::Restructure>(change.effect));
  }
}

TEST(Shipped, DoneWellIsTheSameDecisionTakenWithMoreCare) {
  const Loaded hurried = loaded("restructure");
  const Loaded careful = loaded("done-well");
  ASSERT_TRUE(hurried.design && careful.design);
  const auto restructure_of = [](const world::Design& design) {
    for (const change::Change& change : design.changes) {
      if (std::holds_alternative<change::Restructure>(change.effect)) return change;
    }
    ADD_FAILURE() << "no restructure";
    return change::Change{};
  };
  const change::Change fast_change = restructure_of(*hurried.design);
  const change::Change slow_change = restructure_of(*careful.design);
  const auto& fast = std::get<change::Restructure>(fast_change.effect);
  const auto& slow = std::get<change::Restructure>(slow_change.effect);
  EXPECT_EQ(fast.announced, slow.announced);
  EXPECT_EQ(fast.team, slow.team);
  EXPECT_GT(slow.stages, fast.stages);
  EXPECT_GT(slow.consultation_hours, fast.consultation_hours);
  EXPECT_GT(slow.training_hours, fast.training_hours);
  EXPECT_LT(slow.cases_transferred, fast.cases_transferred);
  EXPECT_LT(slow.partner_ties_broken, fast.partner_ties_broken);
  int temporary = 0;
  for (const change::Change& change : careful.design->changes) {
    const auto* posts = std::get_if<change::Posts>(&change.effect);
    if (posts == nullptr) continue;
    EXPECT_TRUE(posts->until.has_value());
    EXPECT_LT(change.date, slow_change.date);
    temporary += posts->count;
  }
  EXPECT_GT(temporary, 0);
}

TEST(Shipped, TheFormAsksForAtMostTwelveFigures) {
  const Loaded form = load_area("my-area", shipped());
  ASSERT_EQ(shown(form.problems), "");
  std::size_t own = 0;
  std::size_t borrowed = 0;
  for (const Figure& figure : form.provenance.figures()) {
    if (figure.id.compare(0, 5, "area.") != 0 || figure.id == "area.demand_intensity") continue;
    (figure.borrowed ? borrowed : own) += 1;
    if (!figure.borrowed) continue;
    EXPECT_EQ(figure.grade, spec::Grade::assumption) << figure.id;
  }
  EXPECT_EQ(own, 12U);
  EXPECT_GT(borrowed, 0U);
}

TEST(Shipped, TheIslandStandsAsPublished) {
  const Loaded island = load_area("isle-of-wight-2010", shipped());
  ASSERT_TRUE(island.design);
  const spec::Area& area = island.design->area;
  EXPECT_EQ(area.children, 26145.0);
  EXPECT_EQ(area.flows.referrals, 1792.0);
  // 74.4 % of referrals are assessed in England; 1,333 on the Island by that ratio.
  EXPECT_NEAR(area.flows.initial_assessments, 1333.0, 1.0);
  EXPECT_NEAR(area.flows.core_assessments, 703.0, 1.0);
  EXPECT_NEAR(area.flows.section47_enquiries, 384.0, 1.0);
  EXPECT_NEAR(area.flows.conferences, 181.0, 1.0);
  EXPECT_NEAR(area.flows.protection_plans_held, 98.0, 1.0);
  EXPECT_TRUE(island.provenance.find("area.initial_assessments")->borrowed);
  EXPECT_EQ(area.centres.size(), 8U);
  Pence spend;
  for (const spec::Centre& centre : area.centres) spend += centre.budget;
  EXPECT_EQ(spend, pounds(2257771));
  int qualified = 0;
  for (const spec::Team& team : area.teams) {
    for (const spec::Establishment& line : team.establishment) {
      if (line.role == spec::Role::social_worker) qualified += line.posts;
    }
  }
  EXPECT_EQ(qualified, 32);
}

TEST(Shipped, TheIslandsVacanciesFollowFromLeavingAndRecruiting) {
  const Loaded island = load_area("isle-of-wight-2010", shipped());
  ASSERT_TRUE(island.design);
  const spec::Area& area = island.design->area;
  const auto equilibrium = [&](double months) {
    const double leaving = area.leaving_per_year * months / 12.0;
    return leaving / (1.0 + leaving);
  };
  // 40 % of posts were vacant before July 2010 and stay so until the supplement.
  EXPECT_NEAR(equilibrium(area.months_to_fill), 0.40, 0.005);
  EXPECT_EQ(area.teams[0].establishment[0].vacant_at_start, 0.40);
  const change::Recruitment* supplement = nullptr;
  for (const change::Change& change : island.design->history) {
    if (const auto* recruitment = std::get_if<change::Recruitment>(&change.effect)) supplement = recruitment;
  }
  ASSERT_NE(supplement, nullptr);
  ASSERT_TRUE(supplement->months_to_fill);
  // Nine months later, in April 2011, 8 % were vacant.
  const double rest = equilibrium(*supplement->months_to_fill);
  const double rate = 1.0 / *supplement->months_to_fill + area.leaving_per_year / 12.0;
  EXPECT_NEAR(rest + (0.40 - rest) * std::exp(-9.0 * rate), 0.08, 0.01);
}

TEST(Shipped, TheWorkloadOnPaperIsReproduced) {
  const Loaded island = load_area("isle-of-wight-2010", shipped());
  ASSERT_TRUE(island.design);
  const Workload out = workload(*island.design, island.provenance);
  const RoleHours& qualified = out.roles[spec::index(spec::Role::social_worker)];
  // Modal hours alone load the qualified posts to about twice their hours.
  EXPECT_NEAR(out.hours_unadjusted / qualified.hours_established, 2.2, 0.2);
  // 73,200 hours on paper; the model adds closing cases (2,400) and counts looked-after children in full
  // (2,200).
  double needed = 0.0;
  for (const ProcessHours& process : out.processes) needed += process.hours;
  EXPECT_NEAR(needed, 73'200.0 + 2'400.0 + 2'200.0, 1'000.0);
  EXPECT_GT(qualified.load_established(), lightest_load);
  EXPECT_LT(qualified.load_established(), heaviest_load);
  EXPECT_GT(out.teams.load_established(), lightest_load);
  EXPECT_LT(out.teams.load_established(), heaviest_load);
  EXPECT_GT(qualified.load_in_post(), qualified.load_established());
}

}  // namespace
}  // namespace lscb::scenario

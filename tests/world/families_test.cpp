// Families found in replications of the model, against what their courses say, step by step.
#include "experiment/families.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <set>
#include <vector>

#include "designs.h"
#include "experiment/course.h"
#include "experiment/divergence.h"
#include "experiment/family_table.h"

namespace lscb::experiment {
namespace {

using world::Design;
using world::small;

/// The steps of every family of a replication, by number.
std::vector<Course> courses_of(const Design& design, int replication) {
  std::vector<Course> courses;
  follow(design, 1, replication, {}, [&](const trace::Step& step) {
    if (!step.household.valid()) return;
    if (courses.size() <= step.household.value()) courses.resize(step.household.value() + std::size_t{1});
    courses[step.household.value()].steps.push_back(step);
  });
  return courses;
}

FamilyTable table_of(const Design& design, int replication) {
  return family_table(design, {1, static_cast<std::uint64_t>(replication) - 1}, design.window, true);
}

/// Counted from a course alone.
struct Direct {
  int calls = 0, assessments = 0, harms = 0, unassessed = 0;
  Instant eighth = Instant::never();  ///< the eighth call before any assessment or plan
};

Direct direct(const Course& course, Interval window) {
  Direct sums;
  std::set<Instant> found;
  std::map<std::uint64_t, Instant> told, sent_on;  // by call; sent on to an assessment or to a worker: when
  std::vector<Instant> calls;
  std::vector<std::pair<Instant, Instant>> begun;  // of an assessment, and the call behind it
  Instant end = Instant::never();
  for (const trace::Step& step : course.steps) {
    const bool counts = window.contains(step.at);
    if (const auto* call = std::get_if<trace::Told>(&step.what)) {
      sums.calls += counts;
      told[call->contact.value] = step.at;
      calls.push_back(step.at);
    } else if (const auto* decided = std::get_if<trace::Decided>(&step.what)) {
      using measures::Route;
      if (decided->route == Route::assessment || decided->route == Route::strategy_discussion)
        sent_on[decided->contact.value] = step.at;
    } else if (std::get_if<trace::AssessmentBegun>(&step.what) != nullptr) {
      Instant behind = step.at;
      for (const auto& [contact, at] : sent_on) behind = std::min(behind, told[contact]);
      sent_on.clear();
      begun.emplace_back(step.at, behind);
    } else if (std::get_if<trace::Found>(&step.what) != nullptr) {
      if (found.insert(step.at).second) sums.assessments += counts;
      if (!begun.empty()) end = std::min(end, begun.back().second);
    } else if (const auto* service = std::get_if<trace::ServiceBegins>(&step.what)) {
      if (service->kind != measures::ServiceKind::caf) end = std::min(end, step.at);
    } else if (std::get_if<trace::Harm>(&step.what) != nullptr) {
      sums.harms += counts;
    }
  }
  for (const Instant at : calls) {
    if (at >= std::min(end, window.to)) continue;
    if (++sums.unassessed == eight_calls) sums.eighth = at;
  }
  return sums;
}

TEST(Families, AreCountedAsTheirCoursesSay) {
  const Design design = small("caf-pressure");
  const FamilyTable table = table_of(design, 2);
  const std::vector<Course> courses = courses_of(design, 2);
  ASSERT_LE(courses.size(), table.families.size());
  int calls = 0, unassessed = 0, assessments = 0, eight = 0;
  for (std::size_t i = 0; i < courses.size(); ++i) {
    const Direct sums = direct(courses[i], design.window);
    const FamilyFigures& figures = table.families[i];
    ASSERT_EQ(figures.calls, sums.calls) << "family " << i + 1;
    ASSERT_EQ(figures.assessments, sums.assessments) << "family " << i + 1;
    ASSERT_EQ(figures.harms, sums.harms) << "family " << i + 1;
    ASSERT_EQ(figures.unassessed_calls, sums.unassessed) << "family " << i + 1;
    ASSERT_EQ(find_filter("eight-and-none")->holds(figures), design.window.contains(sums.eighth))
        << "family " << i + 1;
    calls += sums.calls;
    unassessed += sums.unassessed;
    assessments += sums.assessments;
    eight += design.window.contains(sums.eighth);
  }
  EXPECT_GT(calls, 1000);
  EXPECT_GT(unassessed, 500);
  EXPECT_GT(assessments, 300);
  EXPECT_GT(eight, 0);
}

TEST(Families, UnprotectedNeedAddsUpToTheMeasure) {
  const Design design = small("no-change");
  const FamilyTable table = table_of(design, 1);
  double days = 0.0;
  for (const FamilyFigures& family : table.families)
    days += static_cast<double>(family.unprotected_minutes) / minutes_per_day;
  const double a_year = days / in_years(design.window.length());
  EXPECT_NEAR(a_year, world::figure(world::run(design), "unprotected_need_child_days"), 1e-6 * a_year);
}

TEST(Families, PartAsTheirCoursesDo) {
  const Design first = small("no-change"), second = small("isle-of-wight-2011");
  FamilyTable a = table_of(first, 1), b = table_of(second, 1);
  const auto pairs = paired(a, b, Instant::never());
  const std::vector<Course> of_first = courses_of(first, 1), of_second = courses_of(second, 1);
  ASSERT_EQ(of_first.size(), of_second.size());
  int parted = 0, differing = 0;
  for (std::size_t i = 0; i < of_first.size(); ++i) {
    const auto parting = divergence(of_first[i], of_second[i]);
    const auto outcome = different_outcome(of_first[i], of_second[i]);
    ASSERT_EQ(pairs[i].parted, parting ? parting->at : Instant::never()) << "family " << i + 1;
    ASSERT_EQ(pairs[i].differs, outcome ? outcome->at : Instant::never()) << "family " << i + 1;
    parted += parting.has_value();
    differing += outcome.has_value();
  }
  EXPECT_GT(parted, 100);
  EXPECT_GT(differing, 50);
  EXPECT_LT(differing, parted);
}

TEST(Families, NoneAreApartUnderTheSameScenario) {
  const Design design = small(world::shipped("no-change"), 1000);
  Options options;
  options.replications = 2;
  const FamiliesResult result = find_families({design, design}, {find_filter("diverged"), 5}, options);
  EXPECT_EQ(result.matching, 0);
  EXPECT_TRUE(result.families.empty());
  for (const FilteredFamilies& one : result.filters) {
    if (one.difference) {
      EXPECT_EQ(one.difference->low, 0.0) << one.filter->id;
      EXPECT_EQ(one.difference->high, 0.0) << one.filter->id;
    } else {
      EXPECT_EQ(one.frequencies.front().families, 0) << one.filter->id;
    }
  }
}

TEST(Families, FrequenciesAreOfTheChildrenInTheArea) {
  const Design design = small("no-change");
  Options options;
  options.replications = 3;
  options.threads = 2;
  const FamiliesResult result = find_families({design}, {find_filter("longest-unprotected"), 7}, options);
  ASSERT_EQ(result.filters.size(), 6U);
  EXPECT_EQ(result.counted.from, design.window.from);
  EXPECT_EQ(result.counted.to, design.window.to);
  EXPECT_NEAR(result.children, 4000.0, 400.0);
  const FamilyFrequency& frequency = result.filters[3].frequencies.front();
  EXPECT_EQ(frequency.families, result.matching);
  EXPECT_EQ(frequency.replications_with, 3);
  EXPECT_EQ(frequency.per_10000.n, 3);
  double sum = 0.0;
  for (int r = 1; r <= 3; ++r) {
    const FamilyTable table = table_of(design, r);
    std::int64_t families = 0;
    for (const FamilyFigures& figures : table.families) families += figures.unprotected_minutes > 0;
    sum += 1e4 * static_cast<double>(families) * static_cast<double>(design.window.length().count()) /
           static_cast<double>(table.child_minutes);
  }
  EXPECT_NEAR(*frequency.per_10000.mean, sum / 3.0, 1e-9 * sum);
  ASSERT_EQ(result.families.size(), 7U);
  for (std::size_t i = 0; i + 1 < result.families.size(); ++i)
    EXPECT_GE(result.families[i].rank, result.families[i + 1].rank);
  // The family that is named is the one that was counted.
  const FoundFamily& worst = result.families.front();
  EXPECT_EQ(table_of(design, worst.key.replication).families[worst.key.family - 1], worst.figures.first);
}

TEST(Families, AnySoManyThreadsFindTheSame) {
  const std::vector<Design> designs{small(world::shipped("no-change"), 1500),
                                    small(world::shipped("isle-of-wight-2011"), 1500)};
  Options options;
  options.replications = 5;
  const auto found = [&](int threads) {
    options.threads = threads;
    return find_families(designs, {find_filter("outcome-differs"), 10}, options);
  };
  const FamiliesResult one = found(1), three = found(3);
  EXPECT_EQ(one.matching, three.matching);
  ASSERT_EQ(one.families.size(), 10U);
  for (std::size_t i = 0; i < one.families.size(); ++i) {
    EXPECT_EQ(one.families[i].key.replication, three.families[i].key.replication);
    EXPECT_EQ(one.families[i].key.family, three.families[i].key.family);
    EXPECT_EQ(one.families[i].figures.differs, three.families[i].figures.differs);
  }
  for (std::size_t f = 0; f < one.filters.size(); ++f) {
    for (std::size_t d = 0; d < one.filters[f].frequencies.size(); ++d)
      EXPECT_EQ(one.filters[f].frequencies[d].per_10000.mean, three.filters[f].frequencies[d].per_10000.mean);
  }
}

TEST(Families, WhereNoneIsFoundABoundIsTold) {
  const Design design = small(world::shipped("no-change"), 300);
  Options options;
  options.replications = 2;
  const FamiliesResult result = find_families({design}, {find_filter("seed-pattern"), 5}, options);
  const FamilyFrequency& frequency = result.filters[2].frequencies.front();
  ASSERT_EQ(std::string{result.filters[2].filter->id}, "seed-pattern");
  ASSERT_EQ(frequency.families, 0);
  EXPECT_TRUE(frequency.few);
  EXPECT_EQ(frequency.per_10000.mean, 0.0);
  EXPECT_EQ(frequency.per_10000.low, 0.0);
  EXPECT_NEAR(*frequency.per_10000.high, -std::log(0.05) * 1e4 / (2.0 * result.children), 1e-6);
  EXPECT_TRUE(result.families.empty());
}

TEST(Families, WhatCannotBeSearchedForIsSaid) {
  const Design design = small("no-change");
  Options options;
  options.replications = 2;
  EXPECT_FALSE(objections(std::vector<Design>{design}, {find_filter("diverged"), 5}, options).empty());
  EXPECT_TRUE(objections({design, design}, {find_filter("diverged"), 5}, options).empty());
  EXPECT_FALSE(objections({design, small(world::shipped("no-change"), 900)}, {}, options)
                   .empty());  // not the same families
  options.replications = 1;
  EXPECT_FALSE(objections(std::vector<Design>{design}, {}, options).empty());
  EXPECT_THROW((void)find_families({design}, {}, options), std::invalid_argument);
}

}  // namespace
}  // namespace lscb::experiment

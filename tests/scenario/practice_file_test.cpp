// Standards of practice, monitoring, centre management and inspections, as files say them.
#include <gtest/gtest.h>

#include <algorithm>

#include "small_library.h"

namespace lscb::scenario {
namespace {

const std::string heading = "title = \"Plan\"\nextends = \"base\"\n";

std::string change(const std::string& kind, const std::string& rest, const std::string& date = "2011-04-01") {
  return "[[change]]\nkind = \"" + kind + "\"\ndate = " + date + "\ntitle = \"A change\"\nowner = \"" +
         owner_of(kind) + "\"\n" + rest;
}

world::Design design_of(const std::string& changes) {
  SmallLibrary small;
  small.put("plan.toml", heading + changes);
  const Loaded loaded = small.scenario("plan");
  EXPECT_EQ(shown(loaded.problems), "");
  return loaded.design.value_or(world::Design{});
}

template <class Kind>
Kind only(const world::Design& design) {
  EXPECT_EQ(design.changes.size(), 1U);
  return std::get<Kind>(design.changes.at(0).effect);
}

TEST(PracticeFile, TreesAndChronologiesAreRead) {
  const auto read = only<change::TreesAndChronologies>(
      design_of(change("chronologies-and-family-trees",
                       "chronologies = \"100 %\"\nfamily_trees = \"60 %\"\nuntil = 2011-10-01\n")));
  EXPECT_EQ(read.chronologies, 1.0);
  EXPECT_EQ(read.family_trees, 0.6);
  EXPECT_EQ(read.until, at_date(2011, 10, 1));
}

TEST(PracticeFile, MeasurableOutcomesAreRead) {
  const auto read =
      only<change::MeasurableOutcomes>(design_of(change("measurable-outcomes", "cafs = \"90 %\"\n")));
  EXPECT_EQ(read.cafs, 0.9);
  EXPECT_EQ(read.plans, std::nullopt);
}

TEST(PracticeFile, SpecificRecordingIsRead) {
  EXPECT_EQ(only<change::SpecificRecording>(design_of(change("specific-recording", "contacts = \"80 %\"\n")))
                .contacts,
            0.8);
}

TEST(PracticeFile, PerpetratorRemovalIsRead) {
  const auto read = only<change::PerpetratorRemoval>(design_of(
      change("perpetrator-removal", "sought = \"80 %\"\ntime = \"6 weeks\"\ncapacity = \"12 orders\"\n")));
  EXPECT_EQ(read.sought, 0.8);
  EXPECT_EQ(read.weeks, 6.0);
  EXPECT_EQ(read.capacity, 12);
}

TEST(PracticeFile, GoodEnoughParentingIsRead) {
  const auto read = only<change::GoodEnoughParenting>(
      design_of(change("good-enough-parenting", "training = \"7 hours\"\nevery = \"6 months\"\n")));
  EXPECT_EQ(read.training_hours, 7.0);
  EXPECT_EQ(read.every_months, 6);
}

TEST(PracticeFile, CafMonitoringIsRead) {
  const auto read = only<change::CafMonitoring>(
      design_of(change("caf-monitoring", "score_above = \"1.4 levels\"\nby = \"social_worker\"\n")));
  EXPECT_EQ(read.score_above, 1.4);
  EXPECT_EQ(read.by, spec::Role::social_worker);
}

// Proves that readers may be posts which the same file creates, if these are there while decisions are read.
TEST(PracticeFile, CafMonitoringMayRestOnPostsThatTheSameFileCreates) {
  const auto workers = [](const char* count, const char* date, const char* until = "") {
    return change("posts",
                  std::string("team = \"duty\"\nrole = \"social_worker\"\ncount = ") + count + "\n" + until,
                  date);
  };
  const auto monitoring = [](const char* until = "") {
    return change("caf-monitoring",
                  std::string("score_above = \"1.4 levels\"\nby = \"social_worker\"\n") + until);
  };
  // What is said of readers: that duty is left without social workers is told besides.
  const auto said_of = [](const std::string& changes) {
    SmallLibrary small;
    small.put("plan.toml", heading + changes);
    std::vector<Diagnostic> problems = small.scenario("plan").problems;
    const auto besides = [](const Diagnostic& problem) {
      return problem.expected == "at least one left there, to decide";
    };
    problems.erase(std::remove_if(problems.begin(), problems.end(), besides), problems.end());
    return shown(problems);
  };
  const std::string none = workers("-4", "2010-06-01");
  EXPECT_EQ(said_of(none + workers("1", "2010-09-01") + monitoring()), "");
  EXPECT_EQ(said_of(none + workers("1", "2011-04-01") + monitoring()), "");
  const std::string said =
      "found social_worker, of whom \"duty\" has none for a part of that time, expected a role with posts in "
      "each duty team from 2011-04-01 on, in the area or created by a change of kind \"posts\"\n";
  EXPECT_EQ(said_of(none + monitoring()), "lib/plan.toml:17:6: " + said);
  EXPECT_EQ(said_of(none + workers("1", "2011-04-02") + monitoring()), "lib/plan.toml:25:6: " + said);
  const std::string for_a_time = workers("1", "2010-09-01", "until = 2011-10-01\n");
  EXPECT_EQ(said_of(none + for_a_time + monitoring()), "lib/plan.toml:26:6: " + said);
  EXPECT_EQ(said_of(none + for_a_time + monitoring("until = 2011-10-01\n")), "");
  EXPECT_EQ(said_of(workers("-4", "2011-10-01") + monitoring()), "lib/plan.toml:17:6: " + said);
}

TEST(PracticeFile, CentreManagementIsRead) {
  const auto design = design_of(change("centre-management", "posts = 2\n", "2010-06-01") +
                                change("centre-management", "posts = -1\ncentre = \"east\"\n"));
  EXPECT_EQ(std::get<change::CentreManagement>(design.changes.at(0).effect).posts, 2);
  EXPECT_EQ(std::get<change::CentreManagement>(design.changes.at(1).effect).centre, "east");
}

TEST(PracticeFile, AnInspectionIsRead) {
  const auto read = only<change::Inspection>(
      design_of(change("inspection",
                       "published = 2011-05-20\njudgement = \"inadequate\"\npreparation = \"8 hours\"\n"
                       "action_plan = \"15 hours\"\naudit = \"5 hours\"\n")));
  EXPECT_EQ(read.judgement, change::Judgement::inadequate);
  EXPECT_EQ(read.published, at_date(2011, 5, 20));
  EXPECT_EQ(read.preparation_hours, 8.0);
  EXPECT_EQ(read.action_plan_hours, 15.0);
  EXPECT_EQ(read.audit_hours, 5.0);
  const auto good = only<change::Inspection>(design_of(
      change("inspection", "published = 2011-05-20\njudgement = \"good\"\npreparation = \"8 hours\"\n")));
  EXPECT_EQ(good.judgement, change::Judgement::good);
  EXPECT_EQ(good.action_plan_hours, 0.0);
}

class PracticeMistake : public testing::TestWithParam<Mistake> {};

TEST_P(PracticeMistake, IsReportedWhereItStands) {
  SmallLibrary small;
  small.put("plan.toml", heading + GetParam().text);
  std::string out;
  for (const Diagnostic& problem : small.scenario("plan").problems) {
    out += to_string(problem).substr(problem.file.size() + 1) + "\n";
  }
  EXPECT_EQ(out, GetParam().said);
}

INSTANTIATE_TEST_SUITE_P(
    EachKind, PracticeMistake,
    testing::Values(
        Mistake{"NothingOfTreesAndChronologies", change("chronologies-and-family-trees", ""),
                "3:1: found a change that changes nothing, expected at least one of chronologies or "
                "family_trees\n"},
        Mistake{
            "ChronologyWithoutUnit", change("chronologies-and-family-trees", "chronologies = 1\n"),
            "8:16: found chronologies = 1 without a unit, expected a number with its unit, as in \"27 %\"\n"},
        Mistake{"MoreThanAllPlans", change("measurable-outcomes", "plans = \"120 %\"\n"),
                "8:9: found plans = 120 %, expected 0 % to 100 %\n"},
        Mistake{"NoShareOfContacts", change("specific-recording", ""),
                "3:1: found no contacts in a change of kind \"specific-recording\", expected contacts = \"27 "
                "%\", say\n"},
        Mistake{"HalfAnOrder", change("perpetrator-removal", "capacity = \"2.5 orders\"\n"),
                "8:12: found capacity = 2.5 orders, expected a whole number\n"},
        Mistake{"TimeInHours", change("perpetrator-removal", "time = \"4 hours\"\n"),
                "8:8: found time = the unit \"hours\" in \"4 hours\", expected the unit \"weeks\", as in \"6 "
                "weeks\"\n"},
        Mistake{"NoTraining", change("good-enough-parenting", "every = \"6 months\"\n"),
                "3:1: found no training in a change of kind \"good-enough-parenting\", expected training = "
                "\"20 hours\", say\n"},
        Mistake{
            "UntilBeforeDate",
            change("good-enough-parenting", "training = \"6 hours\"\nuntil = 2011-01-01\n"),
            "9:9: found until 2011-01-01, not after its date 2011-04-01, expected a later day, the first on "
            "which it no longer holds\n"},
        Mistake{"ReadByNobodyKnown",
                change("caf-monitoring", "score_above = \"1.4 levels\"\nby = \"practitioner\"\n"),
                "9:6: found by = \"practitioner\", expected social_worker or team_manager\n"},
        Mistake{"ReadByManagersWhoAreNotThere",
                change("caf-monitoring", "score_above = \"1.4 levels\"\nby = \"team_manager\"\n"),
                "9:6: found team_manager, of whom \"duty\" has none, expected a role with posts in each duty "
                "team from 2011-04-01 on, in the area or created by a change of kind \"posts\"\n"},
        Mistake{"NoPostsAtAll", change("centre-management", "posts = 0\n"),
                "8:9: found posts = 0, expected posts created (1) or deleted (-1)\n"},
        Mistake{"ManagersDeletedWhoAreNotThere",
                change("centre-management", "posts = -1\ncentre = \"west\"\n"),
                "8:9: found 1 manager post deleted on 2011-04-01, expected at most 0, those that "
                "changes before it created at \"west\"\n"},
        Mistake{
            "CentreUnknown", change("centre-management", "posts = 1\ncentre = \"esat\"\n"),
            "9:10: found a change on the centre \"esat\", which town does not have, expected east or west "
            "(did you mean east?)\n"},
        Mistake{
            "JudgementUnknown",
            change("inspection", "published = 2011-05-20\njudgement = \"poor\"\npreparation = \"8 hours\"\n"),
            "9:13: found judgement = \"poor\", expected inadequate, requires-improvement, good or "
            "outstanding\n"},
        Mistake{"InadequateWithoutActionPlan",
                change("inspection",
                       "published = 2011-05-20\njudgement = \"inadequate\"\npreparation = \"8 hours\"\n"),
                "3:1: found no action_plan in a change of kind \"inspection\", expected action_plan = \"20 "
                "hours\", say\n"},
        Mistake{
            "PublishedBeforeItBegins",
            change("inspection", "published = 2011-03-20\njudgement = \"good\"\npreparation = \"8 hours\"\n"),
            "8:13: found a judgement published before the inspection begins, expected a day on or after "
            "date\n"}),
    [](const testing::TestParamInfo<Mistake>& param) { return std::string(param.param.name); });

}  // namespace
}  // namespace lscb::scenario

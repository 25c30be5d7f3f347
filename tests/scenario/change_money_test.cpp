// Budget cuts and rules against overspending, as files write them.
#include <gtest/gtest.h>

#include "small_library.h"

namespace lscb::scenario {
namespace {

using change::BudgetCut;
using change::OverspendRules;
using change::VacancyFreeze;

std::string change(const std::string& kind, const std::string& rest, const std::string& date = "2011-04-01") {
  return "[[change]]\nkind = \"" + kind + "\"\ndate = " + date + "\ntitle = \"A\"\nowner = \"" +
         owner_of(kind) + "\"\n" + rest;
}

Loaded plan(const std::string& changes) {
  SmallLibrary small;
  small.put("plan.toml", "title = \"Plan\"\nextends = \"base\"\n" + std::string(evidence_text) + changes);
  return small.scenario("plan");
}

/// Without the file's name; changes begin in line 7.
std::string said_of(const std::string& changes) {
  std::string out;
  for (const Diagnostic& problem : plan(changes).problems) {
    out += to_string(problem).substr(problem.file.size() + 1) + "\n";
  }
  return out;
}

TEST(ChangeOfMoney, IsReadAsItIsWritten) {
  const Loaded loaded = plan(
      change("budget-cut", "heading = \"placements\"\ncut = \"10 %\"\nuntil = 2011-10-01\n", "2010-05-01") +
      change("budget-cut", "cut = \"2.5 %\"\n", "2010-06-01") +
      change("overspend-rules",
             "tolerance = \"1 %\"\nvacancy_freeze = \"all-posts\"\nagency_stop = true\n"
             "early_help_cut = \"5 % a month\"\nuntil = 2011-12-01\n") +
      change("overspend-rules", "tolerance = \"0 %\"\nvacancy_freeze = \"all-but-social-workers\"\n",
             "2011-05-01"));
  ASSERT_EQ(shown(loaded.problems), "");
  const auto& changes = loaded.design->changes;
  ASSERT_EQ(changes.size(), 4U);
  BudgetCut cut{spec::Heading::placements, 0.1, at_date(2011, 10, 1)};
  EXPECT_EQ(std::get<BudgetCut>(changes[0].effect), cut);
  EXPECT_EQ(std::get<BudgetCut>(changes[1].effect), (BudgetCut{{}, 0.025, {}}));
  EXPECT_EQ(std::get<OverspendRules>(changes[2].effect),
            (OverspendRules{0.01, VacancyFreeze::all_posts, true, 0.05, at_date(2011, 12, 1)}));
  EXPECT_EQ(std::get<OverspendRules>(changes[3].effect),
            (OverspendRules{0.0, VacancyFreeze::all_but_social_workers, false, 0.0, {}}));
  const Figure* figure = loaded.provenance.find("change.budget-cut@2010-05-01[placements].cut");
  ASSERT_NE(figure, nullptr);
  EXPECT_EQ(figure->value, 10.0);
  ASSERT_NE(loaded.provenance.find("change.overspend-rules@2011-04-01.early_help_cut"), nullptr);
}

class MoneyMistake : public testing::TestWithParam<Mistake> {};

TEST_P(MoneyMistake, IsReportedWhereItStands) {
  EXPECT_EQ(said_of(GetParam().text), GetParam().said);
}

INSTANTIATE_TEST_SUITE_P(
    Each, MoneyMistake,
    testing::Values(
        Mistake{"NoSize", change("budget-cut", "heading = \"placements\"\n"),
                "7:1: found no cut in a change of kind \"budget-cut\", expected cut = \"27 %\", say\n"},
        Mistake{"HeadingUnknown", change("budget-cut", "heading = \"placement\"\ncut = \"5 %\"\n"),
                "12:11: found heading = \"placement\", expected social-care-staff, childrens-centres or "
                "placements "
                "(did you mean placements?)\n"},
        Mistake{"MoreThanAll", change("budget-cut", "cut = \"120 %\"\n"),
                "12:7: found cut = 120 %, expected 0 % to 100 %\n"},
        Mistake{"NoMeasure", change("overspend-rules", "tolerance = \"1 %\"\n"),
                "7:1: found a change that changes nothing, expected at least one of vacancy_freeze, "
                "agency_stop or "
                "early_help_cut\n"},
        Mistake{
            "NoTolerance", change("overspend-rules", "agency_stop = true\n"),
            "7:1: found no tolerance in a change of kind \"overspend-rules\", expected tolerance = \"27 %\", "
            "say\n"},
        Mistake{"ToleranceOutOfRange",
                change("overspend-rules", "tolerance = \"60 %\"\nagency_stop = true\n"),
                "12:13: found tolerance = 60 %, expected 0 % to 50 %\n"},
        Mistake{"FreezeUnknown",
                change("overspend-rules", "tolerance = \"1 %\"\nvacancy_freeze = \"all-post\"\n"),
                "13:18: found vacancy_freeze = \"all-post\", expected all-but-social-workers or all-posts "
                "(did you mean "
                "all-posts?)\n"},
        Mistake{"StopThatIsNone", change("overspend-rules", "tolerance = \"1 %\"\nagency_stop = false\n"),
                "13:15: found agency_stop = false, expected agency_stop = true, or no agency_stop at all\n"},
        Mistake{"CutThatIsNone",
                change("overspend-rules", "tolerance = \"1 %\"\nearly_help_cut = \"0 % a month\"\n"),
                "13:18: found early_help_cut = 0 % a month, expected a share above 0, or no early_help_cut "
                "at all\n"},
        Mistake{"CutWithoutItsMonth",
                change("overspend-rules", "tolerance = \"1 %\"\nearly_help_cut = \"5 %\"\n"),
                "13:18: found early_help_cut = the unit \"%\" in \"5 %\", expected the unit \"% a month\", "
                "as in \"5 % a "
                "month\"\n"},
        Mistake{"EndsBeforeItBegins", change("budget-cut", "cut = \"5 %\"\nuntil = 2011-03-01\n"),
                "13:9: found until 2011-03-01, not after its date 2011-04-01, expected a later day, the "
                "first on which "
                "it no longer holds\n"},
        Mistake{"TwoCutsOfOneHeading",
                change("budget-cut", "heading = \"placements\"\ncut = \"5 %\"\n") +
                    change("budget-cut", "heading = \"placements\"\ncut = \"6 %\"\n"),
                "16:8: found a second budget-cut of \"placements\" on 2011-04-01; the first is at "
                "lib/plan.toml:7, "
                "expected one of the two, or different days\n"},
        Mistake{"ACutOfAllAndOneOfAHeading",
                change("budget-cut", "cut = \"5 %\"\n") +
                    change("budget-cut", "heading = \"placements\"\ncut = \"6 %\"\n"),
                "15:8: found a second budget-cut of \"placements\" on 2011-04-01; the first is at "
                "lib/plan.toml:7, "
                "expected one of the two, or different days\n"},
        Mistake{"TwoSetsOfRules",
                change("overspend-rules", "tolerance = \"1 %\"\nagency_stop = true\n") +
                    change("overspend-rules", "tolerance = \"2 %\"\nvacancy_freeze = \"all-posts\"\n"),
                "16:8: found a second overspend-rules of the area on 2011-04-01; the first is at "
                "lib/plan.toml:7, expected "
                "one of the two, or different days\n"},
        Mistake{"NotOfDifferentHeadings",
                change("budget-cut", "heading = \"childrens-centres\"\ncut = \"5 %\"\n") +
                    change("budget-cut", "heading = \"placements\"\ncut = \"6 %\"\n"),
                ""}),
    [](const testing::TestParamInfo<Mistake>& param) { return std::string(param.param.name); });

}  // namespace
}  // namespace lscb::scenario

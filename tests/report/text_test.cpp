#include "report/text.h"

#include <gtest/gtest.h>

#include <sstream>

#include "report/chair_text.h"
#include "report/first_page.h"
#include "report/layout.h"
#include "report/phrases.h"
#include "sample.h"

namespace lscb::report {
namespace {

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST(CompareText, IsHeadedAndEndsWithTheCaution) {
  const auto text = to_text(sample::comparison());
  EXPECT_EQ(text.rfind("organisation simplified, uncalibrated: not for decisions\n", 0), 0U);
  const std::string last = "A smaller number is not a safe service.\n";
  EXPECT_EQ(text.substr(text.size() - last.size()), last);
}

TEST(CompareText, StatesRunsIntervalsDeltaAndWindow) {
  const auto text = to_text(sample::comparison());
  EXPECT_TRUE(holds(text, "Counted   1 April 2011 to 31 December 2013"));
  EXPECT_TRUE(holds(text, "42 replications of the same simulated lives, seed 1"));
  EXPECT_TRUE(holds(text, "95 %, the headline's together over all 4 alternatives"));
  EXPECT_TRUE(holds(text, "Delta     5.2 children a year")) << text;
  EXPECT_TRUE(holds(text, "(5 % of the base)"));
}

TEST(CompareText, TheHeadlineNeverComesWithoutItsParts) {
  const auto text = to_text(sample::comparison());
  std::size_t at = 0;
  int seen = 0;
  while ((at = text.find(sample::catalogue()[0].label, at)) != std::string::npos) {
    const auto told = text.find("missed though told", at);
    const auto never = text.find("never told", at);
    const auto next = text.find(sample::catalogue()[0].label, at + 1);
    EXPECT_LT(told, never);
    EXPECT_LT(never, next);
    ++seen;
    ++at;
  }
  EXPECT_EQ(seen, 1 + 1 + 4 + 1) << "the base, at a glance, each alternative, and together";
}

TEST(CompareText, TellsLeverOwnerVerdictCorrelationAndCost) {
  const auto text = to_text(sample::comparison(), {true});
  EXPECT_TRUE(holds(text, "Posts by -3, from 1 April 2011"));
  EXPECT_TRUE(holds(text, "owner: council"));
  EXPECT_TRUE(holds(text, "about 9.0 more children a year, 8.0 to 10.0")) << text;
  EXPECT_TRUE(holds(text, "no difference that matters")) << "the scenario that changes nothing";
  EXPECT_TRUE(holds(text, "changes nothing"));
  EXPECT_TRUE(holds(text, "£120,000 less a year in every run"));
  EXPECT_TRUE(holds(text, "correlation -1.00"));
  EXPECT_TRUE(holds(text, "correlation not defined"));
}

// Proves that every alternative's headline stands under the others', before any of them is told.
TEST(CompareText, TellsAllHeadlinesAtAGlance) {
  const auto text = to_text(sample::comparison());
  const auto glance = text.find("Against no-change: children who needed an assessment and got none\n");
  ASSERT_NE(glance, std::string::npos);
  EXPECT_LT(glance, text.find("a: Title of a"));
  EXPECT_TRUE(
      holds(text,
            "  a     about 9.0 more children a year, 8.0 to 10.0: more\n"
            "        missed though told: about 6.0 more, 5.2 to 6.8; never told: 3 more in every run\n"))
      << text;
  EXPECT_TRUE(holds(text, "  same  exactly the same in every run: no difference that matters\n"));
}

// Proves each section that a chair asks for, in order, in the words of the shipped report.
TEST(ChairText, TellsEverySection) {
  const auto text = to_text(sample::chairs_comparison());
  const char* const in_order[] = {
      "in one run in ten, by chance alone, at least",
      "  How bad it may get, by chance alone: the same lives under both designs, which no place can observe\n"
      "    in one run in ten at least 26.0 more children a year",
      "    in one run in ten no more than 20.0 more children a year",
      "  Who is affected: children who got no assessment, largest differences first (individual intervals)\n",
      "    aged 5 to 10 ",
      "    unborn ",
      "    catchments that stand out (by their rates of 10,000 children less the area's, intervals together "
      "over 2)\n",
      "      catchment of the east centre ",
      "        of 10,000 children, beyond the area's ",
      "about 10.0 more children a year, 9.7 to 10.3\n",
      "      catchment of the west centre ",
      "about 10.0 fewer children a year, 9.7 to 10.3\n",
      "  Who waits without a worker at the end (no-change in brackets)\n",
      "    children on the list                                            50 (40)\n",
      "      assessment or conference past its limit                       4.0 (3.0)\n",
      "    by age: 5 to 10 12 (12)\n",
      "  Who carries it (pounds are the council's; partners' own costs are not in the model)\n",
      "    spend ",
      "      on placements ",
      "    spent beyond the budget ",
      "    calls made by the police ",
      "    calls turned away, made by the police ",
      "    no clear difference: hours worked by social workers\n",
      "  What the board would have seen, and when\n",
      "each charted on the 8 quarters before 1 April\n    2011, the first day on which the designs differ "
      "and from which weeks are counted, and then watched",
      "Listed: what ",
      "Which way a figure reads well is a judgement, not a finding:",
      "    reads as a warning\n",
      "      children without a worker: rises                              in 100 % of runs, 0 % without it\n"
      "        (of the runs in which it signals) week 53; in half of all runs by week 53\n",
      "    reads as good news\n",
      "      children named in calls: falls                                in 100 % of runs, 0 % without it\n"
      "        (of the runs in which it signals) week 27; in half of all runs by week 27\n",
      "    Look better while more children are missed: children named in calls.\n",
  };
  std::size_t at = 0;
  for (const char* part : in_order) {
    const auto found = text.find(part, at);
    ASSERT_NE(found, std::string::npos) << "missing, or out of order: " << part << "\n" << text;
    at = found;
  }
  const std::string last = "A smaller number is not a safe service.\n";
  EXPECT_EQ(text.substr(text.size() - last.size()), last);
  std::istringstream lines{text};
  for (std::string line; std::getline(lines, line);) EXPECT_LE(width_of(line), text_width) << line;
}

// Proves that whoever carries work or calls is told, however many they are: no role and no caller is cut off.
TEST(ChairText, TellsEveryRoleAndEveryCaller) {
  std::vector<measures::Measure> all;
  std::vector<std::string> labels;
  const auto add = [&](const std::string& id, const std::string& label) {
    all.push_back({id, label, "of these a year", measures::Better::neither});
    labels.push_back(label);
  };
  for (int i = 0; i < spec::role_count; ++i) {
    const std::string role = spec::id(static_cast<spec::Role>(i));
    add("work_hours@role=" + role, "hours worked by " + role);
  }
  for (int i = 0; i < spec::referrer_count; ++i) {
    const std::string by = spec::id(static_cast<spec::Referrer>(i));
    add("calls_contacts@by=" + by, "calls made by " + by);
    add("turned_away_contacts@by=" + by, "calls turned away, made by " + by);
  }
  experiment::Alternative alternative;
  alternative.run.measures = all;
  for (std::size_t i = 0; i < all.size(); ++i) {
    experiment::Difference difference;
    const double mean = 10.0 + static_cast<double>(i);
    difference.estimate = {42, mean, 1.0, mean - 1.0, mean + 1.0};
    alternative.differences.push_back(difference);
  }
  std::string text;
  put_carriers(text, alternative, first_page(all), false);
  for (const std::string& label : labels) EXPECT_TRUE(holds(text, "    " + label + " ")) << label << text;
}

// Proves that a catchment is called outstanding on the test of its rate alone: in the same sample with rates
// that grow as the area's, and with none, nobody is, though the numbers' intervals lie apart.
TEST(ChairText, NoCatchmentStandsOutWithoutATest) {
  auto alike = sample::chairs_comparison(42, 0.0);
  const std::string numbers = "from 5.3 more to 15.3 more each\n";
  EXPECT_TRUE(
      holds(to_text(alike), "    the 2 catchments of centres cannot be told apart in 42 runs     " + numbers))
      << to_text(alike);
  EXPECT_TRUE(
      holds(to_text(alike), "(by their rates of 10,000 children less the area's, intervals together"));
  alike.alternatives[0].catchments.clear();
  EXPECT_TRUE(holds(to_text(alike), "    the 2 catchments of centres: not compared, no rates "));
}

// Proves that a signal that fewer than half of the runs give is said to be none that can be waited for.
TEST(ChairText, TellsASignalThatHalfOfTheRunsNeverGive) {
  auto result = sample::chairs_comparison();
  for (auto& seen : result.alternatives[0].board->figures) {
    seen.warning = {0.49, 0.02, 65.0, std::nullopt};
  }
  const auto text = to_text(result);
  EXPECT_TRUE(holds(text, "        (of the runs in which it signals) week 65; never in half of the runs\n"));
  for (auto& seen : result.alternatives[0].board->figures) seen.warning.share = 0.21;
  EXPECT_TRUE(holds(to_text(result), "    nothing reads as a warning so often\n")) << "19 points more";
}

TEST(ChairText, SaysThatAFewRunsTellNoDecile) {
  const auto text = to_text(sample::chairs_comparison(20));
  EXPECT_TRUE(holds(text, "in one run in ten: not known from 20 runs; 36 are needed\n"));
  EXPECT_FALSE(holds(text, "in one run in ten, by chance alone"));
}

// Proves that a scenario that changes nothing is told without a board's view, and that with all measures
// every row of the sections comes with its verdict and pairing.
TEST(ChairText, InFull) {
  EXPECT_FALSE(holds(to_text(sample::comparison()), "What the board would have seen"));
  const auto text = to_text(sample::chairs_comparison(), {true});
  EXPECT_TRUE(holds(
      text, "    hours worked by social workers                                  correlation not defined"));
  EXPECT_TRUE(holds(text, "got no assessment, of 10,000, catchment of the west centre"));
  EXPECT_TRUE(
      holds(text, "      referrals: falls                                              in 0 % of runs"));
  EXPECT_TRUE(holds(text, "    Look better while more children are missed:\n      children named in calls "));
}

TEST(CompareText, ShowsTheFactorial) {
  const auto text = to_text(sample::comparison());
  EXPECT_TRUE(holds(text, "a-b, beyond the sum of a and b"));
  EXPECT_TRUE(holds(text, "do not do alone (intervals each by itself)\n")) << text;
}

// Proves that where there are several contrasts the page says over what the headline's hold together.
TEST(CompareText, TellsThatContrastsHoldTogether) {
  auto result = sample::comparison();
  result.contrasts.resize(5, result.contrasts.front());
  EXPECT_TRUE(holds(to_text(result), "together over these 5 contrasts, others each by itself)\n"))
      << to_text(result);
}

// Proves that a difference too small to act on keeps its sign in words, short where all designs stand in a
// table; and that one that spans nothing has none.
TEST(CompareText, ADifferenceTooSmallToMatterKeepsItsSign) {
  auto result = sample::comparison();
  auto& headline = result.alternatives[0].differences[0];
  headline.delta = 12.0;
  headline.verdict = experiment::judge(headline.estimate, headline.delta);
  ASSERT_EQ(headline.verdict, experiment::Verdict::no_difference_that_matters);
  const auto text = to_text(result);
  EXPECT_TRUE(holds(text, "  a     about 9.0 more children a year, 8.0 to 10.0: more, by less than 12\n"));
  EXPECT_TRUE(holds(text, "no difference that matters: more, by less than the 12 you would act on\n"));
  EXPECT_TRUE(holds(text, "  same  exactly the same in every run: no difference that matters\n"));
}

TEST(CompareText, APartBringsItsWhole) {
  const std::vector<measures::Measure> all{{"need_child_days", "time in need", "child-days a year"},
                                           {"unprotected_child_days", "of this: without a plan",
                                            "child-days a year", measures::Better::lower, true},
                                           {"plain", "something else", "children"}};
  const FirstPage page = first_page(all);
  EXPECT_EQ(page.others, (Indices{0, 1}));
  EXPECT_EQ(page.rest, Indices{2});
}

TEST(CompareText, EverythingElseOnlyIfAsked) {
  const auto result = sample::comparison();
  EXPECT_FALSE(holds(to_text(result), "in time: decision"));
  const auto all = to_text(result, {true});
  EXPECT_TRUE(holds(all, "in time: decision"));
  EXPECT_TRUE(holds(all, "defined in 0 of 42 replications"));
  EXPECT_TRUE(holds(all, "not defined"));
}

TEST(CompareText, HasNoNaNAndKeepsItsWidth) {
  const auto text = to_text(sample::comparison(), {true});
  EXPECT_FALSE(holds(text, "nan") || holds(text, "inf "));
  std::istringstream lines{text};
  for (std::string line; std::getline(lines, line);) EXPECT_LE(width_of(line), text_width) << line;
}

TEST(CompareText, ASmallCorrelationIsCalledSmall) {
  auto result = sample::comparison();
  result.alternatives[0].differences[0].correlation = 0.1;
  EXPECT_TRUE(holds(to_text(result), "correlation 0.10, small"));
}

TEST(CompareText, SaysIfItWasStopped) {
  auto result = sample::comparison();
  result.replications_asked = 200;
  EXPECT_TRUE(holds(to_text(result), "stopped before all 200 were done"));
}

TEST(CompareText, SameBytesForOneTwoAndFourThreads) {
  EXPECT_EQ(to_text(sample::comparison(1)), to_text(sample::comparison(2)));
  EXPECT_EQ(to_text(sample::comparison(1)), to_text(sample::comparison(4)));
}

TEST(RunText, TellsLevelsAndCoverage) {
  experiment::Options options;
  options.replications = 10;
  const auto full = experiment::run(sample::design("no-change"), options, {},
                                    experiment::each_alone(sample::figures), sample::catalogue());
  const auto text = to_text(full.result);
  EXPECT_TRUE(holds(text, "Scenario  no-change: Title of no-change"));
  EXPECT_TRUE(holds(text, "Counted   1 January 2010 to 31 December 2013"));
  EXPECT_TRUE(holds(text, "A smaller number is not a safe service."));
  const auto coverage = coverage_text(full);
  EXPECT_TRUE(holds(coverage, "12,000"));
  EXPECT_TRUE(holds(coverage, "never: not before 2013"));
  EXPECT_TRUE(holds(coverage, "NEVER, and nothing explains it"));
  EXPECT_TRUE(holds(coverage, "3 branches, 1 never taken without an explanation"));
}

TEST(Layout, RowsAndWrapping) {
  std::string out;
  put_row(out, 2, std::string(80, 'x'), "right");
  EXPECT_EQ(out, "  " + std::string(80, 'x') + "\n" + std::string(right_column, ' ') + "right\n");
  out.clear();
  put_row(out, 0, "£", "right");
  EXPECT_EQ(width_of(out), right_column + 6);
  out.clear();
  put_wrapped(out, 1, std::string(60, 'a') + " " + std::string(60, 'b'), 2);
  EXPECT_EQ(out, " " + std::string(60, 'a') + "\n   " + std::string(60, 'b') + "\n");
}

}  // namespace
}  // namespace lscb::report

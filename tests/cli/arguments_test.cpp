#include "cli/arguments.h"

#include <gtest/gtest.h>

namespace lscb::cli {
namespace {

template <class T>
T command(std::vector<std::string> words) {
  const auto parsed = parse(std::move(words));
  if (const auto* answer = std::get_if<Answer>(&parsed)) ADD_FAILURE() << answer->text;
  return std::get<T>(std::get<Command>(parsed));
}

Answer refused(std::vector<std::string> words) {
  const auto parsed = parse(std::move(words));
  const auto* answer = std::get_if<Answer>(&parsed);
  if (!answer) {
    ADD_FAILURE() << "taken for a command";
    return {};
  }
  EXPECT_EQ(answer->exit_code, exit_bad_input);
  return *answer;
}

TEST(Arguments, DefaultsOfCompare) {
  const auto c = command<CompareCommand>({"compare", "base", "a", "b"});
  EXPECT_EQ(c.base, "base");
  EXPECT_EQ(c.alternatives, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(c.options.replications, 200);
  EXPECT_EQ(c.options.seed, 1U);
  EXPECT_EQ(c.options.threads, 0);
  EXPECT_FALSE(c.options.delta || c.options.from || c.options.to);
  EXPECT_FALSE(c.output.json || c.output.csv);
  EXPECT_EQ(c.progress, ShowProgress::on_a_terminal);
}

TEST(Arguments, EveryOptionOfCompare) {
  const auto c =
      command<CompareCommand>({"compare", "--replications", "500", "base", "--seed=18446744073709551615", "a",
                               "--threads", "4", "--from", "2011-02-28", "--to", "2012-02-29", "--delta",
                               "7.5", "--json=x.json", "--csv=y.csv", "--no-progress", "--all"});
  EXPECT_EQ(c.options.replications, 500);
  EXPECT_EQ(c.options.seed, 18'446'744'073'709'551'615U);
  EXPECT_EQ(c.options.threads, 4);
  EXPECT_EQ(c.options.from, at_date(2011, 2, 28));
  EXPECT_EQ(c.options.to, at_date(2012, 2, 29));
  EXPECT_EQ(c.options.delta, 7.5);
  EXPECT_EQ(c.output.json, "x.json");
  EXPECT_EQ(c.output.csv, "y.csv");
  EXPECT_TRUE(c.output.all_measures);
  EXPECT_FALSE(c.output.to_stdout());
  EXPECT_EQ(c.progress, ShowProgress::never);
}

TEST(Arguments, AWordAfterJsonIsAScenario) {
  const auto c = command<CompareCommand>({"compare", "base", "--json", "a", "--csv=b.csv", "c"});
  EXPECT_EQ(c.alternatives, (std::vector<std::string>{"a", "c"}));
  EXPECT_EQ(c.output.json, "-");
  EXPECT_TRUE(c.output.to_stdout());
}

TEST(Arguments, RunAndItsFlags) {
  const auto c = command<RunCommand>({"run", "base", "--coverage", "--effort", "--progress"});
  EXPECT_TRUE(c.coverage && c.effort);
  EXPECT_EQ(c.progress, ShowProgress::always);
  EXPECT_NE(refused({"run", "base", "--coverage", "--json"}).text.find("--coverage"), std::string::npos);
  refused({"run", "base", "--delta", "3"});
}

TEST(Arguments, TheSampleOfTheOrganisation) {
  EXPECT_EQ(command<WhyCommand>({"why", "base", "--organisation"}).sample, 2000);
  const auto c = command<WhyCommand>({"why", "base", "--organisation", "--sample", "500"});
  EXPECT_TRUE(c.organisation);
  EXPECT_EQ(c.sample, 500);
  EXPECT_NE(refused({"why", "base", "--sample", "500"}).text.find("--organisation"), std::string::npos);
  EXPECT_NE(refused({"why", "base", "--organisation", "--sample", "few"}).text.find("--sample: found few"),
            std::string::npos);
}

TEST(Arguments, CheckAndParameters) {
  const auto check = command<CheckCommand>({"check", "a.toml", "b.toml", "--workload", "island", "c.toml"});
  EXPECT_EQ(check.files, (std::vector<std::string>{"a.toml", "b.toml", "c.toml"}));
  EXPECT_EQ(check.workload_areas, std::vector<std::string>{"island"});
  EXPECT_FALSE(command<ParametersCommand>({"parameters"}).grade.has_value());
  const auto some = command<ParametersCommand>({"parameters", "island", "--grade", "published"});
  EXPECT_EQ(some.grade, spec::Grade::published);
  EXPECT_EQ(some.area, "island");
}

TEST(Arguments, LeversAndWhatTheyCost) {
  const auto list = command<LeversCommand>({"levers", "--json"});
  EXPECT_FALSE(list.cost || list.kind);
  EXPECT_EQ(list.output.json, "-");
  const auto cost = command<LeversCommand>({"levers", "--cost", "--replications", "7", "caf-monitoring"});
  EXPECT_TRUE(cost.cost);
  EXPECT_EQ(cost.kind, "caf-monitoring");
  EXPECT_EQ(cost.options.replications, 7);
  EXPECT_EQ(command<LeversCommand>({"levers", "--cost"}).options.replications, 100);
  refused({"levers", "--replications", "7"});
  refused({"levers", "--cost", "--csv"});
  refused({"levers", "--cost", "--replications", "1"});
}

TEST(Arguments, Hindsight) {
  const auto alone = command<HindsightCommand>({"hindsight", "base", "--csv"});
  EXPECT_EQ(alone.scenario, "base");
  EXPECT_FALSE(alone.against);
  EXPECT_EQ(alone.output.csv, "-");
  EXPECT_EQ(alone.options.replications, experiment::Options{}.replications);
  const auto both =
      command<HindsightCommand>({"hindsight", "base", "--against", "other", "--replications", "7"});
  EXPECT_EQ(both.against, "other");
  EXPECT_EQ(both.options.replications, 7);
  refused({"hindsight"});
  refused({"hindsight", "base", "--delta", "3"});
  refused({"hindsight", "base", "--replications", "1"});
}

TEST(Arguments, FamiliesAndTraces) {
  const auto family = command<FamilyCommand>({"family", "base", "--family", "296"});
  EXPECT_EQ(family.key.family, 296U);
  EXPECT_EQ(family.key.replication, 1);
  EXPECT_EQ(family.key.seed, 1U);
  EXPECT_FALSE(family.against || family.html);
  const auto both = command<FamilyCommand>({"family", "base", "--family=2", "--against", "other", "--html",
                                            "a.html", "--replication", "7", "--seed", "9"});
  EXPECT_EQ(both.against, "other");
  EXPECT_EQ(both.html, "a.html");
  EXPECT_EQ(both.key.replication, 7);
  EXPECT_EQ(both.key.seed, 9U);
  const auto trace = command<TraceCommand>({"trace", "base", "--family", "3", "a.jsonl", "--family", "5"});
  EXPECT_EQ(trace.file, "a.jsonl");
  EXPECT_EQ(trace.families, (std::vector<std::uint32_t>{3, 5}));
  EXPECT_TRUE(command<TraceCommand>({"trace", "base", "a.jsonl"}).families.empty());
  const auto run = command<RunCommand>({"run", "base", "--trace", "t.jsonl", "--trace-family", "4"});
  EXPECT_EQ(run.trace, "t.jsonl");
  EXPECT_EQ(run.trace_families, std::vector<std::uint32_t>{4});
  EXPECT_FALSE(command<RunCommand>({"run", "base"}).trace.has_value());
  refused({"family", "base"});
  refused({"family", "base", "--family", "1", "--family", "2"});
  refused({"trace", "base"});
  refused({"run", "base", "--trace-family", "4"});
  refused({"run", "base", "--trace=-"});
  refused({"run", "base", "--trace=a", "--json=a"});
  for (const char* number : {"0", "-1", "1.5", "some"}) {
    refused({"family", "base", std::string{"--family="} + number});
    refused({"trace", "base", "a.jsonl", std::string{"--replication="} + number});
    refused({"run", "base", "--trace=a", std::string{"--trace-family="} + number});
  }
}

TEST(Arguments, RefusesWhatIsMissingOrStrange) {
  refused({});
  refused({"compare"});
  refused({"compare", "base"});
  refused({"run"});
  refused({"run", "a", "b"});
  refused({"list", "something"});
  refused({"nonsense"});
  refused({"check"});
  refused({"run", "a", "--json=x", "--csv=x"});
  refused({"run", "a", "--progress", "--no-progress"});
}

TEST(Arguments, RefusesNumbersAndDatesThatAreNone) {
  for (const char* text : {"1", "0", "-5", "1000001", "ten", "2.5", "99999999999999999999", " 5", "5x"}) {
    refused({"run", "a", std::string{"--replications="} + text});
  }
  for (const char* text : {"18446744073709551616", "-1", "0x10", "1.0"}) {
    refused({"run", "a", std::string{"--seed="} + text});
  }
  for (const char* text :
       {"2011-13-01", "2011-02-29", "2011-00-10", "11-01-01", "2011/01/01", "tomorrow", "2011-1-1"}) {
    refused({"run", "a", std::string{"--from="} + text});
  }
  for (const char* text : {"-1", "nan", "inf", "few", "3 children"}) {
    refused({"compare", "a", "b", std::string{"--delta="} + text});
  }
}

TEST(Arguments, MistakesComeAllAtOnce) {
  const auto text = refused({"compare", "a", "b", "--replications", "1", "--from", "x", "--delta", "y"}).text;
  EXPECT_NE(text.find("--replications"), std::string::npos);
  EXPECT_NE(text.find("--from"), std::string::npos);
  EXPECT_NE(text.find("--delta"), std::string::npos);
}

TEST(Arguments, HelpAndVersionAreAnswers) {
  for (const auto& words : {std::vector<std::string>{"--help"}, {"run", "--help"}, {"--version"}}) {
    const auto parsed = parse(words);
    const auto* answer = std::get_if<Answer>(&parsed);
    ASSERT_NE(answer, nullptr);
    EXPECT_EQ(answer->exit_code, exit_ok);
    EXPECT_FALSE(answer->text.empty());
  }
}

}  // namespace
}  // namespace lscb::cli

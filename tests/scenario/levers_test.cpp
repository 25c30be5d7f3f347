// The list of levers and the readers of changes are one: what is listed can be written, and nothing else.
#include "scenario/levers.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <sstream>
#include <string>

#include "scenario/change_builder.h"
#include "scenario/load.h"

namespace lscb::scenario {
namespace {

Library shipped() {
  return Library::at(SHIPPED_SCENARIOS);
}

std::vector<Lever> all_levers() {
  std::vector<Diagnostic> problems;
  auto all = levers(shipped(), problems);
  for (const Diagnostic& problem : problems) ADD_FAILURE() << to_string(problem);
  return all;
}

bool has(const std::vector<const char*>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// A reader's place at a change in which nothing is written.
struct Nothing {
  explicit Nothing(const ChangeKind& of) : kind(of) {
    context.file = "a file";
    context.problems = &problems;
    node.type = Node::Type::table;
    read.places[""] = {};
  }
  const ChangeKind& kind;
  std::vector<Diagnostic> problems;
  FileContext context;
  Node node;
  TableReader table{context, node, "a change"};
  Evidence evidence;
  detail::ReadChange read;
  detail::ChangeBuilder build{context, table, evidence, read, "change", kind};
};

TEST(Levers, AreTheKeysThatTheReadersAskFor) {
  for (const ChangeKind* kind : change_kinds()) {
    std::set<std::string> listed;
    for (const ChangeKey& key : kind->keys) {
      EXPECT_TRUE(listed.insert(key.name).second) << kind->name << " lists " << key.name << " twice";
    }
    Nothing nothing{*kind};
    (void)kind->read(nothing.build);
    const std::set<std::string> asked(nothing.build.asked.begin(), nothing.build.asked.end());
    EXPECT_EQ(asked, listed) << kind->name;
  }
}

TEST(Levers, HaveKindsOfDifferentNames) {
  std::set<std::string> names;
  for (const std::string& name : kind_names()) EXPECT_TRUE(names.insert(name).second) << name;
}

TEST(Levers, SayWhatTheyAreWhoDecidesAndWhatTheyCost) {
  for (const ChangeKind* kind : change_kinds()) {
    EXPECT_STRNE(kind->label, "") << kind->name;
    EXPECT_FALSE(kind->owners.empty()) << kind->name;
    for (const char* owner : kind->owners) {
      EXPECT_NE(std::find(owners().begin(), owners().end(), owner), owners().end()) << kind->name;
    }
    bool costs = false;
    for (const ChangeKey& key : kind->keys) {
      EXPECT_STRNE(key.label, "") << kind->name << " " << key.name;
      if (key.form == ChangeKey::Form::figure) {
        ASSERT_NE(key.rule.unit, nullptr) << kind->name << " " << key.name;
        EXPECT_LT(key.rule.low, key.rule.high) << kind->name << " " << key.name;
      }
      if (key.form == ChangeKey::Form::choice) {
        ASSERT_NE(key.choices, nullptr) << kind->name << " " << key.name;
      }
      costs = costs || *key.costs != '\0';
    }
    EXPECT_TRUE(costs) << kind->name << " is free";
  }
}

TEST(Levers, RestOnParametersThatExist) {
  for (const Lever& lever : all_levers()) {
    EXPECT_EQ(lever.rests_on.size(), lever.key->rests_on.size())
        << lever.kind->name << " " << lever.key->name;
  }
}

TEST(Levers, OfAKindHaveAScenarioThatPullsThem) {
  for (const ChangeKind* kind : change_kinds()) {
    const Loaded loaded = load_scenario(kind->example, shipped());
    ASSERT_TRUE(loaded.design) << kind->name;
    const auto& figures = loaded.provenance.figures();
    EXPECT_TRUE(std::any_of(figures.begin(), figures.end(), [&](const Figure& figure) {
      return figure.id.find(std::string(".") + kind->name + "@") != std::string::npos;
    })) << kind->name;
  }
}

// Key by key: whoever looks for a lever finds a shipped scenario that pulls it, with year, source and grade,
// also of what is no figure. What only ends a change or narrows it to one centre's manager needs none.
TEST(Levers, EachHaveAScenarioThatPullsThem) {
  const auto scenarios = names(shipped(), Kind::scenario);
  for (const Lever& lever : all_levers()) {
    const std::string id = std::string(lever.kind->name) + "." + lever.key->name;
    const std::string key = lever.key->name;
    if (key == "until" || id == "centre-management.centre") continue;
    ASSERT_TRUE(lever.example) << id;
    EXPECT_TRUE(std::count(scenarios.begin(), scenarios.end(), lever.example->stands_in))
        << id << " only in the history of " << lever.example->stands_in;
    EXPECT_TRUE(lever.example->figure.stated) << id;
    EXPECT_NE(lever.example->value, "") << id;
  }
}

// Proves that a figure is told of the file that holds it: the line that is named states the key.
TEST(Levers, AreToldWhereTheyStand) {
  for (const Lever& lever : all_levers()) {
    if (!lever.example) continue;
    const Figure& figure = lever.example->figure;
    EXPECT_EQ(stem_of(figure.file), lever.example->stands_in);
    const std::string text = shipped().files->read(figure.file).text.value_or("");
    std::istringstream lines{text};
    std::string line;
    for (int i = 0; i < figure.line; ++i) std::getline(lines, line);
    EXPECT_EQ(line.rfind(lever.key->name, 0), 0U) << figure.file << ":" << figure.line << " " << line;
  }
}

TEST(Levers, OfWhatIsNoFigureAreToldAsWritten) {
  std::set<std::string> told;
  for (const Lever& lever : all_levers()) {
    if (!lever.example || lever.key->form == ChangeKey::Form::figure) continue;
    told.insert(std::string(lever.kind->name) + "." + lever.key->name + " = " + lever.example->value);
  }
  for (const char* one :
       {"restructure.training_first = true", "restructure.announced = 2011-01-12",
        "restructure.partners_consulted = health, police", "caf-monitoring.by = social_worker",
        "overspend-rules.agency_stop = true", "budget-cut.heading = placements"}) {
    EXPECT_EQ(told.count(one), 1U) << one;
  }
}

// The three restructures of the Island in four years: what their fatigue rests on is told.
TEST(Levers, OfARestructureRestOnItsUnrest) {
  std::set<std::string> ids;
  for (const Lever& lever : all_levers()) {
    if (std::string_view(lever.kind->name) != "restructure") continue;
    for (const Figure& figure : lever.rests_on) ids.insert(figure.id);
  }
  for (const char* id : {"workforce.leaving_unrest", "workforce.absence_unrest", "workforce.unrest_months"}) {
    EXPECT_EQ(ids.count(id), 1U) << id;
  }
}

// What a shipped scenario pulls is in the list, and pulled by one who can.
TEST(Levers, OfShippedScenariosAreListed) {
  const std::vector<Lever> all = all_levers();
  for (const std::string& name : names(shipped(), Kind::scenario)) {
    const Loaded loaded = load_scenario(name, shipped());
    ASSERT_TRUE(loaded.design) << name;
    for (const Figure& figure : loaded.provenance.figures()) {
      const auto at = figure.id.find('@');
      if (at == std::string::npos) continue;
      const auto dot = figure.id.find('.');
      const std::string kind = figure.id.substr(dot + 1, at - dot - 1);
      const std::string key = figure.id.substr(figure.id.rfind('.') + 1);
      EXPECT_TRUE(std::any_of(all.begin(), all.end(), [&](const Lever& lever) {
        return kind == lever.kind->name && key == lever.key->name;
      })) << figure.id;
    }
    for (const change::Change& change : loaded.design->changes) {
      const ChangeKind& kind = *change_kinds()[change.effect.index()];
      EXPECT_TRUE(has(kind.owners, change.owner)) << name << ": " << change.title;
    }
  }
}

// A board's officer who looks for a recommendation of the review finds a lever for it.
TEST(Levers, AnswerWhatTheReviewRecommended) {
  for (int i = 1; i < recommendation_count; ++i) {
    const auto recommendation = static_cast<Recommendation>(i);
    EXPECT_STRNE(words_of(recommendation), "");
    EXPECT_TRUE(std::any_of(change_kinds().begin(), change_kinds().end(), [&](const ChangeKind* kind) {
      return kind->answers == recommendation;
    })) << words_of(recommendation);
  }
}

// Kinds stand in the list in the order of the variant, so that one of a change's effect can be found.
TEST(Levers, StandInTheOrderOfTheEffects) {
  ASSERT_EQ(change_kinds().size(), std::variant_size_v<change::Effect>);
  for (std::size_t i = 0; i < change_kinds().size(); ++i) {
    const ChangeKind& kind = *change_kinds()[i];
    Nothing nothing{kind};
    EXPECT_EQ(kind.read(nothing.build).index(), i) << kind.name;
  }
}

TEST(Levers, AReaderThatAsksForWhatItsKindDoesNotListIsAFault) {
  Nothing nothing{detail::posts_kind()};
  EXPECT_THROW((void)nothing.build.figure("budget_cut"), std::logic_error);
  EXPECT_THROW((void)nothing.build.figure("team"), std::logic_error);
}

}  // namespace
}  // namespace lscb::scenario

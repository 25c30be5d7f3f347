// Every word that a trace can write is there, and stands for one thing.
#include "trace/names.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "every_kind.h"
#include "trace/step.h"

namespace lscb::trace {
namespace {

bool is_a_word_of_a_file(const std::string& word) {
  return !word.empty() &&
         word.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos;
}

template <class Kind>
void expect_ids(const char* of_what, int count) {
  std::set<std::string> seen;
  for (int i = 0; i < count; ++i) {
    const char* word = id(static_cast<Kind>(i));
    ASSERT_NE(word, nullptr) << of_what << ' ' << i;
    EXPECT_TRUE(is_a_word_of_a_file(word)) << of_what << ": " << word;
    EXPECT_TRUE(seen.insert(word).second) << of_what << ": " << word << " twice";
  }
}

TEST(Names, EveryKindOfStepHasItsOwn) {
  std::set<std::string> seen;
  for_every_kind([&seen]<class Kind>(const Kind&) {
    EXPECT_TRUE(is_a_word_of_a_file(Kind::name)) << Kind::name;
    EXPECT_TRUE(seen.insert(Kind::name).second) << Kind::name << " twice";
  });
  EXPECT_EQ(seen.size(), std::variant_size_v<What>);
}

TEST(Names, FieldsOfAStepHaveTheirOwnAndNoneThatEveryLineHas) {
  const std::set<std::string> of_every_line = {"replication", "simulated_family", "at",
                                               "lane",        "origin",           "step"};
  for_every_kind([&]<class Kind>(const Kind& kind) {
    std::set<std::string> seen = of_every_line;
    kind.fields([&](const char* field, const auto&) {
      EXPECT_TRUE(is_a_word_of_a_file(field)) << Kind::name << ' ' << field;
      EXPECT_TRUE(seen.insert(field).second) << Kind::name << ' ' << field;
    });
  });
}

TEST(Names, AStepTellsItsKindsNameOriginAndLane) {
  std::size_t place = 0;
  for_every_kind([&place]<class Kind>(const Kind& kind) {
    const Step step{at_date(2011, 1, 1), HouseholdId{0}, kind};
    EXPECT_EQ(kind_of<Kind>, step.what.index()) << Kind::name;
    EXPECT_EQ(kind_of<Kind>, place++) << Kind::name;
    EXPECT_STREQ(step.name(), Kind::name);
    EXPECT_EQ(step.origin(), Kind::origin);
    EXPECT_EQ(step.lane(), Kind::lane);
  });
}

TEST(Names, EveryEnumsIdsAreThereAndUnique) {
  expect_ids<Lane>("lane", 3);
  expect_ids<Origin>("origin", 4);
  expect_ids<Holding>("holding", 3);
  expect_ids<Silence>("silence", 3);
  expect_ids<Stage>("stage", static_cast<int>(Stage::second_reading) + 1);
  expect_ids<Standard>("standard", static_cast<int>(Standard::centre_management) + 1);
  expect_ids<Arranged>("arrangement", static_cast<int>(Arranged::file_days) + 1);
  expect_ids<Obstacle>("obstacle", 3);
  expect_ids<Ending>("ending", 3);
  expect_ids<Branch>("branch", static_cast<int>(branch_count));
  expect_ids<spec::Referrer>("referrer", static_cast<int>(spec::referrer_count));
  expect_ids<spec::Role>("role", static_cast<int>(spec::role_count));
  expect_ids<measures::Route>("route", static_cast<int>(measures::Route::existing_case) + 1);
  expect_ids<measures::AssessmentKind>("assessment", static_cast<int>(measures::AssessmentKind::single) + 1);
  expect_ids<measures::ServiceKind>("service", static_cast<int>(measures::ServiceKind::looked_after) + 1);
  expect_ids<record::Label>("label", static_cast<int>(record::Label::protection) + 1);
  expect_ids<pathway::Work>("work", static_cast<int>(pathway::work_count));
  expect_ids<pathway::Part>("part", static_cast<int>(pathway::part_count));
  expect_ids<pathway::ClockKind>("clock", static_cast<int>(pathway::clock_count));
}

// What one id says is what the thing is: a list that slipped by one place would be unique all the same.
TEST(Names, AnIdNamesItsOwn) {
  EXPECT_STREQ(id(Lane::in_view), "in_view");
  EXPECT_STREQ(id(Origin::beside), "beside");
  EXPECT_STREQ(id(Stage::second_reading), "second_reading");
  EXPECT_STREQ(id(Stage::audit), "audit");
  EXPECT_STREQ(id(Ending::lapsed), "lapsed");
  EXPECT_STREQ(id(Obstacle::assessment_under_way), "assessment_under_way");
  EXPECT_STREQ(id(Standard::adult_removal), "adult_removal");
  EXPECT_STREQ(id(Arranged::audit), "audit");
  EXPECT_STREQ(id(Branch::call_lost), "call_lost");
  EXPECT_STREQ(id(Branch::caf_begun), "caf_begun");
  EXPECT_STREQ(id(spec::Referrer::housing), "housing");
  EXPECT_STREQ(id(spec::Referrer::relative), "relative");
  EXPECT_STREQ(id(measures::Route::assessment), "assessment");
  EXPECT_STREQ(id(measures::AssessmentKind::section47), "section47");
  EXPECT_STREQ(id(measures::ServiceKind::protection), "protection");
  EXPECT_STREQ(id(record::Label::child_in_need), "child_in_need");
  EXPECT_STREQ(id(pathway::Work::inspection), "inspection");
  EXPECT_STREQ(id(pathway::Work::adult_removal), "adult_removal");
  EXPECT_STREQ(id(pathway::Work::review_conference), "review_conference");
  EXPECT_STREQ(id(pathway::reflection), "reflection");
  EXPECT_STREQ(id(pathway::ClockKind::later_review), "later_review");
}

}  // namespace
}  // namespace lscb::trace

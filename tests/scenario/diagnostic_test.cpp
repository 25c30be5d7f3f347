#include "scenario/diagnostic.h"

#include <gtest/gtest.h>

#include "support/property.h"

namespace lscb::scenario {
namespace {

TEST(Diagnostic, SaysWhereWhatAndWhatInstead) {
  EXPECT_EQ(to_string({"a.toml", 3, 7, "unknown key \"dat\"", "kind or date", "date"}),
            "a.toml:3:7: found unknown key \"dat\", expected kind or date (did you mean date?)");
  EXPECT_EQ(to_string({"a.toml", 1, 1, "a folder", "a file of text", ""}),
            "a.toml:1:1: found a folder, expected a file of text");
}

TEST(Diagnostic, SortsByPositionWithinFilesInOrderOfFirstMention) {
  std::vector<Diagnostic> problems{{"b", 9, 1, "x", "", ""},
                                   {"a", 1, 1, "x", "", ""},
                                   {"b", 2, 5, "x", "", ""},
                                   {"b", 2, 4, "x", "", ""},
                                   {"b", 9, 1, "x", "", ""}};
  sort_by_position(problems);
  ASSERT_EQ(problems.size(), 4U);
  EXPECT_EQ(problems[0].column, 4);
  EXPECT_EQ(problems[1].column, 5);
  EXPECT_EQ(problems[2].line, 9);
  EXPECT_EQ(problems[3].file, "a");
}

TEST(Diagnostic, NeverPutsControlCharactersOnATerminal) {
  EXPECT_EQ(in_quotes("a\nb\x1b[2J"), "\"a\\x0Ab\\x1B[2J\"");
  EXPECT_EQ(in_quotes("\xC2\x9B"
                      "\xE2\x80\xAE\xE2\x80\xA6"),
            "\"\\xC2\\x9B\\xE2\\x80\\xAE…\"");
}

TEST(Diagnostic, CutsLongTextBetweenCharacters) {
  std::string text(59, 'a');
  text += "\xC2\xA3\xC2\xA3";  // two pound signs, the first across the limit of 60 bytes
  EXPECT_EQ(in_quotes(text), "\"" + std::string(59, 'a') + "…\"");
}

TEST(Diagnostic, ListsNamesAsPeopleDo) {
  EXPECT_EQ(listed({"a"}), "a");
  EXPECT_EQ(listed({"a", "b", "c"}), "a, b or c");
  EXPECT_EQ(listed({"a", "b", "c"}, 2), "a, b and 1 more");
}

TEST(NearestName, FindsSlipsOfThePen) {
  const std::vector<std::string> keys{"kind", "date", "title", "cases_transferred", "training"};
  EXPECT_EQ(nearest_name("dat", keys), "date");
  EXPECT_EQ(nearest_name("tilte", keys), "title");
  EXPECT_EQ(nearest_name("case_transfered", keys), "cases_transferred");
}

TEST(NearestName, OffersNothingFarFetched) {
  EXPECT_EQ(nearest_name("ab", {"cd"}), "");
  EXPECT_EQ(nearest_name("owner", {"kind", "date"}), "");
  EXPECT_EQ(nearest_name("", {"a"}), "");
  EXPECT_EQ(nearest_name(std::string(100, 'a'), {std::string(64, 'a')}), "");
}

TEST(EditDistance, IsASymmetricCountOfEdits) {
  proof::holds(500, [](const std::string& a, const std::string& b) {
    const int distance = edit_distance(a, b);
    RC_ASSERT(distance == edit_distance(b, a));
    RC_ASSERT((distance == 0) == (a == b));
    RC_ASSERT(distance <= static_cast<int>(std::max(a.size(), b.size())));
    RC_ASSERT(distance >= std::abs(static_cast<int>(a.size()) - static_cast<int>(b.size())));
  });
}

TEST(EditDistance, OneExchangeOfNeighboursIsOneEdit) {
  proof::holds(500, [](const std::string& a) {
    RC_PRE(a.size() >= 2);
    const auto at = *rc::gen::inRange<std::size_t>(0, a.size() - 1);
    std::string b = a;
    std::swap(b[at], b[at + 1]);
    RC_ASSERT(edit_distance(a, b) == (a == b ? 0 : 1));
  });
}

}  // namespace
}  // namespace lscb::scenario

#include <gtest/gtest.h>

#include "scenario/node.h"

namespace lscb::scenario {
namespace {

std::vector<std::string> said(std::string_view text) {
  std::vector<std::string> out;
  for (const Diagnostic& problem : parse(text, "f").problems) out.push_back(to_string(problem));
  return out;
}

using Said = std::vector<std::string>;

TEST(Parse, KeepsOrderAndPlaceOfEveryKeyAndValue) {
  const Parsed parsed = parse("z = 1\n[b]\na = \"x\"  # note\n[[c]]\nd = 2011-04-12\n", "f");
  ASSERT_TRUE(parsed.problems.empty());
  ASSERT_EQ(parsed.root.members.size(), 3U);
  EXPECT_EQ(parsed.root.members[0].key, "z");
  EXPECT_EQ(parsed.root.members[0].at, (Position{1, 1}));
  EXPECT_EQ(parsed.root.members[0].value.at, (Position{1, 5}));
  const Node* b = parsed.root.get("b");
  ASSERT_NE(b, nullptr);
  EXPECT_EQ(b->members[0].at, (Position{3, 1}));
  EXPECT_EQ(b->members[0].value.at, (Position{3, 5}));
  const Node* c = parsed.root.get("c");
  ASSERT_NE(c, nullptr);
  const Node* d = c->members[0].value.get("d");
  ASSERT_NE(d, nullptr);
  EXPECT_EQ(d->type, Node::Type::date);
  EXPECT_EQ(d->date, std::chrono::year{2011} / 4 / 12);
}

TEST(Parse, NamesTheByteThatIsNotUtf8) {
  EXPECT_EQ(said("a = 1\nb = \"\xC2\xA3\xFF\"\n"),
            Said{"f:2:7: found the byte 0xFF, which is not UTF-8, expected text saved as UTF-8"});
}

TEST(Parse, RefusesEveryMalformedSequence) {
  for (const char* bytes : {"\x80", "\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xED\xA0\x80",
                            "\xF0\x80\x80\x80", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xE2\x82", "\xC2"}) {
    const Said problems = said(std::string("# ") + bytes);
    ASSERT_EQ(problems.size(), 1U) << bytes;
    EXPECT_EQ(problems[0].substr(0, 6), "f:1:3:");
  }
}

TEST(Parse, RefusesNulBytes) {
  EXPECT_EQ(said(std::string_view("a = 1\nb\0 = 2\n", 13)), Said{"f:2:2: found a NUL byte, expected text"});
}

TEST(Parse, TakesLineEndsOfWindowsAndAByteOrderMark) {
  const Parsed parsed = parse(
      "\xEF\xBB\xBF"
      "a = 1\r\nb = 2\r\n",
      "f");
  EXPECT_TRUE(parsed.problems.empty());
  EXPECT_EQ(parsed.root.members.size(), 2U);
  EXPECT_EQ(parsed.root.members[1].at, (Position{2, 1}));
}

TEST(Parse, ReportsSeveralMistakesOfSyntaxAtOnce) {
  const Parsed parsed = parse("a = \nb = 2\nc 3\nd = 4 5\ne = 6\n", "f");
  ASSERT_EQ(parsed.problems.size(), 3U);
  EXPECT_EQ(parsed.problems[0].line, 1);
  EXPECT_EQ(parsed.problems[1].line, 3);
  EXPECT_EQ(parsed.problems[2].line, 4);
  ASSERT_EQ(parsed.root.members.size(), 2U);
  EXPECT_EQ(parsed.root.members[0].key, "b");
  EXPECT_EQ(parsed.root.members[1].at, (Position{5, 1}));
}

TEST(Parse, StopsAtABrokenHeadingWhoseLossWouldMoveWhatFollows) {
  const Parsed parsed = parse("a = 1\n[b\nc = 2\n", "f");
  ASSERT_EQ(parsed.problems.size(), 1U);
  EXPECT_EQ(parsed.problems[0].line, 2);
  EXPECT_TRUE(parsed.root.members.empty());
}

TEST(Parse, SaysWhatItExpected) {
  EXPECT_EQ(said("a = \n"), Said{"f:1:5: found the end of the line, expected value"});
  EXPECT_EQ(said("a = 2011-02-30\n").size(), 1U);
}

// Found by the fuzzer: the parser's own words held the end of the line.
TEST(Parse, SaysOnOneLineThatAWordWasCutByTheLinesEnd) {
  EXPECT_EQ(said("xtends = f\nexten = 1\n"), Said{"f:1:11: found 'f\\n', expected 'false'"});
}

TEST(Parse, RefusesAKeyWrittenTwice) {
  const Said problems = said("a = 1\nb = 2\na = 3\n");
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].substr(0, 4), "f:3:");
}

TEST(Parse, RefusesNumbersThatAreNone) {
  EXPECT_EQ(said("a = nan\nb = -inf\n"), (Said{"f:1:5: found nan, expected a number",
                                               "f:2:5: found an infinite number, expected a number"}));
}

// Proves that no text of a file can begin a line of its own in a table or a message, nor clear a screen.
TEST(Parse, RefusesCharactersThatCouldForgeALineOfOutput) {
  EXPECT_EQ(said("a = 1\ntitle = \"t\\nA smaller number is safe.\\n\"\n"),
            Said{"f:2:9: found a line break in a text, expected a text on one line, without control "
                 "characters"});
  const auto of = [](const std::string& text) {
    const Said all = said("a = [1, \"" + text + "\"]\n");
    return all.empty() ? std::string() : all[0].substr(0, all[0].find(','));
  };
  EXPECT_EQ(of("\\u001B[2J"), "f:1:9: found the character U+001B in a text");
  EXPECT_EQ(of("a\\tb"), "f:1:9: found a tab in a text");
  EXPECT_EQ(of("\\r"), "f:1:9: found a line break in a text");
  EXPECT_EQ(of("\\u0000"), "f:1:9: found the character U+0000 in a text");
  EXPECT_EQ(of("\\u007F"), "f:1:9: found the character U+007F in a text");
  EXPECT_EQ(of("\\u009B"), "f:1:9: found the character U+009B in a text");
  EXPECT_EQ(of("\\u2028"), "f:1:9: found the character U+2028 in a text");
  EXPECT_EQ(of("\\u202E"), "f:1:9: found the character U+202E in a text");
  EXPECT_EQ(of("\\u2066"), "f:1:9: found the character U+2066 in a text");
  EXPECT_EQ(of("£ – “one” … \\u202F"), "");
  EXPECT_EQ(said("a = \"\"\"one\ntwo\"\"\"\n").size(), 1U);
  EXPECT_EQ(said("[x]\n\"a\\nb\" = 1\n"),
            Said{"f:2:1: found a line break in a name, expected a name on one line, without control "
                 "characters"});
}

// toml++ limits nested brackets itself, but not keys joined by dots: 100,000 of them overflow the stack.
TEST(Parse, RefusesHostileDepthBeforeTheParserMeetsIt) {
  std::string dots = "a";
  for (int i = 0; i < 100'000; ++i) dots += ".a";
  EXPECT_EQ(said(dots + " = 1\n"),
            Said{"f:1:18: found a name of more than 9 parts, expected names as in scenarios/README.md"});
  EXPECT_EQ(said("[" + dots + "]\n").size(), 1U);
  EXPECT_EQ(said("x = {" + dots + " = 1}\n").size(), 1U);
  EXPECT_EQ(said("a = " + std::string(100'000, '[') + "\n").size(), 1U);
  std::string tables = "a = ";
  for (int i = 0; i < 50'000; ++i) tables += "{a=";
  EXPECT_EQ(said(tables).size(), 1U);
}

// Found by fuzzing: the parser assumed a key where it had not looked for one.
TEST(Parse, RefusesAHeadingWithoutAName) {
  EXPECT_EQ(said("[[,"), Said{"f:1:3: found ',', expected bare key starting character or string delimiter"});
  EXPECT_EQ(said("[,]\n").size(), 1U);
  EXPECT_EQ(said("[a.,]\n").size(), 1U);
}

// Found by fuzzing: the parser's own table took a pound sign in such places for impossible.
TEST(Parse, TakesAPoundSignEverywhereInText) {
  const Parsed parsed = parse("a = \"\"\"\n £ \\\n £\"\"\"\nb = '''£'''\nc = \"£\" # £\n\"£\" = 1\n", "f");
  EXPECT_TRUE(parsed.problems.empty());
  ASSERT_EQ(parsed.root.members.size(), 4U);
  EXPECT_EQ(parsed.root.members[0].value.text, " £ £");
  EXPECT_EQ(parsed.root.members[3].key, "£");
  EXPECT_EQ(said("a = £3\n").size(), 1U);
  EXPECT_EQ(said("a = 3£\n").size(), 1U);
  EXPECT_EQ(said("£ = 3\n").size(), 1U);
}

TEST(Parse, IsNotMisledByDotsInTextCommentsAndNumbers) {
  const std::string dots(200, '.');
  EXPECT_TRUE(parse("a = \"" + dots + "\"\n", "f").problems.empty());
  EXPECT_TRUE(parse("a = 1 # " + dots + "\n", "f").problems.empty());
  EXPECT_TRUE(parse("a = '''" + dots + "\"" + dots + "'''\nb = \"\"\"x\\\"\"\"\"\n", "f").problems.empty());
  EXPECT_TRUE(parse("a = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1]\n", "f").problems.empty());
}

TEST(Parse, SeesKeysHiddenBehindStrings) {
  std::string key = "\"a\"";
  for (int i = 0; i < 20; ++i) key += ".'b'";
  EXPECT_EQ(said("x = \"\"\"\"\"\"\n" + key + " = 1\n").size(), 1U);
  EXPECT_EQ(said("x = \"\"\"a\"\"\"\"\"\n" + key + " = 1\n").size(), 1U);
}

}  // namespace
}  // namespace lscb::scenario

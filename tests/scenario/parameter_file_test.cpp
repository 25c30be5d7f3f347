#include <gtest/gtest.h>

#include "small_library.h"

namespace lscb::scenario {
namespace {

/// A room of its own, so that these tests do not change with the model's parameters.
struct Room {
  double pace = spec::unset;
  double patience = spec::unset;
  template <class Self, class Visitor>
  static void visit(Self& self, Visitor&& v) {
    v("room.pace", "hours", self.pace);
    v("room.patience", "share", self.patience);
  }
};

struct Read {
  Room room;
  Provenance provenance;
  std::vector<Diagnostic> problems;
};

Read read(const std::string& text) {
  Read out;
  auto files = std::make_shared<MemoryFiles>();
  files->put("lib/parameters/room.toml", text);
  detail::read_parameters({{"lib"}, files}, detail::slots_of(out.room), out.provenance, out.problems);
  sort_by_position(out.problems);
  return out;
}

const std::string file = "lib/parameters/room.toml";
const std::string pace = "[room.pace]\nvalue = 3\nunit = \"hours\"\nrange = [2, 6]\n";
const std::string patience = "[room.patience]\nvalue = 0.5\nunit = \"share\"\nrange = [0.1, 1]\n";

TEST(ParameterFile, SetsEveryDeclaredParameterAndKeepsItsEvidence) {
  const Read out =
      read(evidence_text + pace + "grade = \"published\"\nyear = \"2010-11\"\nlabel = \"Pace\"\n" + patience);
  EXPECT_EQ(shown(out.problems), "");
  EXPECT_EQ(out.room.pace, 3.0);
  EXPECT_EQ(out.room.patience, 0.5);
  const Figure* figure = out.provenance.find("room.pace");
  ASSERT_NE(figure, nullptr);
  EXPECT_EQ(figure->label, "Pace");
  EXPECT_EQ(figure->year, "2010-11");
  EXPECT_EQ(figure->source, "a test");
  EXPECT_EQ(figure->grade, spec::Grade::published);
  EXPECT_EQ(figure->range, (Range{2.0, 6.0}));
  EXPECT_EQ(figure->line, 6);
  EXPECT_TRUE(figure->stated);
  EXPECT_FALSE(figure->borrowed);
}

TEST(ParameterFile, MissesAParameter) {
  EXPECT_EQ(shown(read(evidence_text + pace).problems),
            file +
                ":5:1: found no parameter room.patience in this file, expected [room.patience] with its "
                "value in share\n");
}

TEST(ParameterFile, DoesNotKnowAParameterThatTheCodeDoesNot) {
  EXPECT_EQ(shown(read(evidence_text + pace + patience +
                       "[room.pase]\nvalue = 1\nunit = \"hours\"\nrange = [0, 2]\n")
                      .problems),
            file +
                ":13:7: found unknown parameter \"room.pase\", expected a parameter that the model has (lscb "
                "parameters lists them) (did you mean room.pace?)\n");
}

TEST(ParameterFile, WantsTheDeclaredUnit) {
  EXPECT_EQ(shown(read(evidence_text +
                       std::string("[room.pace]\nvalue = 3\nunit = \"days\"\nrange = [2, 6]\n") + patience)
                      .problems),
            file + ":7:8: found the unit \"days\" for room.pace, expected the unit \"hours\"\n");
}

TEST(ParameterFile, RefusesAValueOutsideItsRange) {
  EXPECT_EQ(shown(read(evidence_text +
                       std::string("[room.pace]\nvalue = 9\nunit = \"hours\"\nrange = [2, 6]\n") + patience)
                      .problems),
            file + ":6:9: found room.pace = 9, expected a value inside its own range, 2 to 6\n");
  EXPECT_EQ(
      shown(read(evidence_text + pace + "[room.patience]\nvalue = 1.2\nunit = \"share\"\nrange = [0, 2]\n")
                .problems),
      file + ":10:9: found room.patience = 1.2 in a range of 0 to 2, expected a share from 0 to 1\n");
  EXPECT_EQ(shown(read(evidence_text +
                       std::string("[room.pace]\nvalue = 3\nunit = \"hours\"\nrange = [6, 2]\n") + patience)
                      .problems),
            file + ":8:9: found range of room.pace from 6 to 2, expected the lower value first\n");
}

TEST(ParameterFile, ReportsEveryMistakeAtOnceInOrder) {
  const Read out = read(
      "[room.pace]\nvalue = \"3 hours\"\nrange = 4\ngrade = \"guess\"\nrang = [1, 2]\n[room]\nother = 3\n");
  EXPECT_EQ(shown(out.problems),
            file + ":1:1: found no source in room.pace, expected where the figure comes from\n" + file +
                ":1:1: found no unit in room.pace, expected the unit in quotes\n" + file +
                ":1:1: found no year in room.pace, expected the year the figure describes\n" + file +
                ":2:9: found value of room.pace = \"3 hours\", expected a plain number; its unit stands in "
                "unit = \"…\"\n" +
                file +
                ":3:9: found range of room.pace = the plain number 4, expected a list of the lowest and the "
                "highest "
                "plausible value, as in [0.6, 1.4]\n" +
                file +
                ":4:9: found grade = \"guess\", expected measured, published, judgement or assumption\n" +
                file +
                ":5:1: found unknown key \"rang\" in room.pace, expected label, value, unit, range, year, "
                "source, grade "
                "or note (did you mean range?)\n" +
                file +
                ":6:1: found no parameter room.patience in this file, expected [room.patience] with its "
                "value in share\n" +
                file +
                ":7:1: found room.other = the plain number 3, expected a table with value, unit, range, "
                "year, source and grade\n");
}

TEST(ParameterFile, IsMissedAsAWhole) {
  Room room;
  Provenance provenance;
  std::vector<Diagnostic> problems;
  detail::read_parameters({{"lib"}, std::make_shared<MemoryFiles>()}, detail::slots_of(room), provenance,
                          problems);
  EXPECT_EQ(
      shown(problems),
      "parameters/room.toml:1:1: found no such file in lib, expected the parameters of the room room\n");
}

TEST(ParameterFile, IsRecognisedAndCheckedByItself) {
  SmallLibrary small;
  small.put("parameters/door.toml",
            "[door.threshold_cafe]\nvalue = 1\nunit = \"levels\"\nrange = [0, 2]\nyear = 1\n");
  const Checked checked = check_file("lib/parameters/door.toml", small.library());
  EXPECT_EQ(checked.kind, Kind::parameters);
  const std::string text = shown(checked.loaded.problems);
  EXPECT_NE(text.find(":1:7: found unknown parameter \"door.threshold_cafe\""), std::string::npos) << text;
  EXPECT_NE(text.find("(did you mean door.threshold_caf?)"), std::string::npos) << text;
  EXPECT_NE(text.find(":5:8: found year = the plain number 1, expected a year"), std::string::npos) << text;
  EXPECT_NE(text.find("no parameter door.threshold_caf in this file"), std::string::npos) << text;
}

}  // namespace
}  // namespace lscb::scenario

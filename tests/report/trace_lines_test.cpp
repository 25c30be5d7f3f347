// The lines of a trace, and that TRACE.md tells of all of them.
#include "report/trace_lines.h"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "trace/names.h"

namespace lscb::report {
namespace {

using Json = nlohmann::ordered_json;

const std::vector<std::string> common = {"replication", "simulated_family", "at", "lane", "origin", "step"};

template <class Act>
void for_every_kind(Act&& act) {
  [&]<std::size_t... index>(std::index_sequence<index...>) {
    (act(std::variant_alternative_t<index, trace::What>{}), ...);
  }
  (std::make_index_sequence<std::variant_size_v<trace::What>>{});
}

std::string line_of(trace::What what, HouseholdId household = HouseholdId{295}) {
  std::string out;
  append_trace_line(out, 3, {at_date(2011, 5, 4) + hours(10.25), household, std::move(what)});
  return out;
}

std::vector<std::string> keys_of(const Json& object) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : object.items()) keys.push_back(key);
  return keys;
}

template <class Kind>
std::vector<std::string> keys_of_kind(const Kind& kind) {
  std::vector<std::string> keys = common;
  kind.fields([&](const char* field, const auto&) { keys.emplace_back(field); });
  return keys;
}

TEST(TraceLines, EveryKindIsOneObjectALineWithTheCommonKeysAndItsFieldsInOrder) {
  for_every_kind([]<class Kind>(const Kind& kind) {
    const std::string line = line_of(kind);
    ASSERT_EQ(line.find('\n'), line.size() - 1) << Kind::name;
    const Json object = Json::parse(line);
    EXPECT_EQ(keys_of(object), keys_of_kind(kind)) << Kind::name;
    EXPECT_EQ(object["replication"], 3);
    EXPECT_EQ(object["simulated_family"], 296);
    EXPECT_EQ(object["at"], "2011-05-04T10:15");
    EXPECT_EQ(object["step"], Kind::name);
    EXPECT_EQ(object["lane"], trace::id(Kind::lane));
    EXPECT_EQ(object["origin"], trace::id(Kind::origin));
  });
}

TEST(TraceLines, WorkForNoFamilyHasNone) {
  EXPECT_TRUE(Json::parse(line_of(trace::WorkDone{}, HouseholdId::none()))["simulated_family"].is_null());
}

TEST(TraceLines, ValuesAreWrittenAsTheSchemaSays) {
  trace::Told told;
  told.contact = kernel::Cause{0xab};
  told.referrer = spec::Referrer::childrens_centre;
  told.children = {0b101};
  told.signal = 0.1;
  const Json line = Json::parse(line_of(told));
  EXPECT_EQ(line["contact"], "00000000000000ab");
  EXPECT_EQ(line["referrer"], "childrens_centre");
  EXPECT_EQ(line["children"], (Json::array({1, 3})));
  EXPECT_EQ(line["signal"].get<double>(), 0.1);
  EXPECT_EQ(line["specific"], true);
  EXPECT_EQ(Json::parse(line_of(trace::Need{{1}, 2}))["child"], 2);
  const Json work =
      Json::parse(line_of(trace::WorkDone{pathway::Work::section47, {0b0111}, {0b0100}, {}, {0xab}}));
  EXPECT_EQ(work["asked"], (Json::array({"chronology", "checks", "visit"})));
  EXPECT_EQ(work["done"], Json::array({"visit"}));
  EXPECT_EQ(work["about"], "00000000000000ab");
  const Json ended = Json::parse(
      line_of(trace::ClockEnded{pathway::ClockKind::core_group, trace::Ending::lapsed, at_date(2011, 6, 1)}));
  EXPECT_EQ(ended["kind"], "core_group");
  EXPECT_EQ(ended["how"], "lapsed");
  EXPECT_EQ(ended["due"], "2011-06-01T00:00");
}

TEST(TraceLines, AScoreCarriesItsTermsAndTheirSum) {
  trace::Judged judged;
  judged.score.report = 1.5;
  judged.score.noise = -0.25;
  const Json score = Json::parse(line_of(judged))["score"];
  EXPECT_EQ(score.size(), 10U);
  EXPECT_EQ(score["total"].get<double>(), 1.25);
}

std::string document() {
  std::ifstream file{TRACE_MD};
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

/// The part of TRACE.md about each kind, by its name.
std::map<std::string, std::string> sections() {
  std::map<std::string, std::string> all;
  std::istringstream text{document()};
  std::string line, kind;
  while (std::getline(text, line)) {
    if (line.substr(0, 5) == "### `") {
      kind = line.substr(5, line.size() - 6);
    } else if (line.substr(0, 3) == "## ") {
      kind.clear();
    }
    if (!kind.empty()) all[kind] += line + "\n";
  }
  return all;
}

TEST(TraceSchema, TellsOfEveryKindAndFieldWithLaneAndOrigin) {
  const auto all = sections();
  std::size_t kinds = 0;
  for_every_kind([&]<class Kind>(const Kind& kind) {
    ++kinds;
    const auto section = all.find(Kind::name);
    ASSERT_NE(section, all.end()) << Kind::name;
    const std::string& text = section->second;
    const std::string place =
        std::string("Lane `") + trace::id(Kind::lane) + "`, origin `" + trace::id(Kind::origin) + "`";
    std::string one_line = text;
    for (char& c : one_line) c = c == '\n' ? ' ' : c;
    EXPECT_NE(one_line.find(place), std::string::npos) << Kind::name;
    kind.fields([&](const char* field, const auto&) {
      EXPECT_NE(text.find(std::string("\n| `") + field + "` |"), std::string::npos)
          << Kind::name << ' ' << field;
    });
  });
  EXPECT_EQ(all.size(), kinds) << "TRACE.md tells of a kind that is not";
  for (const std::string& key : common)
    EXPECT_NE(document().find("\n| `" + key + "` |"), std::string::npos) << key;
}

TEST(TraceSchema, EachExampleHasTheKeysOfItsKind) {
  const auto all = sections();
  for_every_kind([&]<class Kind>(const Kind& kind) {
    const std::string& text = all.at(Kind::name);
    const auto from = text.find("```json\n");
    ASSERT_NE(from, std::string::npos) << Kind::name;
    const auto to = text.find('\n', from + 8);
    const Json example = Json::parse(text.substr(from + 8, to - from - 8));
    EXPECT_EQ(keys_of(example), keys_of_kind(kind)) << Kind::name;
    EXPECT_EQ(example["step"], Kind::name);
  });
}

template <class Kind>
void expect_words(const std::string& text, int count) {
  for (int i = 0; i < count; ++i) {
    const std::string word = std::string("`") + trace::id(static_cast<Kind>(i)) + "`";
    EXPECT_NE(text.find(word), std::string::npos) << word;
  }
}

TEST(TraceSchema, TellsOfEveryWord) {
  const auto all = sections();
  expect_words<pathway::Work>(all.at("work_done"), pathway::work_count);
  expect_words<pathway::Part>(all.at("work_done"), pathway::part_count);
  expect_words<spec::Role>(all.at("work_done"), spec::role_count);
  expect_words<trace::Holding>(all.at("allocated"), 3);
  expect_words<spec::Referrer>(all.at("told"), static_cast<int>(spec::referrer_count));
  expect_words<trace::Silence>(all.at("withheld"), 3);
  expect_words<trace::Standard>(all.at("standards"), 6);
  expect_words<trace::Arranged>(all.at("arrangement"), 6);
  expect_words<trace::Stage>(all.at("judged"), 8);
  expect_words<record::Label>(all.at("judged"), 5);
  expect_words<measures::Route>(all.at("decided"), 6);
  expect_words<trace::Branch>(all.at("turn"), static_cast<int>(trace::branch_count));
  expect_words<measures::AssessmentKind>(all.at("assessment_begun"), 4);
  expect_words<measures::ServiceKind>(all.at("service_begins"), 4);
  expect_words<pathway::ClockKind>(all.at("clock_started"), pathway::clock_count);
  expect_words<trace::Ending>(all.at("clock_ended"), 3);
  expect_words<trace::Obstacle>(all.at("nothing_begun"), 3);
  expect_words<trace::Lane>(document(), 3);
  expect_words<trace::Origin>(document(), 4);
}

}  // namespace
}  // namespace lscb::report

#include <gtest/gtest.h>

#include "small_library.h"

namespace lscb::scenario {
namespace {

/// A national profile: the town a hundred times over, with shares of its own.
std::string nation() {
  return std::string("title = \"Nation\"\nnational = true\n") + evidence_text +
         "[figures]\nchildren = 1000000\nreferrals = 50000\ncontacts = 175000\ninitial_assessments = 37500\n"
         "core_assessments = 20000\nsection47_enquiries = 10000\nconferences = 5000\nprotection_plans = "
         "4000\n"
         "review_conferences = 8000\nchildren_in_need = 33000\nlooked_after = 6000\nsocial_worker_posts = "
         "2000\n"
         "case_holding = \"50 %\"\npractitioner_posts = 500\nclinician_posts = 100\nteam_manager_posts = "
         "140\nconference_chair_posts = 20\n"
         "social_workers_on_duty = \"60 %\"\npractitioners_on_duty = \"25 %\"\nclinicians_on_duty = \"100 "
         "%\"\n"
         "social_worker_vacancy = \"14 %\"\npractitioner_vacancy = \"5 %\"\nclinician_vacancy = \"0 %\"\n"
         "centre_spend = \"£100,000,000\"\ncentres = 400\nfamily_support_posts = 1200\n"
         "centre_open_days = \"5 days a week\"\nmonths_to_fill = \"12 months\"\nleaving = \"15 % a year\"\n"
         "agency_cover = \"86 %\"\n"
         "[referral_sources]\npolice = \"25 %\"\nhealth = \"15 %\"\nschool = \"15 %\"\nchildrens_centre = "
         "\"10 %\"\n"
         "relative = \"20 %\"\nanonymous = \"5 %\"\nhousing = \"5 %\"\nself = \"5 %\"\n"
         "[ages]\nunder_1 = \"6 %\"\nfrom_1_to_4 = \"22 %\"\nfrom_5_to_10 = \"33 %\"\nfrom_11_to_17 = \"39 "
         "%\"\n";
}

const std::string town_file = "lib/areas/town.toml";

TEST(AreaFile, IsReadAsItIsWritten) {
  const Loaded loaded = SmallLibrary().area("town");
  ASSERT_EQ(shown(loaded.problems), "");
  const spec::Area& area = loaded.design->area;
  EXPECT_EQ(area.id, "town");
  EXPECT_EQ(area.children, 10000.0);
  EXPECT_EQ(area.flows.referrals, 600.0);
  ASSERT_EQ(area.teams.size(), 2U);
  EXPECT_EQ(area.teams[0].kind, spec::TeamKind::duty);
  EXPECT_EQ(area.teams[0].establishment[0].posts, 4);
  EXPECT_EQ(area.teams[0].establishment[0].vacant_at_start, 0.25);
  ASSERT_EQ(area.centres.size(), 2U);
  EXPECT_EQ(area.centres[1].budget, Pence{15000050});
  EXPECT_EQ(area.centres[1].open_days, 4);
  EXPECT_DOUBLE_EQ(area.centres[0].catchment, 0.6);
  EXPECT_DOUBLE_EQ(area.referral_sources[spec::index(spec::Referrer::relative)], 0.2);
  EXPECT_DOUBLE_EQ(area.leaving_per_year, 0.15);
  EXPECT_EQ(loaded.provenance.borrowed(), 0U);
  EXPECT_DOUBLE_EQ(loaded.design->demand_intensity, 0.06 / reference_referrals_a_child);
}

TEST(AreaFile, MayStatePartTimePosts) {
  std::string text = SmallLibrary::town();
  const std::string line = "social_worker = { posts = 4,";
  const std::size_t at = text.find(line);
  ASSERT_NE(at, std::string::npos);
  text.replace(at, line.size(), line + " part_time = 3, part_time_hours = \"60 %\",");
  SmallLibrary small;
  small.put("areas/town.toml", text);
  const Loaded loaded = small.area("town");
  ASSERT_EQ(shown(loaded.problems), "");
  const spec::Establishment& read = loaded.design->area.teams[0].establishment[0];
  EXPECT_EQ(read.posts, 4);
  EXPECT_EQ(read.part_time, 3);
  EXPECT_EQ(read.part_time_hours, 60);
  EXPECT_DOUBLE_EQ(read.whole_time(), 2.8);
  EXPECT_EQ(loaded.provenance.find("area.team.duty.social_worker.part_time_hours")->value, 60.0);
  EXPECT_EQ(SmallLibrary().area("town").design->area.teams[0].establishment[0].whole_time(), 4.0);
}

TEST(AreaFile, BorrowsNationalRatiosAndSaysSo) {
  SmallLibrary small;
  small.put("areas/nation.toml", nation());
  small.put("areas/own.toml",
            "title = \"Own\"\nextends = \"nation\"\n" + std::string(evidence_text) +
                "[figures]\nchildren = 20000\nreferrals = 2000\ncentre_spend = \"£1,000,000.01\"\n");
  const Loaded loaded = small.area("own");
  ASSERT_EQ(shown(loaded.problems), "");
  const spec::Area& area = loaded.design->area;
  EXPECT_DOUBLE_EQ(area.flows.initial_assessments, 1500.0);  // 75 % of its own referrals
  EXPECT_DOUBLE_EQ(area.flows.contacts, 7000.0);
  EXPECT_DOUBLE_EQ(area.flows.children_in_need, 660.0);    // 330 per 10,000 of its own children
  EXPECT_DOUBLE_EQ(area.flows.review_conferences, 160.0);  // two for each of 80 borrowed plans
  EXPECT_DOUBLE_EQ(area.agency_cover, 0.86);
  // 40 posts by children, half of whom hold cases; of 20, 60 % on duty. Practitioners by the 40.
  ASSERT_EQ(area.teams.size(), 2U);
  EXPECT_EQ(area.teams[0].establishment[0].posts, 12);
  EXPECT_EQ(area.teams[1].establishment[0].posts, 8);
  EXPECT_EQ(area.teams[0].establishment[1].posts + area.teams[1].establishment[1].posts, 10);
  // Four centres by the money, twelve posts by the centres, and not a penny lost in dividing.
  ASSERT_EQ(area.centres.size(), 4U);
  Pence budget;
  int posts = 0;
  double catchment = 0.0;
  for (const spec::Centre& centre : area.centres) {
    budget += centre.budget;
    posts += centre.family_support_posts;
    catchment += centre.catchment;
  }
  EXPECT_EQ(budget, Pence{100000001});
  EXPECT_EQ(posts, 12);
  EXPECT_DOUBLE_EQ(catchment, 1.0);

  const Figure* assessments = loaded.provenance.find("area.initial_assessments");
  ASSERT_NE(assessments, nullptr);
  EXPECT_TRUE(assessments->borrowed);
  EXPECT_TRUE(assessments->derived);
  EXPECT_EQ(assessments->grade, spec::Grade::assumption);
  EXPECT_EQ(assessments->note, "37,500 children a year for 50,000 referrals, as in lib/areas/nation.toml");
  const Figure* cover = loaded.provenance.find("area.agency_cover");
  ASSERT_NE(cover, nullptr);
  EXPECT_TRUE(cover->borrowed);
  EXPECT_FALSE(cover->derived);
  const Figure* children = loaded.provenance.find("area.children");
  ASSERT_NE(children, nullptr);
  EXPECT_FALSE(children->borrowed);
}

TEST(AreaFile, TakesAnotherAreasFiguresAsTheyAre) {
  SmallLibrary small;
  small.put("areas/later.toml", "title = \"Later\"\nextends = \"town\"\n[figures]\nreferrals = 700\n");
  const Loaded loaded = small.area("later");
  ASSERT_EQ(shown(loaded.problems), "");
  EXPECT_EQ(loaded.design->area.flows.referrals, 700.0);
  EXPECT_EQ(loaded.design->area.flows.initial_assessments, 450.0);
  EXPECT_EQ(loaded.design->area.teams.size(), 2U);
  EXPECT_EQ(loaded.provenance.borrowed(), 0U);
  EXPECT_FALSE(loaded.provenance.find("area.referrals")->stated);
  EXPECT_EQ(loaded.provenance.find("area.referrals")->source, "not stated");
}

TEST(AreaFile, CanSetAParameterOfItsOwn) {
  SmallLibrary small;
  small.put("areas/other.toml",
            "title = \"Other\"\nextends = \"town\"\n" + std::string(evidence_text) +
                "[parameters.workforce.ramp_months]\nvalue = 0.7\nunit = \"months\"\nrange = [0.5, 1]\n");
  const Loaded loaded = small.area("other");
  ASSERT_EQ(shown(loaded.problems), "");
  EXPECT_EQ(loaded.design->parameters.workforce.ramp_months, 0.7);
  EXPECT_EQ(loaded.provenance.find("workforce.ramp_months")->file, "lib/areas/other.toml");
}

TEST(AreaFile, ThatExtendsItselfIsNamedWithItsChain) {
  SmallLibrary small;
  small.put("areas/a.toml", "title = \"A\"\nextends = \"b\"\n");
  small.put("areas/b.toml", "title = \"B\"\nextends = \"c\"\n");
  small.put("areas/c.toml", "title = \"C\"\nextends = \"a\"\n");
  const Loaded loaded = small.area("a");
  EXPECT_EQ(shown(loaded.problems),
            "lib/areas/c.toml:2:11: found an area that extends itself: a -> b -> c -> a, expected a chain "
            "that ends\n");
  EXPECT_FALSE(loaded.design);

  small.put("areas/self.toml", "title = \"Self\"\nextends = \"./self.toml\"\n");
  EXPECT_EQ(shown(small.area("self").problems),
            "lib/areas/self.toml:2:11: found an area that extends itself: self -> self, expected a chain "
            "that ends\n");
}

TEST(AreaFile, NamesAnAreaThatIsNotThere) {
  SmallLibrary small;
  small.put("areas/own.toml", "title = \"Own\"\nextends = \"twon\"\n");
  EXPECT_EQ(
      shown(small.area("own").problems),
      "lib/areas/own.toml:2:11: found no area called \"twon\", expected own or town (did you mean town?)\n");
  EXPECT_EQ(shown(small.area("tow").problems),
            "tow:1:1: found no area called \"tow\", expected own or town, or a path to a file (did you mean "
            "town?)\n");
}

TEST(AreaFile, WithoutANationalProfileMissesWhatItDoesNotState) {
  SmallLibrary small;
  small.put("areas/own.toml", "title = \"Own\"\n[figures]\nchildren = 20000\n");
  const Loaded loaded = small.area("own");
  EXPECT_FALSE(loaded.design);
  const std::string text = shown(loaded.problems);
  EXPECT_NE(text.find("lib/areas/own.toml:1:1: found no referrals in the area, expected referrals = { value "
                      "= \"1792\", … }, "
                      "or extends = \"england\" to borrow it\n"),
            std::string::npos)
      << text;
  EXPECT_EQ(text.find("no children in the area"), std::string::npos) << text;
}

TEST(AreaFile, NeedsChildrenOfItsOwn) {
  SmallLibrary small;
  small.put("areas/nation.toml", nation());
  small.put("areas/own.toml", "title = \"Own\"\nextends = \"nation\"\n[figures]\nreferrals = 100\n");
  const std::string text = shown(small.area("own").problems);
  EXPECT_EQ(text,
            "lib/areas/own.toml:1:1: found no children in the area, expected children = { value = \"26145\", "
            "… }\n");
}

struct Mistake {
  const char* name;
  const char* replaced;  ///< in the town's file
  const char* by;
  const char* said;  ///< after the file's name
};

void PrintTo(const Mistake& mistake, std::ostream* out) {
  *out << mistake.name;
}

class AreaMistake : public testing::TestWithParam<Mistake> {};

TEST_P(AreaMistake, IsReportedWhereItStands) {
  std::string text = SmallLibrary::town();
  const std::size_t at = text.find(GetParam().replaced);
  ASSERT_NE(at, std::string::npos);
  text.replace(at, std::string(GetParam().replaced).size(), GetParam().by);
  SmallLibrary small;
  small.put("areas/town.toml", text);
  const Loaded loaded = small.area("town");
  EXPECT_EQ(shown(loaded.problems), town_file + GetParam().said + "\n");
  EXPECT_FALSE(loaded.design);
}

INSTANTIATE_TEST_SUITE_P(
    EachKind, AreaMistake,
    testing::Values(
        Mistake{"UnknownTable", "[ages]", "[age]",
                ":1:1: found no ages in the area, expected [ages], or extends = \"england\" to borrow it\n"
                "lib/areas/town.toml:30:2: found unknown key \"age\" in the area, expected title, summary, "
                "national, extends, defaults, "
                "figures, referral_sources, ages, team, centre, history or parameters (did you mean ages?)"},
        Mistake{"UnitMissing", "leaving = \"15 % a year\"", "leaving = 15",
                ":19:11: found leaving = 15 without a unit, expected a number with its unit, as in \"15 % a "
                "year\""},
        Mistake{"UnitWrong", "months_to_fill = \"4 months\"", "months_to_fill = \"4 monhts\"",
                ":18:18: found months_to_fill = the unit \"monhts\" in \"4 monhts\", expected the unit "
                "\"months\", as in "
                "\"4 months\" (did you mean months?)"},
        Mistake{"UnitWrongInATable", "referrals = 600", "referrals = { value = 600, unit = \"families\" }",
                ":8:35: found the unit \"families\" for referrals, expected the unit \"children a year\""},
        Mistake{"OutOfRange", "agency_cover = \"50 %\"", "agency_cover = \"120 %\"",
                ":20:16: found agency_cover = 120 %, expected 0 % to 100 %"},
        Mistake{"NegativeCount", "referrals = 600", "referrals = -600",
                ":8:13: found referrals = -600 children a year, expected 0 children a year to 10,000,000 "
                "children a year"},
        Mistake{"OutsideItsOwnRange", "referrals = 600", "referrals = { value = 600, range = [650, 700] }",
                ":8:23: found 600 children a year, expected a value inside its own range, 650 children a "
                "year to 700 children a year"},
        Mistake{"PostsInHalves", "posts = 4", "posts = 4.5",
                ":39:27: found posts = 4.5 posts, expected a whole number"},
        Mistake{"MorePartTimePostsThanPosts", "posts = 4",
                "posts = 4, part_time = 5, part_time_hours = \"60 %\"",
                ":39:42: found 5 part-time posts of 4, expected at most 4: part-time posts are among the "
                "posts"},
        Mistake{"PartTimeOfHowMuch", "posts = 4", "posts = 4, part_time = 1",
                ":39:17: found no part_time_hours in social_worker of this team, expected part_time_hours = "
                "\"27 %\", say"},
        Mistake{"PartTimeOfWhat", "posts = 4", "posts = 4, part_time_hours = \"60 %\"",
                ":39:48: found part_time_hours without part_time, expected how many of the posts are "
                "part-time: part_time = 4, say"},
        Mistake{"PartTimeOfTheWhole", "posts = 4", "posts = 4, part_time = 1, part_time_hours = \"100 %\"",
                ":39:63: found part_time_hours = 100 %, expected 1 % to 99 %"},
        Mistake{"SharesThatDoNotAddUp", "police = \"25 %\"", "police = \"35 %\"",
                ":21:1: found referral_sources that sum to 110 %, expected shares that sum to 100 %"},
        Mistake{"AShareForgotten", "housing = \"5 %\"\n", "",
                ":21:1: found referral_sources without housing, expected every one of the shares"},
        Mistake{"CatchmentsThatDoNotAddUp", "catchment = \"40 %\"", "catchment = \"50 %\"",
                ":46:1: found catchments that sum to 110 %, expected catchments that sum to 100 %"},
        Mistake{"TeamOfNoKind", "kind = \"long-term\"", "kind = \"longterm\"",
                ":44:8: found kind = \"longterm\", expected duty or long-term (did you mean long-term?)"},
        Mistake{"TeamCalledAsAUnit", "id = \"long-term\"", "id = \"unit-12\"",
                ":42:6: found the id \"unit-12\", expected another name: units that a restructure makes are "
                "called unit-1, unit-2 and so on"},
        Mistake{"CentreCalledAsAUnit", "id = \"east\"", "id = \"unit-1\"",
                ":47:6: found the id \"unit-1\", expected another name: units that a restructure makes are "
                "called unit-1, unit-2 and so on"},
        Mistake{"TwoTeamsOfOneId", "id = \"long-term\"", "id = \"duty\"",
                ":42:6: found a second id \"duty\", expected an id of its own"},
        Mistake{"PostsTwice", "children = 10000\n", "children = 10000\nsocial_worker_posts = 9\n",
                ":8:23: found social_worker_posts beside [[team]] tables, which already say it, expected one "
                "of the two"},
        Mistake{"FewerInNeedThanInCare", "children_in_need = 330", "children_in_need = 90",
                ":1:1: found 90 children in need, fewer than the 60 looked after and 40 on protection plans "
                "among them, "
                "expected a children_in_need that includes them"},
        Mistake{"WrongType", "children = 10000", "children = true",
                ":7:12: found children = true, expected a quantity, as in \"26145\""}),
    [](const testing::TestParamInfo<Mistake>& param) { return std::string(param.param.name); });

// Proves that an area pays no posts which nothing could ever give work to.
TEST(AreaFile, StatesPostsOnlyWhereTheirRoleHasWork) {
  const auto said = [](const std::string& duty, const std::string& long_term) {
    std::string town = SmallLibrary::town();
    const std::string kinds[] = {"kind = \"duty\"\n", "kind = \"long-term\"\n"};
    town.insert(town.find(kinds[0]) + kinds[0].size(), duty);
    town.insert(town.find(kinds[1]) + kinds[1].size(), long_term);
    SmallLibrary small;
    small.put("areas/town.toml", town);
    return shown(small.area("town").problems);
  };
  const auto posts = [](const char* role, int count = 1) {
    return fmt::format("{} = {{ posts = {}, vacant = \"0 %\" }}\n", role, count);
  };
  EXPECT_EQ(
      said(posts("clinician") + posts("team_manager"), posts("team_manager") + posts("conference_chair")),
      "");
  EXPECT_EQ(said(posts("unit_coordinator", 0), posts("clinician", 0)), "");
  const auto refused = [](const char* role, const char* team, const char* place) {
    return fmt::format("found {} posts in \"{}\", where they have no work, expected {}", role, team, place);
  };
  const auto all =
      said(posts("family_support_worker") + posts("unit_coordinator") + posts("conference_chair"),
           posts("clinician"));
  for (const std::string& each :
       {refused("family_support_worker", "duty",
                "children's centres, as family_support_posts of the area's file"),
        refused("unit_coordinator", "duty",
                "a restructure with units, which makes coordinators of practitioners"),
        refused("conference_chair", "duty", "a long-term team, where they chair conferences and reviews"),
        refused("clinician", "long-term", "a duty team, where they contribute to core assessments")}) {
    EXPECT_NE(all.find(each), std::string::npos) << all;
  }
}

// Proves that nothing is concluded from a value that could not be read.
TEST(AreaFile, TellsOnceOfAValueThatCannotBeRead) {
  const auto said = [](const std::string& from, const std::string& to) {
    std::string town = SmallLibrary::town();
    town.replace(town.find(from), from.size(), to);
    SmallLibrary small;
    small.put("areas/town.toml", town);
    return small.area("town").problems.size();
  };
  const std::string posts = "{ posts = 4, vacant = \"25 %\" }";
  EXPECT_EQ(said(posts, "{ posts = inf, vacant = \"25 %\", part_time = 2, part_time_hours = \"50 %\" }"), 1U);
  EXPECT_EQ(said(posts, "{ posts = 4, vacant = \"25 %\", part_time = nan, part_time_hours = \"50 %\" }"), 1U);
  EXPECT_EQ(said("catchment = \"40 %\"", "catchment = inf"), 1U);
}

}  // namespace
}  // namespace lscb::scenario

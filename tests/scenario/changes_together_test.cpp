// What only shows when area, history and changes are seen together.
#include <gtest/gtest.h>

#include "small_library.h"

namespace lscb::scenario {
namespace {

std::string said_of(const std::string& changes) {
  SmallLibrary small;
  small.put("plan.toml", "title = \"Plan\"\nextends = \"base\"\n" + changes);
  return shown(small.scenario("plan").problems);
}

/// As said_of, in a town of which `from` in the area's file reads `to`.
std::string said_where(const std::string& from, const std::string& to, const std::string& changes) {
  SmallLibrary small;
  std::string town = SmallLibrary::town();
  const auto at = town.find(from);
  EXPECT_NE(at, std::string::npos);
  small.put("areas/town.toml", town.replace(at, from.size(), to));
  small.put("plan.toml", "title = \"Plan\"\nextends = \"base\"\n" + changes);
  return shown(small.scenario("plan").problems);
}

std::string change(const std::string& kind, const std::string& date, const std::string& rest) {
  return "[[change]]\nkind = \"" + kind + "\"\ndate = " + date + "\ntitle = \"A\"\nowner = \"" +
         owner_of(kind) + "\"\n" + rest;
}

std::string restructure(const std::string& date, const std::string& announced, const std::string& rest = "") {
  return change("restructure", date,
                "announced = " + announced +
                    "\nconsultation = \"1 hour\"\ntraining = \"1 hour\"\ncases_transferred = \"0 %\"\n"
                    "partner_ties_broken = \"0 %\"\n" +
                    rest);
}

std::string posts(const std::string& date, const std::string& team, const std::string& count,
                  const std::string& rest = "") {
  return change("posts", date,
                "team = \"" + team + "\"\nrole = \"social_worker\"\ncount = " + count + "\n" + rest);
}

std::string cut(const char* date, const std::string& rest) {
  return change("centre-cut", date, rest);
}

std::string managers(const char* date, const std::string& rest) {
  return change("centre-management", date, rest);
}

const std::string west = "centre = \"west\"\n";
const std::string four_days = "days_closed = \"4 days a week\"\n";

TEST(ChangesTogether, KnowTheAreasTeamsAndCentres) {
  EXPECT_EQ(said_of(posts("2011-01-01", "dutty", "1")),
            "lib/plan.toml:8:8: found a change on the team \"dutty\", which town does not have, expected "
            "duty or long-term (did "
            "you mean duty?)\n");
  EXPECT_EQ(said_of(change("centre-cut", "2011-01-01", "centre = \"easst\"\nbudget_cut = \"1 %\"\n")),
            "lib/plan.toml:8:10: found a change on the centre \"easst\", which town does not have, expected "
            "east or west (did you "
            "mean east?)\n");
  EXPECT_EQ(said_of(restructure("2011-01-01", "2010-12-01", "team = \"night\"\n")),
            "lib/plan.toml:13:8: found a change on the team \"night\", which town does not have, expected "
            "duty or long-term\n");
}

TEST(ChangesTogether, GoLiveAfterTheyAreAnnounced) {
  EXPECT_EQ(said_of(restructure("2011-01-01", "2011-01-02")),
            "lib/plan.toml:8:13: found announced 2011-01-02, after it goes live on 2011-01-01, expected an "
            "announcement on or "
            "before the date\n");
  EXPECT_EQ(said_of(restructure("2011-01-01", "2011-01-01")), "");
  EXPECT_EQ(said_of(restructure("2011-01-01", "2007-12-31")),
            "lib/plan.toml:8:13: found announced 2007-12-31, expected not before the run begins on "
            "2008-01-01, two years before "
            "from\n");
}

TEST(ChangesTogether, EndAfterTheyBegin) {
  EXPECT_EQ(said_of(posts("2011-01-01", "duty", "1", "until = 2011-01-01\n")),
            "lib/plan.toml:11:9: found until 2011-01-01, not after its date 2011-01-01, expected a later "
            "day, the first on which "
            "it no longer holds\n");
}

TEST(ChangesTogether, LieInsideTheScenario) {
  EXPECT_EQ(said_of(posts("2009-12-31", "duty", "1")),
            "lib/plan.toml:5:8: found a change on 2009-12-31, expected a date from 2010-01-01 and before "
            "2012-01-01, the "
            "scenario's own\n");
  EXPECT_EQ(said_of(posts("2012-01-01", "duty", "1")),
            "lib/plan.toml:5:8: found a change on 2012-01-01, expected a date from 2010-01-01 and before "
            "2012-01-01, the "
            "scenario's own\n");
  EXPECT_EQ(said_of(posts("2010-01-01", "duty", "1")), "");
}

TEST(ChangesTogether, RestructureATeamOnceADay) {
  EXPECT_EQ(said_of(restructure("2011-04-01", "2011-01-01", "team = \"duty\"\n") +
                    restructure("2011-04-01", "2011-02-01", "team = \"duty\"\n")),
            "lib/plan.toml:16:8: found a second restructure of \"duty\" on 2011-04-01; the first is at "
            "lib/plan.toml:3, expected "
            "one of the two, or different days\n");
  // Every team includes the duty team.
  EXPECT_EQ(said_of(restructure("2011-04-01", "2011-01-01") +
                    restructure("2011-04-01", "2011-02-01", "team = \"duty\"\n")),
            "lib/plan.toml:15:8: found a second restructure of \"duty\" on 2011-04-01; the first is at "
            "lib/plan.toml:3, expected "
            "one of the two, or different days\n");
  EXPECT_EQ(said_of(restructure("2011-04-01", "2011-01-01", "team = \"long-term\"\n") +
                    restructure("2011-04-01", "2011-02-01", "team = \"duty\"\n")),
            "");
}

// Proves that a restructure is refused which would begin before the last stage of another has gone over.
TEST(ChangesTogether, RestructureNoTeamBetweenTheStagesOfAnother) {
  const std::string staged = "stages = 3\nbetween_stages = \"8 weeks\"\n";
  const std::string first = restructure("2011-01-03", "2010-12-01", staged);  // and 02-28, and 04-25
  const auto with = [&](const char* date, const std::string& team = "team = \"duty\"\n") {
    const std::string said = said_of(first + restructure(date, "2010-12-01", team));
    const auto at = said.find("found ");
    return at == std::string::npos ? said : said.substr(at);
  };
  const std::string expected = ", expected a day after 2011-04-25, its last stage\n";
  EXPECT_EQ(
      said_of(first + restructure("2011-02-28", "2010-12-01", "team = \"duty\"\n")),
      "lib/plan.toml:17:8: found a restructure of \"duty\" on 2011-02-28, the day of stage 2 of the one at "
      "lib/plan.toml:3" +
          expected);
  EXPECT_EQ(with("2011-01-04"),
            "found a restructure of \"duty\" on 2011-01-04, after stage 1 of the one at lib/plan.toml:3 and "
            "before its last" +
                expected);
  EXPECT_EQ(
      with("2011-04-25", ""),
      "found a restructure of every team on 2011-04-25, the day of stage 3 of the one at lib/plan.toml:3" +
          expected);
  EXPECT_EQ(with("2011-04-26"), "");
  EXPECT_EQ(said_of(restructure("2011-01-03", "2010-12-01", staged + "team = \"long-term\"\n") +
                    restructure("2011-02-28", "2010-12-01", "team = \"duty\"\n")),
            "");
}

TEST(ChangesTogether, NameBothFilesOfAContradiction) {
  SmallLibrary small;
  const std::string heading = "title = \"P\"\nextends = \"base\"\n";
  small.put("a.toml", heading + change("centre-cut", "2011-04-01", "budget_cut = \"10 %\"\n"));
  small.put("b.toml",
            heading + "# the same day\n" + change("centre-cut", "2011-04-01", "budget_cut = \"20 %\"\n"));
  small.put("ab.toml", "title = \"AB\"\nextends = [\"a\", \"b\"]\n");
  EXPECT_EQ(shown(small.scenario("ab").problems),
            "lib/b.toml:6:8: found a second centre-cut of every centre on 2011-04-01; the first is at "
            "lib/a.toml:3, expected one "
            "of the two, or different days\n");
}

TEST(ChangesTogether, DeleteNoMorePostsThanThereAre) {
  EXPECT_EQ(said_of(posts("2011-01-01", "duty", "-3")), "");
  EXPECT_EQ(said_of(posts("2011-01-01", "duty", "-5")),
            "lib/plan.toml:10:9: found 5 social_worker posts deleted on 2011-01-01, expected at most 4, "
            "those that \"duty\" then has\n");
  // Possible one by one, and written in another order than that of time.
  EXPECT_EQ(said_of(posts("2011-06-01", "duty", "-3") + posts("2011-01-01", "duty", "-1") +
                    posts("2011-02-01", "duty", "-1")),
            "lib/plan.toml:10:9: found 3 social_worker posts deleted on 2011-06-01, expected at most 2, "
            "those that \"duty\" then has, after those deleted at lib/plan.toml:11 and those deleted at "
            "lib/plan.toml:19\n");
  // Created for a time, and deleted while they are there: missed on the day they end.
  EXPECT_EQ(
      said_of(posts("2011-01-01", "duty", "1", "until = 2011-07-01\n") + posts("2011-03-01", "duty", "-5")),
      "lib/plan.toml:11:9: found 1 social_worker post created on 2011-01-01, to end on 2011-07-01, expected "
      "as many left in \"duty\" by then, which has 0, after those deleted at lib/plan.toml:12\n"
      "lib/plan.toml:19:9: found 5 social_worker posts deleted on 2011-03-01, the last in \"duty\", expected "
      "at least one left there, to decide\n");
  EXPECT_EQ(said_of(posts("2011-03-01", "duty", "-5") + posts("2011-03-01", "duty", "2")), "");
  EXPECT_EQ(said_of(managers("2011-01-01", "posts = 1\n") + managers("2011-02-01", west + "posts = -1\n") +
                    managers("2011-03-01", west + "posts = -1\n")),
            "lib/plan.toml:22:9: found 1 manager post deleted on 2011-03-01, expected at most 0, those that "
            "changes before it created at \"west\", after those deleted at lib/plan.toml:9\n");
}

// Proves that posts cannot be deleted, or end, so that nobody is left to screen, decide, supervise or chair.
TEST(ChangesTogether, LeaveSomebodyWhereWorkWouldWaitForEver) {
  EXPECT_EQ(
      said_of(posts("2011-01-01", "duty", "-2") + posts("2011-06-01", "duty", "-2")),
      "lib/plan.toml:18:9: found 2 social_worker posts deleted on 2011-06-01, the last in \"duty\", after "
      "those deleted at lib/plan.toml:3, expected at least one left there, to decide\n");
  EXPECT_EQ(
      said_of(posts("2011-01-01", "duty", "1", "until = 2011-10-01\n") + posts("2011-06-01", "duty", "-4")),
      "lib/plan.toml:11:9: found 1 social_worker post created on 2011-01-01, to end on 2011-10-01, the "
      "last in \"duty\", after those deleted at lib/plan.toml:12, expected at least one left there, to "
      "decide\n");
  // Others come on the same day, and long-term work has no door.
  EXPECT_EQ(said_of(posts("2011-06-01", "duty", "-4") + posts("2011-06-01", "duty", "1")), "");
  EXPECT_EQ(said_of(posts("2011-06-01", "long-term", "-3")), "");
  const auto deleted = [](const char* team, const char* role, const char* count) {
    return change("posts", "2011-06-01",
                  fmt::format("team = \"{}\"\nrole = \"{}\"\ncount = {}\n", team, role, count));
  };
  EXPECT_EQ(said_of(deleted("duty", "practitioner", "-2")),
            "lib/plan.toml:10:9: found 2 practitioner posts deleted on 2011-06-01, the last in \"duty\", "
            "expected at least one left there, to screen\n");
  const std::string stated = "[[team]]\nid = \"long-term\"\ntitle = \"Long-term\"\nkind = \"long-term\"\n";
  const std::string chairs = stated +
                             "conference_chair = { posts = 1, vacant = \"0 %\" }\n"
                             "team_manager = { posts = 2, vacant = \"0 %\" }\n";
  EXPECT_EQ(said_where(stated, chairs, deleted("long-term", "conference_chair", "-1")),
            "lib/plan.toml:10:9: found 1 conference_chair post deleted on 2011-06-01, the last in "
            "\"long-term\", expected at least one left there, to chair\n");
  EXPECT_EQ(said_where(stated, chairs, deleted("long-term", "team_manager", "-1")), "");
  EXPECT_EQ(said_where(stated, chairs, deleted("long-term", "team_manager", "-2")),
            "lib/plan.toml:10:9: found 2 team_manager posts deleted on 2011-06-01, the last in "
            "\"long-term\", expected at least one left there, to supervise\n");
}

std::string units(const std::string& count, const std::string& rest = "") {
  return restructure("2011-01-01", "2010-12-01", "units = " + count + "\n" + rest);
}

const std::string two_practitioners = "practitioner = { posts = 2,";
const std::string ten_practitioners = "practitioner = { posts = 10,";

TEST(ChangesTogether, MakeUnitsOnceOutOfPostsThatThereAre) {
  EXPECT_EQ(said_where(two_practitioners, ten_practitioners, units("400")),
            "lib/plan.toml:13:9: found 400 units of two social workers each, with 7 social workers' posts in "
            "town, 4 of them in \"duty\", expected at most 3, so that one post is left there to decide\n");
  EXPECT_EQ(said_of(units("1")), "");
  const std::string twice = said_of(units("1") + restructure("2011-06-01", "2011-05-01", "units = 1\n"));
  EXPECT_NE(twice.find("found units made a second time; the first are at lib/plan.toml:3"), std::string::npos)
      << twice;
}

TEST(ChangesTogether, LetOnlyUnitsThatAreThereGoBack) {
  const auto back = [](const char* date) { return restructure(date, date, "teams = true\n"); };
  const std::string one = restructure("2011-01-01", "2010-12-01", "units = 1\n");
  EXPECT_EQ(said_of(one + back("2011-06-01")), "");
  const std::string none =
      said_of(back("2011-06-01") + restructure("2011-07-01", "2011-06-01", "units = 1\n"));
  EXPECT_NE(none.find("found units that go back, with none made"), std::string::npos) << none;
  const std::string twice = said_of(one + back("2011-06-01") + back("2011-08-01"));
  EXPECT_NE(twice.find("found units that go back a second time"), std::string::npos) << twice;
  const std::string staged =
      restructure("2011-01-01", "2010-12-01", "units = 1\nstages = 3\nbetween_stages = \"8 weeks\"\n");
  const std::string early = said_of(staged + back("2011-03-01"));
  EXPECT_NE(early.find("found units that go back on 2011-03-01, before the last is made"), std::string::npos)
      << early;
  EXPECT_EQ(said_of(staged + back("2011-06-01")), "");
  const std::string at_once = said_of(restructure("2011-01-01", "2010-12-01", "units = 1\nteams = true\n"));
  EXPECT_NE(at_once.find("found units made and gone back in one change"), std::string::npos) << at_once;
  const std::string in_one =
      said_of(one + restructure("2011-06-01", "2011-06-01", "team = \"duty\"\nteams = true\n"));
  EXPECT_NE(in_one.find("found units that go back within one team"), std::string::npos) << in_one;
}

// Proves that units are refused which would take the last who decides or screens at the front door: then
// every contact would wait for ever.
TEST(ChangesTogether, LeaveSomebodyOnDutyBesideUnits) {
  EXPECT_EQ(
      said_of(posts("2010-06-01", "long-term", "2") + units("4")),
      "lib/plan.toml:21:9: found 4 units of a practitioner each, with 2 practitioners' posts in town, 2 of "
      "them in \"duty\", expected at most 1, so that one post is left there to screen\n");
  // Two social workers' posts a unit, and none left.
  EXPECT_EQ(
      said_where(two_practitioners, ten_practitioners, posts("2010-06-01", "long-term", "1") + units("4")),
      "lib/plan.toml:21:9: found 4 units of two social workers each, with 8 social workers' posts in town, "
      "4 of them in \"duty\", expected at most 3, so that one post is left there to decide\n");
  EXPECT_EQ(
      said_where(two_practitioners, ten_practitioners, posts("2010-06-01", "long-term", "2") + units("4")),
      "");
  EXPECT_EQ(said_where(two_practitioners, ten_practitioners, units("3", "coordinators = 6\n")), "");
  EXPECT_EQ(
      said_where(two_practitioners, ten_practitioners, units("3", "coordinators = 7\n")),
      "lib/plan.toml:14:16: found 7 coordinators beside 3 units of a practitioner each, with 10 "
      "practitioners' posts in town, 10 of them in \"duty\", expected at most 6, so that one post is left "
      "there to screen\n");
}

// Proves that posts count for units if they are there before, and that the door is not emptied afterwards.
TEST(ChangesTogether, LeaveSomebodyOnDutyBesideUnitsAtAnyLaterTime) {
  const auto said = [](const std::string& changes) {
    const std::string all = said_where(two_practitioners, ten_practitioners, changes);
    const auto at = all.find("found ");
    return at == std::string::npos ? all : all.substr(at);
  };
  const auto at_most = [](const char* units, const char* all, const char* duty, const char* most) {
    return fmt::format(
        "found {} units of two social workers each, with {} social workers' posts in town, {} of "
        "them in \"duty\", expected at most {}, so that one post is left there to decide\n",
        units, all, duty, most);
  };
  EXPECT_EQ(said(posts("2010-12-31", "duty", "2") + units("4")), "");
  EXPECT_EQ(said(posts("2011-01-01", "duty", "2") + units("4")), at_most("4", "7", "4", "3"))
      << "on the day itself";
  EXPECT_EQ(said(posts("2010-12-31", "duty", "2", "until = 2011-09-01\n") + units("4")),
            "found 4 units of two social workers each, with 7 social workers' posts in town, 4 of them in "
            "\"duty\", after those that end at lib/plan.toml:3, expected at most 3, so that one post is left "
            "there to decide\n");
  EXPECT_EQ(said(posts("2011-09-01", "duty", "-1") + units("3")),
            "found 3 units of two social workers each, with 6 social workers' posts in town, 3 of them in "
            "\"duty\", after those deleted at lib/plan.toml:3, expected at most 2, so that one post is left "
            "there to decide\n");
}

TEST(ChangesTogether, MakeNoUnitsBeforeTheRunBegins) {
  const auto said = [](const std::string& date, const std::string& rest) {
    SmallLibrary small;
    std::string history = restructure(date, "2007-06-01", rest);
    history.replace(history.find("[[change]]"), 10, "[[history]]");
    small.put("areas/town.toml", SmallLibrary::town() + history);
    return shown(small.scenario("base").problems);
  };
  const std::string early = said("2007-12-31", "units = 1\n");
  EXPECT_NE(
      early.find("found units made on 2007-12-31, before the run begins, expected a date from 2008-01-01 "
                 "on, two years before from: what is earlier is not acted out, and there would be no "
                 "units\n"),
      std::string::npos)
      << early;
  EXPECT_EQ(said("2008-01-01", "units = 1\n"), "");
  EXPECT_EQ(said("2007-12-31", ""), "") << "of teams, it has been";
}

// Proves that no work is made to wait on a first post that a change creates where others did it from outside.
TEST(ChangesTogether, CreateManagersAndChairsOnlyWhereTheAreaStatesSome) {
  const auto created = [](const std::string& role, const std::string& count) {
    return change("posts", "2011-01-01",
                  "team = \"long-term\"\nrole = \"" + role + "\"\ncount = " + count + "\n");
  };
  EXPECT_EQ(
      said_of(created("conference_chair", "1")),
      "lib/plan.toml:9:8: found conference_chair posts created in \"long-term\", for which town states "
      "none, expected the team's conference_chair posts in the area's file first: without any this work is "
      "done from outside, and from the first post on it all waits for who holds it\n");
  EXPECT_NE(said_of(created("team_manager", "2")).find("found team_manager posts created in \"long-term\""),
            std::string::npos);
  EXPECT_EQ(said_of(created("practitioner", "1")), "");
  const std::string workers = "social_worker = { posts = 3, vacant = \"0 %\" }\n";
  EXPECT_EQ(said_where(workers, workers + "conference_chair = { posts = 1, vacant = \"0 %\" }\n",
                       created("conference_chair", "1")),
            "");
  EXPECT_NE(said_where(workers, workers + "conference_chair = { posts = 0, vacant = \"0 %\" }\n",
                       created("conference_chair", "1")),
            "");
}

// Proves that no posts are paid for which nothing could ever give work to.
TEST(ChangesTogether, CreatePostsOnlyWhereTheirRoleHasWork) {
  const auto created = [](const std::string& team, const std::string& role, const char* count = "1",
                          const char* date = "2011-04-01") {
    return change("posts", date, "team = \"" + team + "\"\nrole = \"" + role + "\"\ncount = " + count + "\n");
  };
  EXPECT_EQ(said_of(created("duty", "family_support_worker")),
            "lib/plan.toml:9:8: found family_support_worker posts created in \"duty\", where they have no "
            "work, expected children's centres, as family_support_posts of the area's file\n");
  EXPECT_EQ(said_of(created("long-term", "clinician")),
            "lib/plan.toml:9:8: found clinician posts created in \"long-term\", where they have no work, "
            "expected a duty team, where they contribute to core assessments\n");
  EXPECT_EQ(said_of(created("duty", "clinician")), "");
  EXPECT_EQ(said_of(created("duty", "conference_chair")),
            "lib/plan.toml:9:8: found conference_chair posts created in \"duty\", where they have no work, "
            "expected a long-term team, where they chair conferences and reviews\n");
  const std::string coordinators =
      "found unit_coordinator posts created in \"duty\", where they have no work then, expected \"duty\" "
      "while "
      "there are units, whose clerical work coordinators do: a restructure with units before that day\n";
  EXPECT_EQ(said_of(created("duty", "unit_coordinator")), "lib/plan.toml:9:8: " + coordinators);
  EXPECT_EQ(said_of(units("1") + created("duty", "unit_coordinator", "1", "2010-12-31")),
            "lib/plan.toml:20:8: " + coordinators);
  EXPECT_EQ(said_of(units("1") + created("duty", "unit_coordinator")), "");
  EXPECT_EQ(
      said_of(units("1") + created("duty", "unit_coordinator") + created("duty", "unit_coordinator", "-1")),
      "");
  EXPECT_NE(said_of(units("1") + created("long-term", "unit_coordinator")), "");
  EXPECT_EQ(said_of(units("1") + restructure("2011-03-01", "2011-03-01", "teams = true\n") +
                    created("duty", "unit_coordinator")),
            "lib/plan.toml:31:8: " + coordinators);
}

TEST(ChangesTogether, CloseNoMoreDaysThanAreOpen) {
  EXPECT_EQ(
      said_of(change("centre-cut", "2011-01-01", "centre = \"west\"\ndays_closed = \"4 days a week\"\n")),
      "");
  EXPECT_EQ(
      said_of(change("centre-cut", "2011-01-01", "centre = \"west\"\ndays_closed = \"3 days a week\"\n") +
              change("centre-cut", "2011-02-01", "days_closed = \"2 days a week\"\n")),
      "lib/plan.toml:15:15: found 2 days a week closed at \"west\", expected at most 1, the days it is then "
      "open, after those closed at lib/plan.toml:3\n");
}

// Proves that a centre which is closed is not changed any more: what it would cost, it would cost in vain.
TEST(ChangesTogether, ChangeNoCentreThatIsClosed) {
  EXPECT_EQ(
      said_of(cut("2011-01-01", west + four_days) + cut("2011-02-01", west + "budget_cut = \"10 %\"\n")),
      "lib/plan.toml:15:10: found a centre-cut at \"west\" on 2011-02-01, which has been closed since "
      "2011-01-01 (lib/plan.toml:3), expected a centre that is open then\n");
  // Written in the other order.
  EXPECT_EQ(said_of(managers("2011-02-01", west + "posts = 1\n") + cut("2011-01-01", west + four_days)),
            "lib/plan.toml:8:10: found a centre-management at \"west\" on 2011-02-01, which has been closed "
            "since 2011-01-01 (lib/plan.toml:10), expected a centre that is open then\n");
  EXPECT_EQ(said_of(managers("2011-01-01", west + "posts = 1\n") + cut("2011-01-01", west + four_days)),
            "lib/plan.toml:8:10: found a centre-management at \"west\" on 2011-01-01, which has been closed "
            "since 2011-01-01 (lib/plan.toml:10), expected a centre that is open then\n");
  EXPECT_EQ(said_of(cut("2011-01-01", west + "budget_cut = \"100 %\"\n") +
                    cut("2011-02-01", "days_closed = \"1 day a week\"\n")),
            "lib/plan.toml:12:8: found a centre-cut at \"west\" on 2011-02-01, which has no budget since "
            "2011-01-01 (lib/plan.toml:3), expected one change for each centre that is open then, by its "
            "name\n");
  EXPECT_EQ(
      said_of(cut("2011-01-01", west + four_days) + managers("2011-02-01", "posts = 1\n")),
      "lib/plan.toml:12:8: found a centre-management at \"west\" on 2011-02-01, which has been closed "
      "since 2011-01-01 (lib/plan.toml:3), expected one change for each centre that is open then, by its "
      "name\n");
  // Managers go with the centre or after it, and money may be taken from all that are left.
  const std::string before = managers("2010-06-01", west + "posts = 2\n");
  EXPECT_EQ(
      said_of(before + cut("2011-01-01", west + four_days) + managers("2011-01-01", west + "posts = -1\n") +
              managers("2011-02-01", west + "posts = -1\n") + cut("2011-03-01", "budget_cut = \"10 %\"\n")),
      "");
  EXPECT_EQ(said_of(cut("2011-01-01", west + four_days) +
                    cut("2011-02-01", "centre = \"east\"\nbudget_cut = \"10 %\"\n")),
            "");
}

TEST(ChangesTogether, ManageNoCentreThatTheAreaHasClosed) {
  EXPECT_EQ(said_where("open_days = \"4 days a week\"", "open_days = \"0 days a week\"",
                       managers("2011-01-01", west + "posts = 1\n")),
            "lib/plan.toml:8:10: found a centre-management at \"west\" on 2011-01-01, which the area's file "
            "has closed (open_days), expected a centre that is open then\n");
}

TEST(ChangesTogether, AreAllReportedBesideMistakesOfReading) {
  EXPECT_EQ(said_of(posts("2013-01-01", "dutty", "\"3 hours\"")),
            "lib/plan.toml:5:8: found a change on 2013-01-01, expected a date from 2010-01-01 and before "
            "2012-01-01, the "
            "scenario's own\n"
            "lib/plan.toml:8:8: found a change on the team \"dutty\", which town does not have, expected "
            "duty or long-term (did "
            "you mean duty?)\n"
            "lib/plan.toml:10:9: found count = the unit \"hours\" in \"3 hours\", expected the unit "
            "\"posts\", as in \"14\"\n");
}

TEST(ChangesTogether, IncludeTheAreasHistory) {
  SmallLibrary small;
  std::string history = posts("2010-03-01", "duty", "-3");
  history.replace(history.find("[[change]]"), 10, "[[history]]");
  small.put("areas/town.toml", SmallLibrary::town() + history);
  small.put("plan.toml", "title = \"Plan\"\nextends = \"base\"\n" + posts("2011-01-01", "duty", "-2"));
  EXPECT_EQ(shown(small.scenario("plan").problems),
            "lib/plan.toml:10:9: found 2 social_worker posts deleted on 2011-01-01, expected at most 1, "
            "those that \"duty\" then "
            "has, after those deleted at lib/areas/town.toml:60\n");
  const Loaded base = small.scenario("base");
  ASSERT_EQ(shown(base.problems), "");
  EXPECT_EQ(base.design->history.size(), 1U);
  EXPECT_TRUE(base.design->changes.empty());
}

TEST(ChangesTogether, DoNotConcernANationalProfile) {
  SmallLibrary small;
  small.put("areas/nation.toml", "national = true\n" + SmallLibrary::town());
  small.put("plan.toml", "title = \"Plan\"\nextends = \"base\"\narea = \"nation\"\n");
  EXPECT_EQ(shown(small.scenario("plan").problems),
            "lib/plan.toml:3:8: found the national profile \"nation\" as the area, expected the area of one "
            "authority, which may "
            "extend it\n");
}

}  // namespace
}  // namespace lscb::scenario

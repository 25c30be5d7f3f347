// Kinds of change at the front door and with partners: read as they are written, and each mistake where it
// stands.
#include <gtest/gtest.h>

#include "small_library.h"

namespace lscb::scenario {
namespace {

const std::string heading = "title = \"Plan\"\nextends = \"base\"\n";

std::string change(const std::string& kind, const std::string& rest, const std::string& date = "2011-04-01") {
  return "[[change]]\nkind = \"" + kind + "\"\ndate = " + date + "\ntitle = \"A change\"\nowner = \"" +
         owner_of(kind) + "\"\n" + rest;
}

Loaded plan(const std::string& changes) {
  SmallLibrary small;
  small.put("plan.toml", heading + evidence_text + changes);
  return small.scenario("plan");
}

template <class Kind>
Kind read(const std::string& changes) {
  const Loaded loaded = plan(changes);
  EXPECT_EQ(shown(loaded.problems), "");
  if (!loaded.design) return {};
  return std::get<Kind>(loaded.design->changes.at(0).effect);
}

TEST(ChangeKinds, ATargetPolicyIsReadAsItIsWritten) {
  const auto both = read<change::TargetPolicy>(
      change("target-policy",
             "section47_reduction = \"20 %\"\ncaf_increase = \"150 %\"\nstep = \"0.1 levels\"\n"
             "until = 2011-10-01\n"));
  EXPECT_EQ(both.section47_reduction, 0.2);
  EXPECT_EQ(both.caf_increase, 1.5);
  EXPECT_EQ(both.step, 0.1);
  EXPECT_EQ(both.until, at_date(2011, 10, 1));
  const auto one =
      read<change::TargetPolicy>(change("target-policy", "caf_increase = \"10 %\"\nstep = \"1 level\"\n"));
  EXPECT_FALSE(one.section47_reduction);
  EXPECT_FALSE(one.until);
}

TEST(ChangeKinds, PublicityIsReadAsItIsWritten) {
  SmallLibrary small;
  small.put("plan.toml", heading + change("publicity", "surge = \"1.25 times\"\nfades = \"1 year\"\n"));
  const Loaded loaded = small.scenario("plan");
  ASSERT_EQ(shown(loaded.problems), "");
  const auto& publicity = std::get<change::Publicity>(loaded.design->changes.at(0).effect);
  EXPECT_EQ(publicity.surge, 1.25);
  EXPECT_EQ(publicity.fades_months, 12.0);
  EXPECT_EQ(loaded.design->changes.at(0).owner, "nobody");
}

TEST(ChangeKinds, AChallengeIsReadAsItIsWritten) {
  const auto all = read<change::Challenge>(
      change("challenge",
             "agency_challenge = \"20 %\"\nlead_challenge = \"50 %\"\naudit = \"0 %\"\n"
             "until = 2011-10-01\n"));
  EXPECT_EQ(all.agency, 0.2);
  EXPECT_EQ(all.lead_professional, 0.5);
  EXPECT_EQ(all.audit, 0.0);
  EXPECT_EQ(all.until, at_date(2011, 10, 1));
  EXPECT_FALSE(read<change::Challenge>(change("challenge", "audit = \"5 %\"\n")).agency);
}

TEST(ChangeKinds, EarlierFilesAreReadAsTheyAreWritten) {
  const auto files = read<change::EarlierFiles>(
      change("earlier-files", "requested = \"95 %\"\narrives = \"90 %\"\ndays = \"2 weeks\"\n"));
  EXPECT_EQ(files.requested, 0.95);
  EXPECT_EQ(files.arrives, 0.9);
  EXPECT_EQ(files.days, 14.0);
  EXPECT_FALSE(read<change::EarlierFiles>(change("earlier-files", "days = \"10 days\"\n")).requested);
}

std::string restructure(const std::string& rest) {
  return change("restructure",
                "announced = 2011-01-12\nconsultation = \"1 hour\"\ntraining = \"1 hour\"\n"
                "cases_transferred = \"0 %\"\npartner_ties_broken = \"60 %\"\nties_mend = \"1 year\"\n" +
                    rest);
}

TEST(ChangeKinds, ARestructureMayConsultPartners) {
  const auto some =
      read<change::Restructure>(restructure("partners_consulted = [\"health\", \"childrens_centre\"]\n"));
  for (int i = 0; i < spec::referrer_count; ++i) {
    const auto referrer = static_cast<spec::Referrer>(i);
    EXPECT_EQ(some.partners_consulted[spec::index(referrer)],
              referrer == spec::Referrer::health || referrer == spec::Referrer::childrens_centre);
  }
  EXPECT_EQ(read<change::Restructure>(restructure("")).partners_consulted, spec::ByReferrer<bool>{});
  EXPECT_TRUE(read<change::Restructure>(restructure("partners_consulted = \"police\"\n"))
                  .partners_consulted[spec::index(spec::Referrer::police)]);
}

// No hours are no coaching, so that nobody is given an empty task each month.
TEST(ChangeKinds, ARestructureMayCoachUnits) {
  const auto coached = read<change::Restructure>(
      restructure("units = 1\ncoaching = \"4 hours\"\ncoaching_for = \"6 months\"\n"));
  EXPECT_EQ(coached.coaching_hours, 4.0);
  EXPECT_EQ(coached.coaching_months, 6);
  EXPECT_EQ(read<change::Restructure>(
                restructure("units = 1\ncoaching = \"0 hours\"\ncoaching_for = \"6 months\"\n"))
                .coaching_months,
            0);
}

class ChangeKindMistake : public testing::TestWithParam<Mistake> {};

TEST_P(ChangeKindMistake, IsReportedWhereItStands) {
  SmallLibrary small;
  small.put("plan.toml", heading + GetParam().text);
  EXPECT_EQ(shown(small.scenario("plan").problems), "lib/plan.toml:" + std::string(GetParam().said) + "\n");
}

INSTANTIATE_TEST_SUITE_P(
    EachKind, ChangeKindMistake,
    testing::Values(
        Mistake{"NoTarget", change("target-policy", "step = \"0.1 levels\"\n"),
                "3:1: found a change that changes nothing, expected at least one of section47_reduction or "
                "caf_increase"},
        Mistake{"NoStep", change("target-policy", "caf_increase = \"10 %\"\n"),
                "3:1: found no step in a change of kind \"target-policy\", expected step = \"0.3 levels\", "
                "say"},
        Mistake{"StepOfNothing", change("target-policy", "caf_increase = \"10 %\"\nstep = \"0 levels\"\n"),
                "9:8: found step = 0 levels, expected 0.01 levels to 1 levels"},
        Mistake{"ReductionBeyondAll",
                change("target-policy", "section47_reduction = \"120 %\"\nstep = \"0.1 levels\"\n"),
                "8:23: found section47_reduction = 120 %, expected 0 % to 100 %"},
        Mistake{"TwoTargetsOnOneDay",
                change("target-policy", "caf_increase = \"10 %\"\nstep = \"0.1 levels\"\n") +
                    change("target-policy", "caf_increase = \"20 %\"\nstep = \"0.1 levels\"\n"),
                "12:8: found a second target-policy of the area on 2011-04-01; the first is at "
                "lib/plan.toml:3, expected one of the two, or different days"},
        Mistake{"SurgeBelowOne", change("publicity", "surge = \"0.5 times\"\nfades = \"6 months\"\n"),
                "8:9: found surge = 0.5 times, expected 1 times to 5 times"},
        Mistake{"SurgeInPerCent", change("publicity", "surge = \"25 %\"\nfades = \"6 months\"\n"),
                "8:9: found surge = the unit \"%\" in \"25 %\", expected the unit \"times\", as in \"1.5 "
                "times\""},
        Mistake{"ForEver", change("publicity", "surge = \"2 times\"\n"),
                "3:1: found no fades in a change of kind \"publicity\", expected fades = \"4 months\", say"},
        Mistake{"PublicityEnds",
                change("publicity", "surge = \"2 times\"\nfades = \"6 months\"\nuntil = 2011-10-01\n"),
                "10:1: found unknown key \"until\" in a change of kind \"publicity\", expected kind, date, "
                "title, owner, year, source, grade, note, surge or fades"},
        Mistake{"ChallengeOfNothing", change("challenge", ""),
                "3:1: found a change that changes nothing, expected at least one of agency_challenge, "
                "lead_challenge or audit"},
        Mistake{"ChallengeOutOfRange", change("challenge", "audit = \"-5 %\"\n"),
                "8:9: found audit = -5 %, expected 0 % to 100 %"},
        Mistake{
            "ChallengeOfAnother", change("challenge", "audit = \"5 %\"\nagency_chalenge = \"5 %\"\n"),
            "9:1: found unknown key \"agency_chalenge\" in a change of kind \"challenge\", expected kind, "
            "date, title, owner, year, source, grade, note, agency_challenge, lead_challenge, audit or "
            "until (did you mean agency_challenge?)"},
        Mistake{"NoFiles", change("earlier-files", ""),
                "3:1: found a change that changes nothing, expected at least one of requested, arrives or "
                "days"},
        Mistake{"FilesAtOnce", change("earlier-files", "days = \"0 days\"\n"),
                "8:8: found days = 0 days, expected 1 days to 365 days"},
        Mistake{"FilesInHours", change("earlier-files", "days = \"5 hours\"\n"),
                "8:8: found days = the unit \"hours\" in \"5 hours\", expected the unit \"days\", as in "
                "\"10 days\""},
        Mistake{"EndsBeforeItBegins", change("earlier-files", "days = \"5 days\"\nuntil = 2011-01-01\n"),
                "9:9: found until 2011-01-01, not after its date 2011-04-01, expected a later day, the first "
                "on which it no longer holds"},
        Mistake{"PartnerUnknown", restructure("partners_consulted = [\"health\", \"polise\"]\n"),
                "14:33: found partners_consulted called \"polise\", expected police, health, school, "
                "childrens_centre or housing (did you mean police?)"},
        Mistake{"PartnerWithoutATie", restructure("partners_consulted = \"relative\"\n"),
                "14:22: found partners_consulted called \"relative\", expected police, health, school, "
                "childrens_centre or housing"},
        Mistake{
            "TiesBrokenOfNobody",
            restructure("partners_consulted = [\"police\", \"health\", \"school\", \"childrens_centre\", "
                        "\"housing\"]\n"),
            "12:23: found partner_ties_broken, while every agency is consulted and keeps its ties, expected "
            "\"0 %\", or an agency that partners_consulted leaves out"},
        Mistake{"CoachingForNoHours", restructure("units = 1\ncoaching_for = \"6 months\"\n"),
                "15:16: found coaching_for without coaching, expected coaching = \"4 hours\" beside it, say: "
                "the hours a month"},
        Mistake{"CoachingForNoMonths", restructure("units = 1\ncoaching = \"4 hours\"\n"),
                "3:1: found no coaching_for in a change of kind \"restructure\", expected coaching_for = \"4 "
                "months\", say"}),
    [](const testing::TestParamInfo<Mistake>& param) { return std::string(param.param.name); });

// A target of the shared past needs four whole quarters on record before it.
TEST(ChangeKinds, ATargetNeedsAYearOnRecord) {
  const auto said = [](const std::string& date) {
    SmallLibrary small;
    std::string history = change("target-policy", "caf_increase = \"10 %\"\nstep = \"0.1 levels\"\n", date);
    history.replace(history.find("[[change]]"), 10, "[[history]]");
    small.put("areas/town.toml", SmallLibrary::town() + history);
    return shown(small.scenario("base").problems);
  };
  EXPECT_EQ(said("2009-01-01"), "");
  EXPECT_NE(said("2008-12-31").find("found a target from 2008-12-31, expected a date from 2009-01-01 on"),
            std::string::npos)
      << said("2008-12-31");
}

}  // namespace
}  // namespace lscb::scenario

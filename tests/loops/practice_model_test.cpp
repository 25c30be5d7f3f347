// Loops (f) and (k): units against teams over caseload, competence and vacancy; and practice model, caseload
// and funding as a factorial.
//
// Written down before the experiment was run. The change is that of `restructure`, with its posts and hours,
// but without its haste: no cases transferred, no ties broken, no consultation or training hours, so that
// what is compared is the two ways to hold a case and not the move; units in number as the posts allow (a
// first run kept 14 of them at any number of posts, so that posts stood idle or the door stood empty).
// Counted: 2012 and 2013; seed 11; intervals at 99 % each. Size of interest: 5 % of missed assessments, about
// 43 a year.
//
// (f) Expected: units miss fewer where caseload is light, competence high and posts are filled; more where
// caseload is heavy or posts are vacant (two qualified people only); competence matters to units and not at
// all to teams. 8 replications a cell. (That competence is carried at all: Units.CarryByCompetence.) Days of
// need were added when the first run had been seen: a way to hold a case may miss more and help more. (k)
// Expected: caseload (a quarter more social workers' posts) matters more than the practice model (units at
// the competence that training of 60 hours leaves) and more than funding (early help spared its cut of 27 %);
// sign of all three: fewer missed. 12 replications.
#include "contrast.h"

namespace lscb::loops {
namespace {

const Interval counted{at_date(2012, 1, 1), at_date(2014, 1, 1)};

/// All social workers' posts but four, who screen and decide, in units of two.
int units_of(const world::Design& design) {
  int posts = 0;
  for (const spec::Team& team : design.area.teams) {
    for (const spec::Establishment& line : team.establishment) {
      if (line.role == spec::Role::social_worker) posts += line.posts;
    }
  }
  return (posts - 4) / 2;
}

world::Design into_units(world::Design design, double training_hours = 0.0) {
  for (const change::Change& each : world::shipped("restructure").changes) {
    const auto* hurried = std::get_if<change::Restructure>(&each.effect);
    if (hurried == nullptr) continue;
    change::Restructure calm;
    calm.announced = hurried->announced;
    calm.units = units_of(design);
    calm.coordinators = hurried->coordinators;
    calm.training_hours = training_hours;
    design.changes.push_back({each.date, "units", "council", calm, {}});
  }
  return design;
}

/// Social workers', practitioners' and clinicians' posts times a factor, to the nearest post.
world::Design with_posts(world::Design design, double factor) {
  for (spec::Team& team : design.area.teams) {
    for (spec::Establishment& line : team.establishment) {
      if (spec::does_casework(line.role)) line.posts = static_cast<int>(std::lround(line.posts * factor));
    }
  }
  return design;
}

world::Design cell(double posts, double competence, double months_to_fill) {
  world::Design design = with_posts(world::shipped("no-change"), posts);
  world::parameter(design.parameters, "workforce.practice_untrained") = competence;
  design.changes.push_back(
      {at_date(2010, 7, 1), "filling", "council", change::Recruitment{months_to_fill, {}}, {}});
  return design;
}

TEST(UnitsAndTeams, Map) {
  const Setting setting{counted, 8};
  std::printf("(f) missed assessments a year, units less teams\n");
  for (const double posts : {0.85, 1.0, 1.3}) {
    for (const double months : {3.0, 24.0}) {
      const Contrasts all{{cell(posts, 0.1, months), into_units(cell(posts, 0.1, months)),
                           cell(posts, 0.9, months), into_units(cell(posts, 0.9, months))},
                          setting};
      const std::string where = std::to_string(static_cast<int>(posts * 100.0 + 0.5)) + " % of the posts, " +
                                std::to_string(static_cast<int>(months)) + " months to fill: ";
      print(where + "competence 0.1", all.of("missed_assessments", {-1.0, 1.0}));
      print(where + "competence 0.9", all.of("missed_assessments", {0.0, 0.0, -1.0, 1.0}));
      // Teams have no use for competence in a practice model that they do not use.
      EXPECT_EQ(*all.of("missed_assessments", {-1.0, 0.0, 1.0}).mean, 0.0) << where;
      print(where + "days of need a year, competence 0.9", all.of("need_child_days", {0.0, 0.0, -1.0, 1.0}));
    }
  }
}

TEST(WhatMattersMore, PracticeModelCaseloadOrFunding) {
  const Setting setting{counted, 12};
  std::vector<world::Design> designs;
  for (const bool units : {false, true}) {
    for (const bool lighter : {false, true}) {
      for (const bool spared : {false, true}) {
        world::Design design = world::shipped(spared ? "no-change" : "centre-cut");
        if (lighter) design = with_posts(design, 1.25);
        if (units) design = into_units(design, 60.0);
        designs.push_back(std::move(design));
      }
    }
  }
  const Contrasts all{designs, setting};
  const auto main_effect = [&](std::size_t bit) {
    std::vector<double> weights(8);
    for (std::size_t i = 0; i < 8; ++i) weights[i] = (i >> bit & 1U) != 0 ? 0.25 : -0.25;
    return all.of("missed_assessments", weights);
  };
  const auto model = main_effect(2);
  const auto caseload = main_effect(1);
  const auto funding = main_effect(0);
  std::printf("(k) main effects on missed assessments a year\n");
  print("practice model: units with 60 hours of training", model);
  print("caseload: a quarter more posts for case work", caseload);
  print("funding: early help spared its cut", funding);
  EXPECT_LT(*caseload.high, 0.0);
}

}  // namespace
}  // namespace lscb::loops

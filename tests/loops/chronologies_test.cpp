// Loop (b): caseload, chronologies, missed assessments, re-referrals. Who has too much to do leaves out the
// chronology first; without it a call is judged by itself; the family comes back.
//
// Written down before the experiment was run (28 November 2026). Change: a third of the social workers'
// posts of the duty team go on 1 April 2011 in `no-change`, for good; counted: from 1 April 2012 to 1 January
// 2014; 24 replications, seed 11, intervals at 99 % each. Expected, in this order:
//
//  1. chronologies_read_share        down  delta 0.05
//  2. missed_opportunities_contacts  up    delta 51 contacts a year (5 % of the base)
//  3. missed_though_told_children    up    delta 16 children a year (5 %)
//  4. rereferrals_share              up    delta 0.01
//
// Switched off: chronologies are never squeezed out (half-point at 10^6 weeks), with and without the posts.
// Then link 1 lies within +-delta. What the chronologies carry is the effect of the posts less their effect
// with the link off; of links 2 to 4 it is expected on the same side, delta the same.
//
// A departure from what was declared: 60 replications.
#include "contrast.h"

namespace lscb::loops {
namespace {

const Setting setting{{at_date(2012, 4, 1), at_date(2014, 1, 1)}, 60};

world::Design duty(bool fewer_posts, bool squeezed) {
  world::Design design = world::shipped("no-change");
  if (!squeezed) world::parameter(design.parameters, "workforce.squeeze_chronology_weeks") = 1e6;
  if (fewer_posts) {
    int posts = 0;
    const auto team = std::find_if(design.area.teams.begin(), design.area.teams.end(),
                                   [](const spec::Team& t) { return t.kind == spec::TeamKind::duty; });
    for (const spec::Establishment& line : team->establishment) {
      if (line.role == spec::Role::social_worker) posts = line.posts;
    }
    design.changes.push_back({at_date(2011, 4, 1),
                              "a third of the posts go",
                              "council",
                              change::Posts{team->id, spec::Role::social_worker, -(posts / 3), {}},
                              {}});
  }
  return design;
}

TEST(ChronologyLoop, FromCaseloadToRereferrals) {
  struct Chain {
    const char* measure;
    Sign expected;
    double delta;
    Finding whole;    ///< of the posts, as MODEL.md tells it
    Finding carried;  ///< of these by the chronologies
  };
  const Chain chain[] = {
      {"chronologies_read_share", Sign::down, 0.05, Finding::none, Finding::none},
      {"missed_opportunities_contacts", Sign::up, 51.0, Finding::found, Finding::none},
      {"missed_though_told_children", Sign::up, 16.0, Finding::found, Finding::slight},
      {"rereferrals_share", Sign::up, 0.01, Finding::found, Finding::found},
  };
  const Contrasts all{{duty(false, true), duty(true, true), duty(false, false), duty(true, false)}, setting};
  for (const Chain& link : chain) {
    const auto whole = all.of(link.measure, {-1.0, 1.0, 0.0, 0.0});
    const auto off = all.of(link.measure, {0.0, 0.0, -1.0, 1.0});
    const auto carried = all.of(link.measure, {-1.0, 1.0, 1.0, -1.0});
    const std::string name = std::string("(b) ") + link.measure;
    print(name, whole);
    print(name + ", chronologies never squeezed", off);
    print(name + ", carried by the chronologies", carried);
    EXPECT_EQ(words(finding_of(whole, link.expected, link.delta)), std::string(words(link.whole)))
        << link.measure;
    EXPECT_EQ(words(finding_of(carried, link.expected, link.delta)), std::string(words(link.carried)))
        << link.measure;
  }
  const auto never = all.of("chronologies_read_share", {0.0, 0.0, -1.0, 1.0});
  EXPECT_EQ(words(finding_of(never, Sign::down, 0.05)), std::string("not found"));
}

}  // namespace
}  // namespace lscb::loops

// Parameters of the truth. Values, ranges, sources and grades: scenarios/parameters/life.toml; what each
// does: README.md beside this file. Rates are a year (of 365.25 days).
#pragma once

#include <array>

#include "spec/parameter.h"

namespace lscb::life {

/// A figure for each need 0..3.
using ByNeed = std::array<double, 4>;

struct Parameters {
  // Families.
  double families_of_one = spec::unset;  ///< share of families that ever have one child
  double families_of_two = spec::unset;
  double families_of_three = spec::unset;     ///< the rest have four
  double sibling_gap_shortest = spec::unset;  ///< between births
  double sibling_gap_longest = spec::unset;
  double families_moving = spec::unset;  ///< share that moves in while it has children; as many move away
  double file_elsewhere = spec::unset;   ///< chance that an incoming family of mean frailty has a file
  double frailty_shape = spec::unset;    ///< of the gamma distribution with mean 1 among families
  double frailty_cap = spec::unset;      ///< a family's frailty is at most this many times the mean

  // Need: steps a year.
  std::array<double, 3> need_up{spec::unset, spec::unset, spec::unset};    ///< from need 0, 1, 2
  std::array<double, 3> need_down{spec::unset, spec::unset, spec::unset};  ///< from need 1, 2, 3
  double frailty_on_higher_needs = spec::unset;  ///< how much of the rise from need 1 and 2 follows frailty
  double expecting_factor = spec::unset;         ///< on need_up, from a conception to the first birthday
  double moved_factor = spec::unset;             ///< on need_up, in the year after a move into the area
  double crises = spec::unset;                   ///< a family of mean frailty
  double adult_arrives = spec::unset;            ///< a family of mean frailty
  double adult_leaves = spec::unset;
  double adult_factor = spec::unset;         ///< on need_up, while a dangerous adult is there
  double removed_down_factor = spec::unset;  ///< on need_down, while looked after elsewhere

  // Incidents that others could notice.
  ByNeed incidents{spec::unset, spec::unset, spec::unset, spec::unset};
  double incidents_unborn_factor = spec::unset;
  ByNeed severity_lowest{spec::unset, spec::unset, spec::unset, spec::unset};
  ByNeed severity_highest{spec::unset, spec::unset, spec::unset, spec::unset};

  // Serious harm: events a year of a child aged 5-10, unprotected, by effective need 1..3.
  std::array<double, 3> harms{spec::unset, spec::unset, spec::unset};
  double harms_under_1_factor = spec::unset;
  double harms_1_to_4_factor = spec::unset;
  double harms_11_to_17_factor = spec::unset;
  double removed_harm_factor = spec::unset;  ///< of the rate left while looked after elsewhere

  template <class Self, class Visitor>
  static void visit(Self& self, Visitor&& v) {
    v("life.families_of_one", "share", self.families_of_one);
    v("life.families_of_two", "share", self.families_of_two);
    v("life.families_of_three", "share", self.families_of_three);
    v("life.sibling_gap_shortest", "years", self.sibling_gap_shortest);
    v("life.sibling_gap_longest", "years", self.sibling_gap_longest);
    v("life.families_moving", "share", self.families_moving);
    v("life.file_elsewhere", "share", self.file_elsewhere);
    v("life.frailty_shape", "number", self.frailty_shape);
    v("life.frailty_cap", "number", self.frailty_cap);
    v("life.need_up_from_0", "per year", self.need_up[0]);
    v("life.need_up_from_1", "per year", self.need_up[1]);
    v("life.need_up_from_2", "per year", self.need_up[2]);
    v("life.need_down_from_1", "per year", self.need_down[0]);
    v("life.need_down_from_2", "per year", self.need_down[1]);
    v("life.need_down_from_3", "per year", self.need_down[2]);
    v("life.frailty_on_higher_needs", "share", self.frailty_on_higher_needs);
    v("life.expecting_factor", "factor", self.expecting_factor);
    v("life.moved_factor", "factor", self.moved_factor);
    v("life.crises", "per year", self.crises);
    v("life.adult_arrives", "per year", self.adult_arrives);
    v("life.adult_leaves", "per year", self.adult_leaves);
    v("life.adult_factor", "factor", self.adult_factor);
    v("life.removed_down_factor", "factor", self.removed_down_factor);
    v("life.incidents_need_0", "per year", self.incidents[0]);
    v("life.incidents_need_1", "per year", self.incidents[1]);
    v("life.incidents_need_2", "per year", self.incidents[2]);
    v("life.incidents_need_3", "per year", self.incidents[3]);
    v("life.incidents_unborn_factor", "factor", self.incidents_unborn_factor);
    v("life.severity_lowest_need_0", "levels", self.severity_lowest[0]);
    v("life.severity_lowest_need_1", "levels", self.severity_lowest[1]);
    v("life.severity_lowest_need_2", "levels", self.severity_lowest[2]);
    v("life.severity_lowest_need_3", "levels", self.severity_lowest[3]);
    v("life.severity_highest_need_0", "levels", self.severity_highest[0]);
    v("life.severity_highest_need_1", "levels", self.severity_highest[1]);
    v("life.severity_highest_need_2", "levels", self.severity_highest[2]);
    v("life.severity_highest_need_3", "levels", self.severity_highest[3]);
    v("life.harms_need_1", "per year", self.harms[0]);
    v("life.harms_need_2", "per year", self.harms[1]);
    v("life.harms_need_3", "per year", self.harms[2]);
    v("life.harms_under_1_factor", "factor", self.harms_under_1_factor);
    v("life.harms_1_to_4_factor", "factor", self.harms_1_to_4_factor);
    v("life.harms_11_to_17_factor", "factor", self.harms_11_to_17_factor);
    v("life.removed_harm_factor", "factor", self.removed_harm_factor);
  }
};

}  // namespace lscb::life

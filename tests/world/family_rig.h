// One family, alone in its area, led by hand through the rules of the world.
//
// The rig takes the chances out: a share is 0 or 1 and there is no noise, so that what the family is told of
// decides what follows. Nothing is certain about when things happen to a family; so the rig *foresees* the
// incidents from the keyed field and looks for a replication in which the family's facts are as a test wants
// them. It chooses by facts alone, never by what services did.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "designs.h"
#include "life/field.h"
#include "life/population.h"
#include "measures/history.h"
#include "trace/step.h"
#include "world/recording.h"

namespace lscb::world {

/// How grave an incident is, in levels, and so what the door makes of it in the rig's area.
namespace gravity {
inline constexpr double nothing = 0.25;
inline constexpr double advice = 0.75;
inline constexpr double caf = 1.5;
inline constexpr double assessment = 2.5;
inline constexpr double strategy = 3.25;
inline constexpr double emergency = 4.0;
}  // namespace gravity

/// Something that will happen to a child at home and be told, unless the teller keeps silent.
struct Foreseen {
  Instant at;
  int child = 0;  ///< position in the family
  double severity = 0.0;
  double reluctance = 0.0;  ///< the call is made if it is below the willingness
};

inline constexpr Minutes no_end = years(100);

struct Facts {
  Interval run;
  life::Household household;
  std::vector<life::Child> children;
  std::vector<int> needs;           ///< of its own, when the child is first here
  std::vector<Foreseen> incidents;  ///< in order of time
  std::vector<Instant> harms;       ///< of the first child; those that no protection averts

  [[nodiscard]] double age(int child, Instant at) const {
    return in_years(at - children[static_cast<std::size_t>(child)].born);
  }
  /// A child of school age throughout the run: what happens to it is always noticed.
  [[nodiscard]] bool at_school(int child) const {
    return age(child, run.from) >= 5.0 && age(child, run.to) < 17.0;
  }
  [[nodiscard]] bool all_at_school() const;
  struct Gap {
    Minutes least, most;
  };
  /// The first incidents come at these distances from the one before, the first of all from the run's start;
  /// the next, if any, at least `quiet` later.
  [[nodiscard]] bool spaced(const std::vector<Gap>& gaps, Minutes quiet) const;
};

/// What became of a child.
struct ChildCourse {
  std::vector<measures::NeedPoint> need;
  std::vector<measures::ContactPoint> contacts;
  std::vector<measures::AssessmentPoint> assessments;
  std::vector<measures::ServiceSpan> services;
  std::vector<measures::HarmPoint> harm;

  // In words, to be compared at a glance; all of them or the first few.
  /// "caf, existing_case": the route of each contact
  [[nodiscard]] std::string told(std::size_t first = all) const;
  /// "initial 2, core unfinished": the need found by each
  [[nodiscard]] std::string assessed(std::size_t first = all) const;
  /// "child_in_need ended, looked_after": what was held
  [[nodiscard]] std::string served(std::size_t first = all) const;
  static constexpr std::size_t all = 1000;
  [[nodiscard]] int need_at(Instant at) const;
  [[nodiscard]] double harm_rate_at(Instant at) const;
};

struct Course {
  Outcome outcome;
  std::vector<ChildCourse> children;
  std::vector<trace::Step> steps;
  [[nodiscard]] const ChildCourse& child(int position = 0) const {
    return children.at(static_cast<std::size_t>(position));
  }
  [[nodiscard]] std::uint64_t took(std::string_view branch) const { return taken(outcome, branch); }
};

class FamilyRig {
 public:
  /// One child of need 2, some incidents, staff enough and experienced; no service changes anything.
  FamilyRig();

  /// Free to be changed; what concerns facts before `find`, the rest before `run`.
  Design design;

  FamilyRig& set(std::string_view parameter_id, double value);
  /// Number of children that the family ever has, 1 or 2.
  FamilyRig& children(int count);
  /// Each child's own need, unless a service changes it.
  FamilyRig& need(int level);
  /// Any need, each as likely, for each child by itself; `Facts::needs` says which.
  FamilyRig& any_need();
  /// One is there from the start: each child's effective need is 3.
  FamilyRig& dangerous_adult();
  /// Of each child.
  FamilyRig& incidents(double a_year);
  /// How grave every incident is; or between which bounds.
  FamilyRig& gravity_of_all(double severity) { return gravities(severity, severity); }
  FamilyRig& gravities(double lowest, double highest);
  /// A judged need from which a family is a child-in-need case, and from which it is significant harm.
  /// Judgement scatters by 0.3: bounds stand 1.5 or more off what is found.
  FamilyRig& judged(double child_in_need_from, double significant_harm_from);
  /// Need falls to 0 within days of the service's being delivered: caf, child_in_need, protection or
  /// looked_after.
  FamilyRig& heals(const std::string& service);
  FamilyRig& referrer(spec::Referrer only);
  /// Hours of consultation that everybody has to give from `from` on, piece by piece and behind whatever is
  /// more pressing: what is left undone meanwhile is the load under which parts of work are dropped.
  FamilyRig& busy(Instant from, int hours);
  /// A reorganisation on that day hands every case to another worker.
  FamilyRig& cases_transferred(Instant on);

  /// Finds a replication with one family, whose facts are as wanted. Throws where none is near.
  const Facts& find(const std::function<bool(const Facts&)>& wanted);
  /// The usual family: all at school, and a single incident, in the first year.
  const Facts& find_one_call();
  /// All at school, and incidents at these distances, then none for `quiet`; and what else is wanted.
  const Facts& find_calls(const std::vector<Facts::Gap>& gaps, Minutes quiet = no_end,
                          const std::function<bool(const Facts&)>& besides = nullptr);
  [[nodiscard]] const Facts& facts() const { return facts_; }

  /// Runs the design on the family that was found.
  [[nodiscard]] Course run() const;
  /// Likewise, taken down, so that the family, household 0, can be played again.
  [[nodiscard]] Recording record() const { return {design, key_, design.window}; }

 private:
  [[nodiscard]] Facts facts_of(const life::Population& population, kernel::WorldKey key) const;

  double judged_child_in_need_ = 0.0;  // shifts in force
  double judged_harm_ = 0.0;
  kernel::WorldKey key_;
  Facts facts_;
};

}  // namespace lscb::world

// The same scenarios in many areas, one after the other: what a nation of authorities does, each with a door,
// a workforce and a budget of its own. Areas are streamed: of each replication its figures and series by
// quarter stay, so that memory holds a world a thread (and its forks, where several scenarios share a past)
// beside some kilobytes a play.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "experiment/estimate.h"
#include "experiment/options.h"
#include "experiment/run.h"
#include "measures/catalogue.h"
#include "world/design.h"

namespace lscb::experiment {

/// One area with the scenarios that are played in it.
struct AreaOfMany {
  std::uint64_t code = 0;  ///< names the area for good: its lives are drawn from the seed and this alone
  std::string name;
  std::vector<world::Design> designs;  ///< the same scenarios in every area
};

/// The seed with which the area is played: a run of it alone under this seed lives the same lives.
[[nodiscard]] std::uint64_t seed_of_area(std::uint64_t seed, std::uint64_t code);

/// Whether figures of several areas add up: counts, hours and pounds do, shares and ratios do not.
[[nodiscard]] bool adds_up(const measures::Measure& measure);

/// Estimates of one scenario, by index of the measures.
using Estimates = std::vector<Estimate>;

struct AreasResult {
  struct Scenario {
    std::string name;
    std::string title;
    Estimates totals;       ///< over all areas; a mean is the sum of the areas' means. Empty: does not add up
    Estimates differences;  ///< of the totals, from the first scenario, replication by replication
  };
  struct Area {
    std::uint64_t code = 0;
    std::string name;
    double children = 0.0;
    std::vector<Estimates> scenarios;
  };
  std::uint64_t seed = 0;
  int replications_asked = 0;
  int replications = 0;  ///< finished in every area; fewer than asked for after a cancel
  double confidence = 0.95;
  Interval counted;
  std::vector<measures::Measure> measures;
  std::vector<Scenario> scenarios;
  std::vector<Area> areas;  ///< in the order given
};

/// What is wrong with the options for these areas, in words; empty if nothing. One replication is enough
/// here.
[[nodiscard]] std::vector<std::string> objections(const std::vector<AreaOfMany>& areas,
                                                  const Options& options);

/// Plays every area in each replication and counts the designs' window, or what the options put in its place.
/// Progress counts areas played. Blocks. The same arguments give the same result on any number of threads, as
/// long as it is not cancelled; an area's figures do not depend on which others are there.
/// Throws ReplicationFailure, and std::invalid_argument where `objections` are not empty.
[[nodiscard]] AreasResult run_areas(const std::vector<AreaOfMany>& areas, const Options& options,
                                    const Hooks& hooks = {}, const Replicator& replicator = the_model(),
                                    const std::vector<measures::Measure>& catalogue = measures::catalogue());

}  // namespace lscb::experiment

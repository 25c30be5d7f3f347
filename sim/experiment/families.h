// Families looked for over many replications, under one design or under two: how many there are of each kind,
// and which.
//
// A replication at a time is watched and reduced to counts and, of the kind asked for, to its first families:
// memory holds one replication's families a thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "experiment/basis.h"
#include "experiment/course.h"
#include "experiment/estimate.h"
#include "experiment/family_filters.h"
#include "experiment/options.h"
#include "experiment/run.h"
#include "world/design.h"

namespace lscb::experiment {

/// So many families or fewer are few: Student's interval over replications does not hold for them, and may
/// reach below nought.
inline constexpr std::int64_t few_families = 10;

/// How often a filter holds under one design, or of two.
struct FamilyFrequency {
  std::int64_t families = 0;  ///< in all replications
  int replications_with = 0;  ///< with one or more
  /// Families of every 10,000 children who lived in the area on an average day of the window, over the whole
  /// window: not a year. Of few families the interval is that of a Poisson count (Garwood, Biometrika 28,
  /// 1936), and where none was found the one-sided bound: nought to -ln(1 - confidence), the rule of three.
  Estimate per_10000;
  bool few = false;  ///< the interval is Poisson's
};

struct FilteredFamilies {
  const FamilyFilter* filter = nullptr;
  std::vector<FamilyFrequency> frequencies;  ///< by design; one where the filter needs two
  std::optional<Estimate> difference;        ///< paired, second less first; where it is of one of two designs
};

struct FoundFamily {
  FamilyKey key;
  FamilyPair figures;
  double rank = 0.0;
};

/// One or two scenarios; the second's figures only where there are two.
struct FamiliesResult : Basis {
  struct Scenario {
    std::string name;
    std::string title;
  };
  std::vector<Scenario> scenarios{};
  int replications_asked = 0;
  double children = 0.0;  ///< in the area on an average day of the window, mean over replications
  std::vector<FilteredFamilies> filters{};  ///< those that the number of scenarios allows
  const FamilyFilter* listed = nullptr;     ///< the one asked for
  std::int64_t matching = 0;                ///< families for which it holds, under either scenario
  std::vector<FoundFamily> families{};      ///< the first of these: by rank, replication, number
};

struct FamilySearch {
  const FamilyFilter* filter = nullptr;  ///< families to be listed; null: none
  int top = 20;                          ///< so many, 1 or more
};

/// Why the search cannot be made with these designs (one or two), in words; empty where it can.
[[nodiscard]] std::vector<std::string> objections(const std::vector<world::Design>& designs,
                                                  const FamilySearch& search, const Options& options);

/// Plays the replications and counts the design's window, or of two what compare() counts. Blocks. The same
/// arguments give the same bytes on any number of threads, as long as it is not cancelled. Throws
/// ReplicationFailure, and std::invalid_argument where `objections` are not empty.
[[nodiscard]] FamiliesResult find_families(const std::vector<world::Design>& designs,
                                           const FamilySearch& search, const Options& options,
                                           const Hooks& hooks = {});

}  // namespace lscb::experiment

// What families can be looked for: a catalogue in which one filter more is one entry.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "experiment/family_figures.h"

namespace lscb::experiment {

/// Calls from which on a family with none of them assessed is looked for, as in the review.
inline constexpr int eight_calls = 8;

/// One family under a design, or under two.
struct FamilyPair {
  FamilyFigures first;
  FamilyFigures second;                ///< as the first where there is one design
  Instant parted = Instant::never();   ///< as divergence(), where before the window's end
  Instant differs = Instant::never();  ///< as different_outcome(), likewise
};

struct FamilyFilter {
  const char* id;
  const char* words;  ///< "families …"
  const char* order;  ///< what the list is ordered by, the most first
  // Of one design's figures; null where two are needed.
  bool (*holds)(const FamilyFigures&) = nullptr;
  double (*key)(const FamilyFigures&) = nullptr;
  // Of two designs'; null where one is enough.
  bool (*holds_of_pair)(const FamilyPair&) = nullptr;
  double (*key_of_pair)(const FamilyPair&) = nullptr;

  [[nodiscard]] bool needs_two() const { return holds_of_pair != nullptr; }
  /// Under either of the designs where one is enough.
  [[nodiscard]] bool matches(const FamilyPair& pair) const;
  /// The larger of the designs under which it holds. REQUIRES: it matches.
  [[nodiscard]] double rank(const FamilyPair& pair) const;
};

/// In the order in which they are told.
[[nodiscard]] const std::vector<FamilyFilter>& family_filters();
/// All ids, with commas between them.
[[nodiscard]] std::string filter_ids();
/// Null where there is none of that name.
[[nodiscard]] const FamilyFilter* find_filter(std::string_view id);

}  // namespace lscb::experiment

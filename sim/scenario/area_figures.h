// The figures of an area: what each is called, its unit, its limits, and from what an area borrows it if it
// does not state it. Internal to the room.
#pragma once

#include <string>
#include <vector>

#include "scenario/reader.h"

namespace lscb::scenario::detail {

/// A borrowed count is England's, times the area's own `scales_with` over England's: a national ratio applied
/// to a local count. A figure that scales with nothing (a share, a time) is borrowed as it is.
struct AreaFigure {
  const char* key;
  FigureRule rule;
  const char* scales_with;  ///< another key, earlier in the list; nullptr: borrowed as it stands
};

/// [figures], in an order in which every figure comes after the one it scales with.
[[nodiscard]] const std::vector<AreaFigure>& area_figures();
/// [referral_sources] and [ages]: shares that sum to 100 %, stated all together or not at all.
[[nodiscard]] const std::vector<AreaFigure>& referral_sources();
[[nodiscard]] const std::vector<AreaFigure>& age_bands();

/// The figures that [[team]] and [[centre]] tables replace.
[[nodiscard]] const std::vector<std::string>& post_figures();
[[nodiscard]] const std::vector<std::string>& centre_figures();

}  // namespace lscb::scenario::detail

#include "experiment/chart.h"

#include <algorithm>
#include <cmath>

namespace lscb::experiment {
namespace {

// The mean range of two independent normal values, in standard deviations.
constexpr double mean_range_of_two = 1.128;

}  // namespace

std::optional<Chart> Chart::of(Points before) {
  if (before.size() < 2) return std::nullopt;
  if (!std::all_of(before.begin(), before.end(), [](const auto& point) { return point.has_value(); })) {
    return std::nullopt;
  }
  double sum = static_cast<double>(*before.front());
  double ranges = 0.0;
  for (std::size_t i = 1; i < before.size(); ++i) {
    sum += static_cast<double>(*before[i]);
    ranges += std::abs(static_cast<double>(*before[i]) - static_cast<double>(*before[i - 1]));
  }
  const auto n = static_cast<double>(before.size());
  return Chart{sum / n, ranges / (n - 1.0) / mean_range_of_two};
}

std::optional<std::size_t> Chart::first_signal(Points after, Side side) const {
  const auto beyond = [&](const std::optional<float>& point, double sigmas) {
    if (!point) return false;
    const double above = static_cast<double>(*point) - centre_;
    return (side == Side::high ? above : -above) > sigmas * sigma_;
  };
  for (std::size_t i = 0; i < after.size(); ++i) {
    if (beyond(after[i], 3.0)) return i;
    const bool before = (i >= 1 && beyond(after[i - 1], 2.0)) || (i >= 2 && beyond(after[i - 2], 2.0));
    if (before && beyond(after[i], 2.0)) return i;
  }
  return std::nullopt;
}

}  // namespace lscb::experiment

// A control chart of one figure, as a board or its analyst would keep it.
//
// Limits come from the quarters before a change: their mean, and sigma as their mean moving range over 1.128
// (individuals chart: W. A. Shewhart, Economic Control of Quality of Manufactured Product, 1931; D. J.
// Wheeler and D. S. Chambers, Understanding Statistical Process Control, 2nd ed. 1992, chapter 3). A point
// signals where it lies beyond three sigma, or is the second of three successive points beyond two sigma on
// its side (Western Electric, Statistical Quality Control Handbook, 1956, tests 1 and 2).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace lscb::experiment {

/// A figure by quarter; empty where it was not defined.
using Points = std::span<const std::optional<float>>;

enum class Side : std::uint8_t { low, high };

class Chart {
 public:
  /// None where fewer than two of the points, or any, are not defined.
  [[nodiscard]] static std::optional<Chart> of(Points before);

  /// Which of the points behind the limits' own signals first on that side; a point that is not defined does
  /// not.
  [[nodiscard]] std::optional<std::size_t> first_signal(Points after, Side side) const;

  [[nodiscard]] double centre() const { return centre_; }
  [[nodiscard]] double sigma() const { return sigma_; }

 private:
  Chart(double centre, double sigma) : centre_(centre), sigma_(sigma) {}
  double centre_;
  double sigma_;
};

}  // namespace lscb::experiment

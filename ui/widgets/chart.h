// Charts drawn on ImGui's draw list: a figure with its interval as runs come in, and intervals beside each
// other on one scale. Each reads out under the pointer.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ui/widgets/look.h"

namespace lscb::ui {

/// Round numbers (1, 2 or 5 times a power of ten apart) inside [low, high], about `about` of them, rising.
/// REQUIRES: low < high, both finite, about >= 2.
[[nodiscard]] std::vector<double> round_steps(double low, double high, int about);

/// "30", "-2.5", "1,200,000": as many decimals as steps that far apart need.
[[nodiscard]] std::string step_label(double value, double apart);

/// A mean and its interval after so many runs.
struct BandPoint {
  double runs = 0.0;
  double mean = 0.0;
  double low = 0.0;
  double high = 0.0;
};

struct BandChart {
  std::string across;             ///< what the horizontal axis counts
  std::string up;                 ///< what the vertical axis shows, with its unit
  double most_runs = 0.0;         ///< right end of the horizontal axis
  double indifference = 0.0;      ///< half the height of the grey band about zero; 0: none
  std::vector<BandPoint> points;  ///< by runs, rising
};

struct Span {
  double low = 0.0;
  double high = 0.0;
};

/// The vertical range of a band chart: zero, the indifference band and the last intervals, with some air. The
/// first intervals may be far wider, and are cut at the edge. Never empty.
[[nodiscard]] Span vertical_span(const BandChart& chart);

/// What it shows in words, and under them the chart, which takes `size` as an item called `id`. The words
/// under the pointer come from `read_out`, one a point.
void put_band_chart(const Look& look, const char* id, ImVec2 size, const BandChart& chart,
                    const std::vector<std::string>& read_out);

/// A range common to all intervals, zero included. Never empty.
struct IntervalScale {
  Span span;
  void include(double value);
  [[nodiscard]] float position(double value, float left, float right) const;
};

/// One interval on a common scale: a bar from zero to the mean, a line with caps from low to high, a dot at
/// the mean, and the zero line. Takes `size` as an item; hover it with explain().
void put_interval(const Look& look, const char* id, ImVec2 size, const IntervalScale& scale, double mean,
                  double low, double high);

/// The numbers under a column of intervals, as wide.
void put_scale(const Look& look, ImVec2 size, const IntervalScale& scale);

}  // namespace lscb::ui

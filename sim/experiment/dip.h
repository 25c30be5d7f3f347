// The dip in case work done after a reorganisation: measured, never put in.
//
// Time is cut into quarters of thirteen whole weeks, counted from the first week of the record that begins on
// the go-live of the first stage or later. In each replication the case work done (measures/case_work.h) is
// set beside that of the base on the same lives, as a share of it: in all, and for each hour paid.
//
// The depth is the difference over the first two quarters together, so that it is no pick of the lowest of
// many noisy means. Whatever else the alternative changes is in it too; and so is work that nobody asked for:
// where fewer call, less is done.
#pragma once

#include <optional>
#include <vector>

#include "base/time.h"
#include "experiment/estimate.h"

namespace lscb::experiment {

class Replications;

inline constexpr int dip_quarter_weeks = 13;
/// As many quarters make up the depth.
inline constexpr int dip_depth_quarters = 2;
/// Quarters told before the go-live: consultation and announcement fall there.
inline constexpr int dip_quarters_before = 4;
/// A quarter that is lower by no more than this share of the base is back.
inline constexpr double dip_back_within = 0.05;

struct DipQuarter {
  int number = 0;  ///< 1: the first from the go-live on; -1: the last before it
  Interval stretch;
  Estimate work;      ///< alternative less base, as a share of the base; below 0: less
  Estimate per_hour;  ///< likewise, of case work done for each hour paid
};

/// One of the two, summed up.
struct DipFigure {
  Estimate depth;  ///< over the first half year; individual interval
  /// The number of the first quarter that is back, and the next one too, by their means; empty where none is
  /// within the window. 1: it never was lower by more.
  std::optional<int> back;
  std::optional<int> surely_back;  ///< likewise by the lower ends of their intervals
};

struct Dip {
  Instant go_live;
  std::vector<DipQuarter> quarters;  ///< those that lie whole in the record and end by the window's end
  DipFigure work;
  DipFigure per_hour;
};

/// Design `alternative` against design 0 over the first `done` replications: of the first reorganisation that
/// the base has not, or else of the first. None where the alternative has none, or fewer than two quarters
/// follow it before the window's end, or nothing was counted by the week.
[[nodiscard]] std::optional<Dip> dip(const Replications& replications, std::size_t alternative, int done,
                                     StudentT& t);

}  // namespace lscb::experiment

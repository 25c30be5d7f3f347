// When the board would have learned of a change from what it sees, and what it sees improve meanwhile.
//
// In each replication every visible figure is charted (chart.h) on the eight quarters before the change, and
// watched from the quarter in which the change falls to the window's end: under the alternative, and under
// the base, where every signal is a false alarm. What a signal says depends on its side. On the side that
// reads badly it is a *warning*; on the side that reads well it is *good news*. A figure that reads neither
// way warns on either side.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/time.h"
#include "experiment/estimate.h"
#include "measures/quarterly.h"

namespace lscb::experiment {

class Replications;

/// How often a figure's chart gives a signal, and when.
struct Signal {
  std::optional<double> share;       ///< of the runs, under the alternative
  std::optional<double> base_share;  ///< of the runs, under the base: false alarms
  /// From the change until the board sees the first signal, with the figures' lag: median over the runs with
  /// the change that give one.
  std::optional<double> weeks;
  /// Likewise until half of all runs with the change have given one; none where fewer ever do.
  std::optional<double> weeks_of_half;
};

enum class Reads : std::uint8_t { better, worse, either_way, no_clear_difference };
[[nodiscard]] const char* id(Reads reads);  ///< e.g. "better"

/// One figure in the board's sight.
struct Seen {
  measures::Visible figure{};
  std::int64_t n = 0;   ///< runs in which both charts have limits
  Estimate difference;  ///< alternative less base, of its mean over the quarters watched; individual
  Reads reads = Reads::no_clear_difference;  ///< what that difference looks like
  Signal warning;
  std::optional<Signal> good_news;  ///< none where the figure reads neither way
};

struct BoardView {
  Instant change;  ///< the first on which the designs differ
  double lag_weeks = 0.0;
  Interval watched;           ///< whole quarters
  int quarters = 0;           ///< as many
  std::vector<Seen> figures;  ///< by measures::Visible
};

inline constexpr int quarters_before = 8;

/// Design `alternative` against design 0 over the first `done` replications. None where the designs do not
/// part, or part when fewer than eight whole quarters of the run lie before, or none after; or nothing was
/// counted by the quarter.
[[nodiscard]] std::optional<BoardView> board_view(const Replications& replications, std::size_t alternative,
                                                  int done, StudentT& t);

}  // namespace lscb::experiment

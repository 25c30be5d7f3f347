// Statutory clocks, each from its start to how it ended, and counted where its limit falls: of what fell due
// in the window, the share that had been done by then. So a clock that never stops counts against the share,
// as does one whose work was lost.
//
// What stands at the limit counts, and nothing that comes after it. Not counted is a clock that *lapsed* by
// its limit, because nothing was due there any more: its work was overtaken by an enquiry, which has a clock
// of its own; its plan ended; the call proved to be no referral, or the family had become an open case; or
// every child whom it concerned had left. What lapses later had run out before, and is not met.
//
// *Overdue* is a level: the children with whom a clock began that is past its limit and runs on, from
// when it was opened. What was lost is on nobody's list, and is overdue only until then.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/time.h"
#include "measures/organisation.h"
#include "pathway/clock.h"

namespace lscb::measures {

/// Thread rule: one thread at a time. Memory: 40 bytes a clock.
class ClockBook {
 public:
  /// Of a clock; stays valid. A clock that is `none`, or has ended, ignores how it ends.
  using Position = std::uint32_t;
  static constexpr Position none = 0xffff'ffffU;

  void reserve(std::size_t clocks) { clocks_.reserve(clocks); }

  /// `children`: whom it concerns. `all_left`: when the last of them leaves; never() where that ends it by
  /// another way. `opened`: when it came to be due, where it runs from an earlier `started`.
  Position start(pathway::ClockKind kind, Instant started, int children, Instant all_left,
                 Instant opened = Instant::long_ago());

  void stop(Position clock, Instant at) { end(clock, at, End::done); }     ///< what was due is done
  void lapse(Position clock, Instant at) { end(clock, at, End::lapsed); }  ///< it is due no longer
  void lose(Position clock, Instant at) { end(clock, at, End::lost); }     ///< nobody will do it

  struct Running {
    pathway::ClockKind kind{};
    Instant limit;
  };
  /// Empty where it is `none` or has ended.
  [[nodiscard]] std::optional<Running> running(Position clock) const {
    if (clock == none || clocks_[clock].end != End::running) return std::nullopt;
    return Running{clocks_[clock].kind, clocks_[clock].limit};
  }

  /// It runs, and its limit is out.
  [[nodiscard]] bool is_overdue(Position clock, Instant now) const {
    return clock != none && clocks_[clock].end == End::running && clocks_[clock].limit < now;
  }

  /// Calls f(kind, limit, when) for each clock that stopped because what was due was done, in order of start.
  template <class F>
  void for_each_done(F&& f) const {
    for (const Clock& clock : clocks_) {
      if (clock.end == End::done) f(clock.kind, clock.limit, clock.ended);
    }
  }

  /// Adds what fell due, and what ran overdue, in the window.
  void count(Interval counted, std::array<LimitCount, pathway::clock_count>& counts) const;

 private:
  enum class End : std::uint8_t { running, done, lapsed, lost };
  struct Clock {
    Instant limit;
    Instant ended = Instant::never();
    Instant all_left;
    Instant opened;
    pathway::ClockKind kind{};
    End end = End::running;
    std::uint8_t children = 0;
  };
  void end(Position clock, Instant at, End how);

  std::vector<Clock> clocks_;
};

}  // namespace lscb::measures

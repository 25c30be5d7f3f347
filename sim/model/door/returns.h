// What management reads of the front door: quarterly returns, as they are recorded.
#pragma once

#include <optional>
#include <vector>

#include "base/time.h"

namespace lscb::door {

/// A quarter's decisions, or the mean of several quarters'.
struct Returns {
  double enquiries = 0.0;  ///< strategy discussions begun, one for a household's enquiry
  double cafs = 0.0;       ///< contacts sent to CAF
};

/// Calendar quarters are numbered without a gap; January to March 1970 is 7880.
[[nodiscard]] int quarter_of(Instant at);
[[nodiscard]] Instant quarter_begins(int quarter);

/// Counts by calendar quarter from a beginning on. Times never go back.
///
/// Thread rule: one replication, one thread.
class ReturnsBook {
 public:
  explicit ReturnsBook(Instant begin);
  void count_enquiry(Instant at) { ++in_quarter(at).enquiries; }
  void count_caf(Instant at) { ++in_quarter(at).cafs; }

  /// Of the last quarter that has ended by `at`; none of it may lie before the beginning, else empty.
  [[nodiscard]] std::optional<Returns> last(Instant at) const;
  /// Mean of the last four quarters that have ended by `at`; empty where one of them is not recorded whole.
  [[nodiscard]] std::optional<Returns> mean_of_last_four(Instant at) const;
  /// Of the quarter that is running.
  [[nodiscard]] Returns running(Instant at) const { return of(quarter_of(at)); }

 private:
  Returns& in_quarter(Instant at);
  [[nodiscard]] Returns of(int quarter) const;

  int first_;        ///< quarter of the beginning
  int first_whole_;  ///< the first recorded from its first day on
  std::vector<Returns> quarters_;
};

}  // namespace lscb::door

// Case work done, week by week: what the services put out, beside what they pay for. No board sees it.
//
// A piece of case work counts in the week in which it is finished, at the hours that its kind takes as
// standard, less those of the parts that were left out: not at what was spent on it. Work begun, work given
// up, and what is done only because hands change count nothing. Beside it stand the hours paid: office hours
// of all posts that are filled, whoever fills them, also in illness, leave and training.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/time.h"

namespace lscb::measures {

/// One week. Productive minutes of standard work; office minutes paid for.
struct CaseWorkWeek {
  std::int64_t done = 0;
  std::int64_t paid = 0;
  friend bool operator==(const CaseWorkWeek&, const CaseWorkWeek&) = default;
};

/// The weeks of one replication that lie whole in its record, from the first on.
struct CaseWork {
  Instant from;
  std::vector<CaseWorkWeek> weeks;

  /// The first week that begins at `at` or later; may be weeks.size() or more. Negative where the record
  /// begins later.
  [[nodiscard]] std::int64_t first_week_from(Instant at) const;
  /// Of `count` weeks from number `first` on; none where they are not all on record. REQUIRES: count >= 1.
  [[nodiscard]] std::optional<CaseWorkWeek> sum(std::int64_t first, std::int64_t count) const;
};

/// Counts one replication. Thread rule: one thread at a time.
class CaseWorkCounter {
 public:
  explicit CaseWorkCounter(Interval stretch);

  /// Work of `standard` minutes was finished. Nothing outside the weeks.
  void done(Instant at, Minutes standard);
  /// `paid` office minutes of the week that holds `at`. Nothing outside.
  void paid(Instant at, Minutes paid);

  [[nodiscard]] const CaseWork& record() const { return record_; }

 private:
  [[nodiscard]] CaseWorkWeek* week(Instant at);
  CaseWork record_;
};

}  // namespace lscb::measures

// What a board sees of its area each quarter: figures of the record alone, as local performance reports hold
// them. Made for the whole run, so that the quarters before a change are there to compare with.
//
// A quarter begins on 1 January, April, July or October. Flows are of the quarter, levels of its end (of the
// weekly count that follows it, for staff and cases without a worker). Calls and referrals stand in the
// quarter of the call, with what became of them in the end.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/time.h"
#include "measures/catalogue.h"
#include "measures/clock_book.h"
#include "measures/history.h"

namespace lscb::measures {

/// A figure that a board can see. Append; the order is that of the reports.
enum class Visible : std::uint8_t {
  contacts,
  turned_away,
  referrals,
  rereferrals,
  initial_assessments,
  core_assessments,
  section47_enquiries,
  cafs_opened,
  initial_in_time,
  core_in_time,
  conference_in_time,
  review_in_time,
  caf_stock,
  child_in_need_stock,
  protection_stock,
  looked_after_stock,
  unallocated,
  caseload,
  vacancies,
  agency,
  spend,
};
inline constexpr int visible_count = 21;

struct VisibleFigure {
  const char* id;     ///< e.g. "rereferrals_share"
  const char* label;  ///< in plain words
  const char* unit;   ///< "children", "share", ...
  /// The direction in which a board takes it for good news, a judgement; a fall in calls is one too.
  Better reads_well;
};
[[nodiscard]] const VisibleFigure& info(Visible figure);

/// Calendar quarters that lie whole inside a stretch of time.
class Quarters {
 public:
  explicit Quarters(Interval stretch);
  [[nodiscard]] int count() const { return static_cast<int>(begins_.size()) - 1; }
  [[nodiscard]] Interval operator[](int quarter) const {
    const auto q = static_cast<std::size_t>(quarter);
    return {begins_[q], begins_[q + 1]};
  }
  /// None outside. O(1).
  [[nodiscard]] std::optional<int> of(Instant at) const;

 private:
  std::vector<Instant> begins_;  // and the end of the last
};

/// One replication's figures: by quarter, by Visible. What is not defined, such as a share of nothing, is
/// empty.
struct Quarterly {
  Interval first;  ///< the first quarter; empty where nothing was counted
  std::vector<std::optional<float>> values;

  [[nodiscard]] int quarters() const { return static_cast<int>(values.size()) / visible_count; }
  [[nodiscard]] std::optional<float> at(int quarter, Visible figure) const {
    return values[static_cast<std::size_t>(quarter * visible_count) + static_cast<std::size_t>(figure)];
  }
};

/// Staff and open cases on one day.
struct StaffLevels {
  std::int64_t unallocated_children = 0;
  std::int64_t held_cases = 0;  ///< households
  std::int64_t posts = 0;       ///< of social workers, as the next two
  std::int64_t permanent = 0;
  std::int64_t agency = 0;
  std::int64_t ill = 0;  ///< of those in post
};

/// Counts one replication. Thread rule: one thread at a time.
class QuarterlyCounter {
 public:
  explicit QuarterlyCounter(Interval stretch);
  ~QuarterlyCounter();
  QuarterlyCounter(const QuarterlyCounter& other);
  QuarterlyCounter& operator=(const QuarterlyCounter&) = delete;

  [[nodiscard]] const Quarters& quarters() const { return quarters_; }

  /// The end of the quarter of which levels are to be counted next; never() when all are.
  [[nodiscard]] Instant next_levels() const;
  void add_levels(const StaffLevels& levels);

  /// Children of one referral, and how many of them had had another within 12 months.
  void add_referral(Instant call, int children, int again);
  void add_spend(int quarter, double pounds);
  void add(const ChildHistory& history);
  void add(const ClockBook& clocks);

  [[nodiscard]] Quarterly finish() const;

 private:
  struct Counts;
  Quarters quarters_;
  std::vector<StaffLevels> levels_;
  std::vector<Counts> counts_;
};

}  // namespace lscb::measures

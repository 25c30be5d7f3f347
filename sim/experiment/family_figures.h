// What one family's course comes to in a window: calls, assessments, need without a plan.
//
// Without assessment: from the run's beginning a family counts so until the first assessment of one of its
// children that is completed, early or late, begins, or the call that it answers was made, or a plan of
// social care (child in need, protection, looked after) begins, the first of these. What the file says from
// before the run is not known. Calls, contacts in the register of measures, are those made to children's
// social care.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/time.h"
#include "measures/history.h"
#include "measures/totals.h"

namespace lscb::experiment {

/// What is known of a dangerous adult, in order of time.
struct AdultPoint {
  enum class Kind : std::uint8_t { arrived, left, found };  ///< found: put on social care's file
  Instant at;
  Kind kind = Kind::arrived;
};

struct FamilyFigures {
  int calls = 0;        ///< in the window
  int assessments = 0;  ///< completed in the window, each once for all children it is about
  int harms = 0;        ///< serious, in the window
  /// Of these: after a flagged call about the family, as measures/hindsight.h; only where calls carry flags.
  int predictable_harms = 0;
  int preventable_harms = 0;  ///< of these: do not come where the reference worker meets the family
  int unassessed_calls =
      0;  ///< from the run's beginning to the window's end, while the family was without assessment
  int unassessed_before = 0;  ///< of these: before the window
  int sent_to_caf = 0;        ///< of the unassessed calls
  /// One unassessed call or more was sent to CAF, and every other was too, or was turned away while a CAF was
  /// held for a child of the family.
  bool caf_throughout = false;
  /// In the window a dangerous adult was there, at some time between the first unassessed call and the end of
  /// the time without assessment, and up to that end social care did not find him.
  bool adult_hidden = false;
  Instant assessed = Instant::never();   ///< end of the time without assessment; never: not in the run
  std::int64_t unprotected_minutes = 0;  ///< as measures::Totals, of all children together

  /// The n-th unassessed call, from 1, was made in the window.
  [[nodiscard]] bool unassessed_call_in_window(int n) const {
    return unassessed_before < n && n <= unassessed_calls;
  }
  friend bool operator==(const FamilyFigures&, const FamilyFigures&) = default;
};

/// Reads the children of one family after the other. Keeps its memory.
class FamilyReader {
 public:
  explicit FamilyReader(Interval counted) : counted_(counted) {}

  /// One child of the family; the views are not kept.
  void add(const measures::ChildHistory& child);
  /// The family's figures; what comes next belongs to another family. O(n log n) in its entries.
  [[nodiscard]] FamilyFigures finish(std::span<const AdultPoint> adult);
  /// Of all families so far: time lived in the area in the window by children under eighteen.
  [[nodiscard]] std::int64_t child_minutes() const { return totals_.child_minutes; }

 private:
  struct Call {
    std::uint64_t contact = 0;
    Instant at;
    measures::Route route{};
  };
  [[nodiscard]] Instant end_without_assessment() const;
  [[nodiscard]] bool caf_held(Instant at) const;

  Interval counted_;
  measures::Totals totals_;
  std::int64_t unprotected_before_ = 0;
  std::vector<Call> calls_;
  std::vector<measures::AssessmentPoint> assessments_;  // completed ones
  std::vector<measures::ServiceSpan> services_;
  std::vector<Instant> harms_;  // in the window
  Instant first_flag_ = Instant::never();
};

}  // namespace lscb::experiment

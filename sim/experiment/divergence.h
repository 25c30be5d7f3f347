// Where two courses of one family part: at first in anything at all, and then in what came of it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/time.h"
#include "experiment/course.h"
#include "trace/step.h"

namespace lscb::experiment {

/// Whether whoever looks on would see the step: something happens or is done.
[[nodiscard]] bool is_seen(const trace::Step& step);

/// Something that comes of a course, by which two are compared.
struct StepOutcome {
  std::array<std::uint64_t, 3> about{};  ///< the kind of step, and what it is about
  std::uint64_t value = 0;               ///< how it came out
};
/// Of a call, decision, assessment, finding, service or harm; empty for any other step.
[[nodiscard]] std::optional<StepOutcome> outcome_of(const trace::Step& step);

/// Whether a weighing holds the same again: the worker's experience, the backlog and the yardstick. Of policy
/// it holds the thresholds alone.
[[nodiscard]] bool is_told_by_weighing(const trace::Step& step);

/// Something that stood before who decided or acted, and differs between two courses. Set side by side is
/// what is about the same: the same call, source, standard or arrangement.
struct DifferentInput {
  const trace::Step* first = nullptr;   ///< null: there is none in that course
  const trace::Step* second = nullptr;  ///< of the same kind
};

/// The first step in one course and not in the other, or at another time, of those that whoever looks on
/// would see. What was only read, and came to the same, is passed over.
struct Divergence {
  std::optional<std::size_t> in_first;   ///< its place in the first course; empty: that course has ended
  std::optional<std::size_t> in_second;  ///< likewise
  bool of_second = false;                ///< the earlier of the two, which parts them, is the second course's
  Instant at;
  /// What the step rested on and differs, in order of time. Where the step itself came from outside (work
  /// done at another time, or by others) only what can have led to it: the standards that work is held to
  /// and, of an enquiry, whether somebody held the case.
  std::vector<DifferentInput> inputs;
  std::vector<DifferentInput> beside;  ///< read since the step before, differs, and is no cause of this step
  std::size_t earlier_inputs = 0;      ///< differed before and changed nothing
};

/// Empty where nothing that happened or was done differs. The courses must outlive the result. O(n log n).
[[nodiscard]] std::optional<Divergence> divergence(const Course& first, const Course& second);

/// The first call, decision, assessment, finding, service or harm that is in one course and not in the other,
/// or came out otherwise; a few days sooner or later are no difference.
struct DifferentOutcome {
  const trace::Step* first = nullptr;   ///< null: it never comes in that course
  const trace::Step* second = nullptr;  ///< likewise
  Instant at;                           ///< the earlier of the two
  std::vector<DifferentInput>
      inputs;  ///< what stood before who decided it, and what was left out of the work
};

/// Empty where all comes out the same. The courses must outlive the result. O(n log n).
[[nodiscard]] std::optional<DifferentOutcome> different_outcome(const Course& first, const Course& second);

}  // namespace lscb::experiment

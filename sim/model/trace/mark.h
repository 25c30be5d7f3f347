// Two courses of one family laid side by side: where they first part, and on what.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/time.h"
#include "trace/step.h"

namespace lscb::trace {

/// What of a step tells two courses apart: a hash of its kind and of every field. 24 bytes, so that the
/// courses of a whole area can be held.
struct Mark {
  Instant at;
  std::uint64_t content = 0;
  std::uint8_t kind = 0;  ///< its place in What
  Origin origin{};
  friend bool operator==(const Mark&, const Mark&) = default;
};
[[nodiscard]] Mark mark_of(const Step& step);

struct Parting {
  // The first steps that differ, by their places; a course that has ended has its length here.
  std::size_t in_first = 0;
  std::size_t in_second = 0;
  bool of_second = false;  ///< the step to be named is the second course's: it is the earlier of the two
  bool by_input =
      false;  ///< something arrived in one and not in the other, or the same was read and differed
};

/// Where two courses of the same family part; empty where they do not. Steps from which nothing follows
/// (Origin::beside) are passed over. O(length).
[[nodiscard]] std::optional<Parting> parting(std::span<const Mark> first, std::span<const Mark> second);
[[nodiscard]] std::optional<Parting> parting(const std::vector<Step>& first, const std::vector<Step>& second);

}  // namespace lscb::trace

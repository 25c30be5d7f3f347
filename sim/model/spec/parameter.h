// How a room declares its parameters: a plain struct of numbers with a `visit` that names each one.
//
//   struct Parameters {
//     double threshold_caf = spec::unset;
//     template <class Self, class Visitor>
//     static void visit(Self& self, Visitor&& v) { v("door.threshold_caf", "score", self.threshold_caf); }
//   };
//
// Value, range, source, year and grade stand in scenarios/parameters/<room>.toml; the reader refuses files
// that leave one unset, so the NaN below never reaches a run.
#pragma once

#include <cstdint>
#include <limits>

namespace lscb::spec {

/// The value of a parameter that no file has set: loud in any sum.
inline constexpr double unset = std::numeric_limits<double>::quiet_NaN();

/// How far a figure can be trusted (MODEL, Honesty).
enum class Grade : std::uint8_t { measured, published, judgement, assumption };

}  // namespace lscb::spec

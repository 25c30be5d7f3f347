// What the benchmarks do with what they measured.
#pragma once

#include <algorithm>
#include <vector>

namespace lscb::bench {

/// The upper of the two in the middle, where there are two. REQUIRES: some.
inline double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

inline const char* verdict(bool kept) {
  return kept ? "kept" : "NOT KEPT";
}

}  // namespace lscb::bench

// The dip in case work done after a reorganisation, beside what is said of such dips.
#pragma once

#include <string>
#include <string_view>

#include "experiment/compare.h"

namespace lscb::report {

/// What is told of productivity after a reorganisation goes live. Nobody's measurement.
struct PublishedDip {
  double least = 0.15;  ///< lower by this share
  double most = 0.30;
  int least_months = 6;  ///< falling over so many
  int most_months = 18;
  std::string_view grade = "commonly said; no published source was found";
};
inline constexpr PublishedDip published_dip{};

/// Nothing where there is no reorganisation. With `all`, every quarter.
void put_dip(std::string& out, const experiment::Alternative& alternative, bool all);

}  // namespace lscb::report

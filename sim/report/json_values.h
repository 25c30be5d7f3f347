// Values as JSON.md has them: undefined is null, dates are ISO 8601.
#pragma once

#include <fmt/core.h>

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "base/time.h"
#include "experiment/compare.h"
#include "experiment/estimate.h"

namespace lscb::report {

using Json = nlohmann::ordered_json;

template <class T>
Json value_or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

inline std::string iso(Instant at) {
  const auto date = date_of(at);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

inline Json window(Interval counted) {
  return {{"from", iso(counted.from)}, {"to", iso(counted.to)}};
}

inline Json estimate_of(const experiment::Estimate& e) {
  return {{"mean", value_or_null(e.mean)},
          {"low", value_or_null(e.low)},
          {"high", value_or_null(e.high)},
          {"n", e.n}};
}

inline Json difference_of(const experiment::Difference& d) {
  return {{"mean", value_or_null(d.estimate.mean)},
          {"low", value_or_null(d.estimate.low)},
          {"high", value_or_null(d.estimate.high)},
          {"level", d.level},
          {"simultaneous", d.simultaneous},
          {"n", d.estimate.n},
          {"delta", value_or_null(d.delta)},
          {"verdict", experiment::words(d.verdict)},
          {"runs_needed", value_or_null(d.runs_needed)},
          {"correlation", value_or_null(d.correlation)},
          {"variance_ratio", value_or_null(d.variance_ratio)}};
}

/// Two spaces an indent, ending in a newline. A title that is not UTF-8 cannot come from the reader; should
/// one come, it is replaced, not thrown over.
inline std::string print(const Json& document) {
  return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace lscb::report

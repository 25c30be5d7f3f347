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

/// A difference with its interval and verdict: of an experiment::Difference or experiment::ContrastFigure.
template <class Figure>
Json judged_of(const Figure& f) {
  return {{"mean", value_or_null(f.estimate.mean)},
          {"low", value_or_null(f.estimate.low)},
          {"high", value_or_null(f.estimate.high)},
          {"level", f.level},
          {"simultaneous", f.simultaneous},
          {"n", f.estimate.n},
          {"delta", value_or_null(f.delta)},
          {"verdict", experiment::words(f.verdict)},
          {"runs_needed", value_or_null(f.runs_needed)}};
}

inline Json difference_of(const experiment::Difference& d) {
  Json all = judged_of(d);
  all["correlation"] = value_or_null(d.correlation);
  all["variance_ratio"] = value_or_null(d.variance_ratio);
  return all;
}

/// Two spaces an indent, ending in a newline. A title that is not UTF-8 cannot come from the reader; should
/// one come, it is replaced, not thrown over.
inline std::string print(const Json& document) {
  return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace lscb::report

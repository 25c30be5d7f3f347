// England as its authorities: totals beside what was published, and a table of the authorities.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "experiment/areas.h"

namespace lscb::report {

/// A published figure of England and the measures whose sum it is set beside.
struct Published {
  std::vector<std::string> measures;
  std::string label;  ///< "referrals"
  std::string note;   ///< where the two do not count quite the same; may be empty
  double value = 0.0;
  std::string unit;
  std::string year;
  std::string source;
  std::string grade;
};

struct EnglandResult {
  experiment::AreasResult areas;
  std::vector<std::string> regions;  ///< by area
  std::size_t authorities = 0;       ///< in the table; fewer were run if some were picked
  /// Set beside the totals only where all authorities were run.
  std::vector<Published> published;
  [[nodiscard]] bool whole() const { return areas.areas.size() == authorities; }
};

/// Totals of the first page beside what was published, and each further scenario's difference. `all`: every
/// total.
[[nodiscard]] std::string to_text(const EnglandResult& england, bool all);
/// JSON.md and CSV.md are the contract.
[[nodiscard]] std::string to_json(const EnglandResult& england, std::string_view version);
[[nodiscard]] std::string to_csv(const EnglandResult& england);

}  // namespace lscb::report

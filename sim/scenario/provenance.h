// Where every figure comes from: value, unit, range, source, year, grade, and the line it stands on.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "spec/parameter.h"

namespace lscb::scenario {

/// Lowest and highest plausible value, in the figure's own unit.
struct Range {
  double low = 0.0;
  double high = 0.0;
  friend bool operator==(const Range&, const Range&) = default;
};

/// One figure of an area, a parameter file or a change.
struct Figure {
  std::string id;      ///< "area.referrals", "door.threshold_caf", "change.restructure@2011-04-12.training"
  std::string label;   ///< in words; may be empty
  double value = 0.0;  ///< in `unit`
  std::string unit;    ///< as a person reads it: "%", "months", "children a year"
  std::optional<Range> range;  ///< in `unit`
  std::string source;          ///< "not stated" where a local file names none
  std::string year;
  std::string note;
  spec::Grade grade = spec::Grade::assumption;
  bool stated = false;    ///< year, source and grade were all given
  bool borrowed = false;  ///< a national value standing in for one that the area did not state
  bool derived = false;   ///< arithmetic on other figures (a national ratio applied to a local count)
  std::string file;
  int line = 0;
};

/// "measured", "published", "judgement", "assumption".
[[nodiscard]] const char* name_of(spec::Grade grade);

/// Every figure a design rests on, in order of reading; an id stands in it once.
class Provenance {
 public:
  /// Adds a figure, or replaces the one of the same id in its place.
  void put(Figure figure);
  [[nodiscard]] const Figure* find(std::string_view id) const;
  [[nodiscard]] const std::vector<Figure>& figures() const { return figures_; }
  [[nodiscard]] std::size_t borrowed() const;

 private:
  std::vector<Figure> figures_;
};

}  // namespace lscb::scenario

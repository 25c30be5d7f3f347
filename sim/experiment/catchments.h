// The figures of catchments, which only the areas of an experiment's designs can name, behind those that
// every area has.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "measures/catalogue.h"
#include "spec/area.h"
#include "world/design.h"
#include "world/replicate.h"

namespace lscb::experiment {

/// The centres of all designs' areas, by id, in order of first mention. Thread rule: immutable.
class Catchments {
 public:
  explicit Catchments(const std::vector<world::Design>& designs);

  /// `catalogue`, and behind it the measures of every catchment.
  [[nodiscard]] std::vector<measures::Measure> behind(std::vector<measures::Measure> catalogue) const;

  /// Puts an outcome's figures by catchment behind its others. A catchment that the design's area has not,
  /// or the outcome has no figures of, is not defined.
  void settle(std::size_t design, world::Outcome& outcome) const;

 private:
  std::vector<spec::Centre> centres_;
  std::vector<std::vector<std::optional<std::size_t>>> own_;  // by design and centre: its place in the area
};

}  // namespace lscb::experiment

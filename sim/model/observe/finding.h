// What an assessment or a review finds: the child's need, seen through the time given to it.
#pragma once

#include <cstdint>

#include "kernel/keyed_random.h"
#include "observe/parameters.h"

namespace lscb::observe {

/// What was done of the work, and by whom.
struct Care {
  bool child_seen = true;
  bool chronology_read = true;
  bool checks_made = true;
  bool reflected = true;
  double inexperience = 0.0;  ///< 0 experienced .. 1 newly started
};

/// What is there to be found.
struct Truth {
  std::uint8_t need = 0;                ///< 0..3, with all that is going on
  std::uint8_t need_without_adult = 0;  ///< what would show if the dangerous adult stays hidden
  bool adult_hidden = false;            ///< a dangerous adult is there and nobody knows
};

/// The need found, 0..3. The draw is keyed by the work's trigger and the child, never by the worker.
[[nodiscard]] std::uint8_t find_need(const Parameters& parameters, const Truth& truth, const Care& care,
                                     kernel::WorldKey world, kernel::Cause work, kernel::Cause child);

}  // namespace lscb::observe

// A publicised tragedy elsewhere.
#pragma once

namespace lscb::change {

/// From `Change::date` on, that of the publicity, people call more. An event, and nobody's decision.
struct Publicity {
  double surge = 1.0;         ///< multiple of calling at first, 1..5; 1: none
  double fades_months = 0.0;  ///< mean time until what is above 1 has gone, 0.5..60
  friend bool operator==(const Publicity&, const Publicity&) = default;
};

}  // namespace lscb::change

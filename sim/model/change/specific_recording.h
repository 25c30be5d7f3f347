// Records in particulars instead of general terms.
#pragma once

#include <optional>

#include "base/time.h"

namespace lscb::change {

/// From `Change::date` until `until`: who screens a contact writes down what happened, and asks back where
/// the caller used general terms.
struct SpecificRecording {
  double contacts = 0.0;  ///< share of contacts screened, 0..1
  std::optional<Instant> until;
  friend bool operator==(const SpecificRecording&, const SpecificRecording&) = default;
};

}  // namespace lscb::change

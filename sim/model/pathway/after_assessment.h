// What is decided once work has found something: after an initial assessment, a core assessment, an enquiry,
// a conference, a review. Rules see findings and policy, never the truth; each choice is drawn from the
// work's own cause.
#pragma once

#include <cstdint>

#include "base/time.h"
#include "kernel/keyed_random.h"
#include "pathway/parameters.h"

namespace lscb::pathway {

/// Policy in force on decisions after work is done: positive shifts are harder to pass. Levels of need.
struct Pressure {
  double assessment_shift = 0.0;
  double section47_shift = 0.0;
};

enum class Next : std::uint8_t {
  close,
  caf,
  child_in_need,
  core_assessment,
  strategy_discussion,
  conference,
  protection,
  accommodation,
  proceedings,
  carry_on,
  reunification,
};

/// One decision's key: the replication and the work that led to it.
struct Occasion {
  kernel::WorldKey world;
  kernel::Cause work;
};

/// `found`: the highest need found among the children assessed, 0..3.
[[nodiscard]] Next after_initial_assessment(const Parameters&, int found, const Pressure&, const Occasion&);
/// A core assessment of a child in need; it may bring the need for an enquiry to light.
[[nodiscard]] Next after_core_assessment(const Parameters&, int found, const Pressure&, const Occasion&);
/// The enquiry's end, with the core assessment as its vehicle.
[[nodiscard]] Next after_section47(const Parameters&, int found, const Pressure&, const Occasion&);
/// No policy enters: a conference is several agencies'.
[[nodiscard]] Next after_conference(const Parameters&, int found, const Occasion&);
/// `held` is how long the plan has run. `measurable`: the plan has outcomes that can be measured. Without
/// them nobody can say that the plan has failed or has worked: no proceedings follow from it, and it ends
/// when people tire of it.
[[nodiscard]] Next after_protection_review(const Parameters&, int found, Minutes held, const Occasion&,
                                           bool measurable = true);
[[nodiscard]] Next after_child_in_need_review(const Parameters&, int found, const Pressure&, const Occasion&,
                                              bool measurable = true);
[[nodiscard]] Next after_looked_after_review(const Parameters&, int found, Minutes held, const Occasion&);
/// `measurable`: the plan has outcomes that can be measured; without them the review of an engaging family
/// sees less (disguised compliance) and nothing is concluded. `supervised`: a manager has gone through the
/// CAF with its worker, and takes off a part of what engagement hides.
[[nodiscard]] Next after_caf_review(const Parameters&, int found, bool measurable, bool engages,
                                    const Pressure&, const Occasion&, bool supervised = false);

}  // namespace lscb::pathway

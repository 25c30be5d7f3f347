// Loop (a): families diverted to CAF beyond its capacity, and section 47 enquiries later.
//
// Declared before it was run (27 November 2026):
//   chain   a higher threshold for assessment and a lower one for CAF -> more CAFs begun -> CAF beyond the
//           hours of family support: fewer hours of review for each -> children in need go on unhelped ->
//           more section 47 enquiries from the second year on
//   sign    more enquiries
//   delta   5 % of the base's enquiries a year
//   off     the same diversion where family support workers have time to spare: within +-delta
//   design  a sixth of the Island; thresholds 0.4 levels harder for assessment, 0.4 easier for CAF, from
//   April
//           2011, the threshold for an enquiry untouched; counted from April 2012; 24 replications, seed 11,
//           intervals at 0.95
//
// Found: not found, and of the other sign. No more CAFs are begun, since the centres' hours were all taken
// before; children with a CAF spend more time in need; and enquiries fall, by 6.2 a year (-8.6 to -3.7):
// families whom fewer assess are found less. With time to spare at the centres the runs do not settle it:
// -3.3 (-6.7 to 0.0). What is asserted is what was found.
#include <gtest/gtest.h>

#include "contrast.h"

namespace lscb::loops {
namespace {

using world::Design;

Design diverted(Design design) {
  change::ThresholdPolicy policy;
  policy.initial_assessment_shift = 0.4;
  policy.caf_shift = -0.4;
  design.changes.push_back({at_date(2011, 4, 1), "diverted", "board", policy, {}});
  return design;
}

TEST(Diversion, BeyondTheCapacityOfCafHidesNeedAndLowersEnquiriesLater) {
  const Design busy = world::small("no-change");
  Design idle = busy;
  for (spec::Centre& centre : idle.area.centres) centre.family_support_posts = 10;
  enum : std::size_t { base, pressed, base_idle, pressed_idle };
  const Contrasts found({busy, diverted(busy), idle, diverted(idle)},
                        {{at_date(2012, 4, 1), busy.window.to}, 24, 11, 0.95});

  const auto opened = found.difference("cafs_opened_children", pressed, base);
  const auto unhelped = found.difference("caf_at_need_child_days", pressed, base);
  const auto enquiries = found.difference("section47_enquiries_children", pressed, base);
  const auto enquiries_off = found.difference("section47_enquiries_children", pressed_idle, base_idle);
  const double delta = 0.05 * found.mean("section47_enquiries_children", base);
  RecordProperty("opened", words(opened));
  RecordProperty("unhelped", words(unhelped));
  RecordProperty("enquiries", words(enquiries));
  RecordProperty("enquiries_off", words(enquiries_off));
  RecordProperty("delta", std::to_string(delta));
  EXPECT_LT(*opened.low, 0.0) << words(opened);
  EXPECT_GT(*unhelped.low, 0.0) << words(unhelped);
  EXPECT_EQ(experiment::judge(enquiries, delta), experiment::Verdict::fewer) << words(enquiries);
  EXPECT_NE(experiment::judge(enquiries_off, delta), experiment::Verdict::more) << words(enquiries_off);
}

}  // namespace
}  // namespace lscb::loops

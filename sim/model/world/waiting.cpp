// Children whose case nobody holds as the window ends, and what runs on them. All of it is on the record: a
// list of cases, plans held and clocks begun.
#include "measures/age_band.h"
#include "world/slots.h"
#include "world/world.h"

namespace lscb::world {

using measures::Waits;

Children World::without_worker(const Family& family) const {
  Children children = family.planned();
  if (family.assessment != nothing) {
    children = static_cast<Children>(children | assessments_[family.assessment].children);
  }
  if (children != 0) return children;
  // Of those whom a conference to come concerns, one, as in the number of children without a worker.
  const Children those =
      family.conference == nothing ? Children{0} : assessments_[family.conference].to_conference;
  return static_cast<Children>(those & (0U - those));
}

Waits World::waits_for(const Family& family, Children child) const {
  const auto concerns = [child](Children children) { return (children & child) != 0; };
  bool assessing = false;
  if (family.assessment != nothing && concerns(assessments_[family.assessment].children)) {
    if (clocks_.is_overdue(assessments_[family.assessment].clock, now_)) return Waits::assessment_past_limit;
    assessing = true;
  }
  if (family.conference != nothing && concerns(assessments_[family.conference].to_conference)) {
    if (clocks_.is_overdue(assessments_[family.conference].conference_clock, now_)) {
      return Waits::assessment_past_limit;
    }
    assessing = true;
  }
  if (assessing) return Waits::assessment_within_limit;
  const Plan& protection = family.plans[index(PlanKind::protection)];
  if (concerns(protection.children)) {
    const bool past_limit = clocks_.is_overdue(protection.core_group_clock, now_) ||
                            clocks_.is_overdue(protection.next_review_clock, now_);
    return past_limit ? Waits::protection_plan_past_limit : Waits::protection_plan;
  }
  // Of the other plans no clock runs.
  return concerns(family.plans[index(PlanKind::looked_after)].children) ? Waits::looked_after_plan
                                                                        : Waits::child_in_need_plan;
}

void World::count_waiting_at_end() {
  for (const HouseholdId household : workforce_.waiting_households(slots::social_worker)) {
    const Family& known = family(household);
    for_each_child(household, without_worker(known), [&](int i, ChildId child) {
      const auto waits = waits_for(known, static_cast<Children>(1U << i));
      const auto age = measures::age_band(truth_.born(child), now_);
      ++tally_.waiting_at_end[static_cast<std::size_t>(waits)][static_cast<std::size_t>(age)];
    });
  }
}

}  // namespace lscb::world

// The caseload at the start: plans are drawn to the area's published stocks, so that the run-in has only to
// settle it and not to build it.
#include "kernel/distributions.h"
#include "world/causes.h"
#include "world/world.h"

namespace lscb::world {
namespace {

// Of the looked-after children at the start, most came from need 2 and 3 and have been away long enough to be
// better; they are drawn from all children with some need, more often where it is high.
constexpr double looked_after_weight[4] = {0.0, 0.5, 2.0, 4.0};
constexpr double protection_weight[4] = {0.0, 0.05, 0.4, 4.0};
constexpr double child_in_need_weight[4] = {0.0, 0.1, 2.0, 2.0};

}  // namespace

void World::begin_caseload() {
  const auto& children = truth_.population().children();
  double looked_after_sum = 0.0;
  double protection_sum = 0.0;
  double in_need_sum = 0.0;
  for (std::uint32_t i = 0; i < children.size(); ++i) {
    if (!truth_.here(ChildId{i}) || children[i].born > now_) continue;
    const int need = truth_.need(ChildId{i});
    looked_after_sum += looked_after_weight[need];
    protection_sum += protection_weight[need];
    in_need_sum += child_in_need_weight[need];
  }
  const spec::Flows& flows = design_->area.flows;
  const double plain_in_need = flows.children_in_need - flows.looked_after - flows.protection_plans_held;
  StartShares shares;
  if (looked_after_sum > 0.0) shares.looked_after = flows.looked_after / looked_after_sum;
  if (protection_sum > 0.0) shares.protection = flows.protection_plans_held / protection_sum;
  if (in_need_sum > 0.0 && plain_in_need > 0.0) shares.in_need = plain_in_need / in_need_sum;
  if (recorder_) recorder_->began(shares);
  begin_caseload(shares);
}

void World::begin_caseload(const StartShares& shares) {
  const auto& children = truth_.population().children();
  for (std::uint32_t i = 0; i < children.size(); ++i) {
    const ChildId child{i};
    if (!truth_.here(child) || children[i].born > now_) continue;
    const int need = truth_.need(child);
    if (need == 0) continue;
    const kernel::Cause cause = children[i].cause.child(causes::start_plan);
    const double mark = uniform(cause, 1);
    const double first = shares.looked_after * looked_after_weight[need];
    const double second = first + shares.protection * protection_weight[need];
    const double third = second + shares.in_need * child_in_need_weight[need];
    if (mark >= third) continue;
    const PlanKind kind = mark < first ? PlanKind::looked_after
                                       : (mark < second ? PlanKind::protection : PlanKind::child_in_need);
    const HouseholdId household = children[i].household;
    family(household).file.label =
        kind == PlanKind::child_in_need ? record::Label::child_in_need : record::Label::protection;
    begin_plan(household, kind, static_cast<Children>(1U << position_of(child)), cause,
               0.05 + 0.9 * uniform(cause, 2));
  }
}

}  // namespace lscb::world

// What a board sees of the quarter: staff and open cases as they are, calls and clocks from what was written
// down of them.
#include <algorithm>

#include "world/slots.h"
#include "world/world.h"

namespace lscb::world {

measures::StaffLevels World::staff_levels() {
  measures::StaffLevels levels;
  const auto heads = workforce_.headcount(TeamId::none(), spec::Role::social_worker);
  levels.posts = heads.posts;
  levels.permanent = heads.permanent;
  levels.agency = heads.agency;
  const auto& posts = workforce_.posts();
  for (std::uint32_t i = 0; i < posts.size(); ++i) {
    if (posts[i].role != spec::Role::social_worker || !posts[i].exists()) continue;
    levels.held_cases += workforce_.caseload(PostId{i});
    levels.ill += posts[i].absent ? 1 : 0;
  }
  for (const HouseholdId household : workforce_.waiting_households(slots::social_worker)) {
    const Family& known = family(household);
    levels.unallocated_children += __builtin_popcount(without_worker(known));
  }
  return levels;
}

void World::count_quarter_end() {
  quarters_.add_levels(staff_levels());
}

void World::count_quarters() {
  // A child's last referral, by when the call came.
  std::vector<Instant> last(truth_.population().children().size(), Instant::long_ago());
  for (const Contact& contact : contacts_) {
    if (!contact.referred) continue;
    int again = 0;
    for_each_child(contact.household, contact.children, [&](int, ChildId child) {
      Instant& before = last[child.value()];
      if (contact.at - before < days(365)) ++again;
      before = contact.at;
    });
    quarters_.add_referral(contact.at, __builtin_popcount(contact.children), again);
  }
  quarters_.add(clocks_);
  const measures::Quarters& quarters = quarters_.quarters();
  for (int q = 0; q < quarters.count(); ++q) {
    quarters_.add_spend(q, in_pounds(accounts_.ledger().spend(quarters[q].from, quarters[q].to)));
  }
}

}  // namespace lscb::world

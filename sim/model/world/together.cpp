// Several designs on the same lives: what they share of their past is played once.
#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "world/histories.h"
#include "world/replicate.h"
#include "world/timetable.h"
#include "world/world.h"

namespace lscb::world {
namespace {

bool begin_alike(const Design& a, const Design& b) {
  return a.window.from == b.window.from && a.window.to == b.window.to && same_world(a, b);
}

/// What an experiment asks for beside the figures.
enum class Keep { nothing_more, decisions, reference, missed };

class Play {
 public:
  Play(const std::vector<Design>& designs, kernel::WorldKey key, Interval counted, Keep keep, Together& out)
      : designs_(designs),
        key_(key),
        counted_(counted),
        keep_(keep),
        out_(out),
        timetables_(designs.size()) {}

  void all() {
    std::vector<std::size_t> left(designs_.size());
    for (std::size_t i = 0; i < left.size(); ++i) left[i] = i;
    while (!left.empty()) {
      const std::size_t first = left.front();
      const auto others = std::stable_partition(
          left.begin(), left.end(), [&](std::size_t i) { return begin_alike(designs_[first], designs_[i]); });
      const std::vector<std::size_t> alike(left.begin(), others);
      left.erase(left.begin(), others);
      out_.playing = first;
      World world{designs_[first], key_, counted_};
      if (keep_ == Keep::decisions) world.keep_decisions();
      if (keep_ == Keep::reference) world.keep_reference();
      for (const std::size_t i : alike) timetables_[i] = timetable(designs_[i], world.stretch());
      go_on(world, alike);
    }
  }

 private:
  // `world` has the design of the first member, and all members have lived through the same.
  void go_on(World& world, std::vector<std::size_t> members) {
    out_.playing = members.front();
    std::optional<Instant> parting;
    for (const std::size_t i : members) {
      const auto at = part(timetables_[members.front()], timetables_[i]);
      if (at && (!parting || *at < *parting)) parting = at;
    }
    if (!parting) {
      Outcome outcome = world.finish();
      if (keep_ == Keep::missed) outcome.missed = missed_of(world, designs_[members.front()], counted_);
      for (const std::size_t i : members) out_.outcomes[i] = outcome;
      return;
    }
    world.play(*parting);
    std::vector<std::size_t> staying = take_company(members, *parting);
    while (!members.empty()) {
      std::vector<std::size_t> leaving = take_company(members, *parting);
      out_.playing = leaving.front();
      World fork{world, designs_[leaving.front()]};
      go_on(fork, std::move(leaving));
    }
    go_on(world, std::move(staying));
  }

  // Takes out the first member and all that go on together with it beyond `parting`.
  std::vector<std::size_t> take_company(std::vector<std::size_t>& members, Instant parting) const {
    const std::size_t first = members.front();
    const auto others = std::stable_partition(members.begin(), members.end(), [&](std::size_t i) {
      const auto at = part(timetables_[first], timetables_[i]);
      return !at || *at > parting;
    });
    std::vector<std::size_t> company(members.begin(), others);
    members.erase(members.begin(), others);
    return company;
  }

  const std::vector<Design>& designs_;
  const kernel::WorldKey key_;
  const Interval counted_;
  const Keep keep_;
  Together& out_;
  std::vector<std::vector<Act>> timetables_;  // by design
};

}  // namespace

void replicate_together(const std::vector<Design>& designs, kernel::WorldKey key, Interval counted,
                        Together& out) {
  out.outcomes.assign(designs.size(), {});
  Play{designs, key, counted, Keep::nothing_more, out}.all();
}

void replicate_with_decisions(const std::vector<Design>& designs, kernel::WorldKey key, Interval counted,
                              Together& out) {
  out.outcomes.assign(designs.size(), {});
  Play{designs, key, counted, Keep::decisions, out}.all();
}

void replicate_naming_missed(const std::vector<Design>& designs, kernel::WorldKey key, Interval counted,
                             Together& out) {
  out.outcomes.assign(designs.size(), {});
  Play{designs, key, counted, Keep::missed, out}.all();
}

void replicate_with_reference(const std::vector<Design>& designs, kernel::WorldKey key, Interval counted,
                              Together& out) {
  out.outcomes.assign(designs.size(), {});
  Play{designs, key, counted, Keep::reference, out}.all();
}

}  // namespace lscb::world

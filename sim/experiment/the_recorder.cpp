#include "experiment/recorder.h"
#include "world/watch.h"

namespace lscb::experiment {
namespace {

class OfTheModel final : public Recorded {
 public:
  OfTheModel(const world::Design& design, kernel::WorldKey key, Interval counted, const world::Watch& watch)
      : recording_(design, key, counted, &watch) {}
  [[nodiscard]] const world::Outcome& outcome() const override { return recording_.outcome(); }
  [[nodiscard]] const std::vector<world::MissedChild>& missed() const override { return recording_.missed(); }
  [[nodiscard]] std::uint8_t replay(HouseholdId household, const world::Design& design,
                                    const world::Eased& eased) const override {
    return recording_.replay(household, design, eased);
  }

 private:
  world::Recording recording_;
};

}  // namespace

Recorder the_recorder() {
  Recorder recorder;
  recorder.record = [](const world::Design& design, kernel::WorldKey key, Interval counted) {
    world::Watch watch;
    watch.decisions = true;
    return std::make_unique<OfTheModel>(design, key, counted, watch);
  };
  recorder.name_missed = world::replicate_naming_missed;
  return recorder;
}

}  // namespace lscb::experiment

// A workforce without a world, for what the world asks of it: the parts of the world that have a state of
// their own are tried on it by themselves.
#pragma once

#include "rig.h"
#include "world/hands.h"

namespace lscb::world {

class Staffed {
 public:
  explicit Staffed(const spec::Area& area, const workforce::Parameters& parameters = workforce::test::calm())
      : rig(parameters, area) {}

  [[nodiscard]] Hands hands() { return {rig.work, rig.out, rig.now()}; }

  /// Lives until `end`; each task that is done goes to `on_done`.
  template <class OnDone>
  void live_until(Instant end, OnDone&& on_done) {
    rig.drain();
    rig.run_until(end, [&] {
      for (; read_ < rig.notices.size(); ++read_) {
        const workforce::Notice notice = rig.notices[read_];
        if (const auto* done = std::get_if<workforce::TaskDone>(&notice)) on_done(*done);
      }
      rig.drain();
    });
  }

  workforce::test::Rig rig;

 private:
  std::size_t read_ = 0;
};

}  // namespace lscb::world

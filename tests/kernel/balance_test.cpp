// On every path, whatever the model and wherever the window lies: the integral of the number present equals
// the sum of the sojourns clipped to the window, to the tick.

#include <gtest/gtest.h>
// RapidCheck's bridge needs gtest first.
#include <rapidcheck/gtest.h>

#include "station.h"

namespace lscb::proof {
namespace {

RC_GTEST_PROP(Balance, IntegralEqualsClippedSojourns, ()) {
  StationSpec spec;
  spec.servers = *rc::gen::inRange(1, 6);
  spec.arrival_rate = static_cast<double>(*rc::gen::inRange(1, 80)) / 10.0;
  spec.service_cv = static_cast<double>(*rc::gen::inRange(0, 5)) / 2.0;
  spec.mean_patience = static_cast<double>(*rc::gen::inRange(0, 4));
  if (*rc::gen::arbitrary<bool>()) spec.room = spec.servers + *rc::gen::inRange(0, 5);
  const auto from = *rc::gen::inRange<kernel::Tick>(-units(5), units(50));
  spec.window = {from, *rc::gen::inRange<kernel::Tick>(from < 0 ? 1 : from + 1, units(100))};
  const auto seed = *rc::gen::arbitrary<std::uint64_t>();
  const StationRun run = Station(spec, {seed, 0}).run();
  RC_ASSERT(run.balances);
  RC_CLASSIFY(run.abandoned > 0, "some gave up");
  RC_CLASSIFY(run.refused > 0, "some were refused");
}

}  // namespace
}  // namespace lscb::proof

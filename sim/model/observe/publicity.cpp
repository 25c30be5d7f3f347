#include "observe/publicity.h"

#include "base/numeric.h"

namespace lscb::observe {

void Publicity::strike(double surge, double months, Instant at) {
  if (surge <= 1.0) return;
  events_.push_back({surge - 1.0, 12.0 / (months * minutes_per_year), at});
}

double Publicity::level(Instant at) const {
  double level = 1.0;
  for (const Event& event : events_) {
    if (at < event.at) continue;
    level += event.excess * numeric::exp(-event.per_minute * static_cast<double>((at - event.at).count()));
  }
  return level;
}

}  // namespace lscb::observe

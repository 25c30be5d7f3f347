#include "workforce/squeeze.h"

#include <algorithm>

#include "base/numeric.h"
#include "workforce/causes.h"

namespace lscb::workforce {

Squeeze::Squeeze(const Parameters& p) : table_(steps) {
  const std::array<double, part_count> half{p.squeeze_chronology_weeks, p.squeeze_checks_weeks,
                                            p.squeeze_visit_weeks, p.squeeze_reflection_weeks};
  const double slope = p.squeeze_slope;
  for (int step = 0; step < steps; ++step) {
    const double weeks = static_cast<double>(step) / steps_a_week;
    for (std::size_t part = 0; part < part_count; ++part) {
      table_[static_cast<std::size_t>(step)][part] =
          (1.0 + numeric::exp(-slope * half[part])) / (1.0 + numeric::exp(slope * (weeks - half[part])));
    }
  }
}

double Squeeze::keep(Part part, double weeks) const {
  const double step = std::min(weeks * steps_a_week, static_cast<double>(steps - 1));
  return table_[static_cast<std::size_t>(step)][index(part)];
}

std::uint8_t Squeeze::kept(const Task& task, double weeks, kernel::WorldKey key) const {
  std::uint8_t has = 0;
  for (std::size_t i = 0; i < part_count; ++i) {
    if (task.parts[i] > Minutes{0}) has = static_cast<std::uint8_t>(has | 1U << i);
  }
  if (has == 0 || weeks * steps_a_week < 1.0) return has;
  kernel::Draws draws{key, task.cause.child(causes::parts, static_cast<std::uint64_t>(task.kind))};
  std::uint8_t kept = 0;
  for (std::size_t i = 0; has >> i != 0; ++i) {  // the i-th word belongs to the i-th part, had or not
    const double mark = draws.uniform01();
    if ((has >> i & 1U) != 0 && mark < keep(static_cast<Part>(i), weeks)) {
      kept = static_cast<std::uint8_t>(kept | 1U << i);
    }
  }
  return static_cast<std::uint8_t>(kept | (has & task.standing));
}

}  // namespace lscb::workforce

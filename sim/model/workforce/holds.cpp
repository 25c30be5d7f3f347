#include "workforce/holds.h"

#include "workforce/inside.h"

namespace lscb::workforce {

void Workforce::hold(const Holds& holds, Instant now, Outbox& out) {
  inside_->staff.hold(holds, now, out);
}

void Staff::hold(const Holds& holds, Instant now, Outbox& out) {
  const bool agency_again = holds_.agency && !holds.agency;
  holds_ = holds;
  if (!agency_again) return;
  // Vacancies that were refused cover meanwhile are offered it now, with the draw that they would have had.
  for (std::uint32_t i = 0; i < posts_.size(); ++i) {
    if (!turnover_[i].awaits_agency) continue;
    turnover_[i].awaits_agency = false;
    if (posts_[i].exists() && !posts_[i].present()) engage_agency(PostId{i}, now, out);
  }
}

}  // namespace lscb::workforce

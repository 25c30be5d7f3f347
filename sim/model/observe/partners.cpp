#include "observe/partners.h"

#include "base/numeric.h"

namespace lscb::observe {

bool is_agency(spec::Referrer referrer) {
  using spec::Referrer;
  return referrer == Referrer::police || referrer == Referrer::health || referrer == Referrer::school ||
         referrer == Referrer::childrens_centre || referrer == Referrer::housing;
}

double Partners::tie(spec::Referrer referrer, Instant at) const {
  const Tie& tie = ties_[spec::index(referrer)];
  if (tie.broken == 0.0) return 1.0;
  return 1.0 -
         tie.broken * numeric::exp(-tie.mend_per_minute * static_cast<double>((at - tie.since).count()));
}

void Partners::break_ties(double share, double mend_months, Instant at,
                          const spec::ByReferrer<bool>& spared) {
  for (std::size_t i = 0; i < ties_.size(); ++i) {
    const auto referrer = static_cast<spec::Referrer>(i);
    if (!is_agency(referrer) || spared[i]) continue;
    const double whole = tie(referrer, at);
    ties_[i] = {1.0 - whole * (1.0 - share), 12.0 / (mend_months * minutes_per_year), at};
  }
}

}  // namespace lscb::observe

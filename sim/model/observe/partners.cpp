#include "observe/partners.h"

#include "base/numeric.h"

namespace lscb::observe {

bool is_agency(spec::Referrer referrer) {
  using spec::Referrer;
  return referrer == Referrer::police || referrer == Referrer::health || referrer == Referrer::school ||
         referrer == Referrer::childrens_centre || referrer == Referrer::housing;
}

double Partners::tie(spec::Referrer referrer, Instant at) const {
  if (!is_agency(referrer) || broken_ == 0.0) return 1.0;
  return 1.0 - broken_ * numeric::exp(-mend_per_minute_ * static_cast<double>((at - since_).count()));
}

void Partners::break_ties(double share, double mend_months, Instant at) {
  const double whole = tie(spec::Referrer::police, at);
  broken_ = 1.0 - whole * (1.0 - share);
  mend_per_minute_ = 12.0 / (mend_months * minutes_per_year);
  since_ = at;
}

}  // namespace lscb::observe

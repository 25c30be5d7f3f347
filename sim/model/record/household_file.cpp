#include "record/household_file.h"

#include "base/numeric.h"

namespace lscb::record {

double Chronology::weight(Instant at) const {
  if (weight_ == 0.0) return 0.0;
  return weight_ * numeric::exp(-0.6931471805599453 / half_life_years * in_years(at - since_));
}

void Chronology::add(double concern, Instant at) {
  weight_ = weight(at) + (concern > 0.0 ? concern : 0.0);
  since_ = at;
  ++entries_;
}

void HouseholdFile::refused(spec::Referrer referrer) {
  auto& count = refusals[spec::index(referrer)];
  if (count < 255) ++count;
}

}  // namespace lscb::record

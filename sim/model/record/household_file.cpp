#include "record/household_file.h"

#include "base/numeric.h"

namespace lscb::record {

double Chronology::fading(Instant at) const {
  return numeric::exp(-0.6931471805599453 / half_life_years * in_years(at - since_));
}

double Chronology::weight(Instant at, double vague_share) const {
  if (weight_ == 0.0) return 0.0;
  return (weight_ - (1.0 - vague_share) * vague_) * fading(at);
}

void Chronology::add(double concern, Instant at, bool specific) {
  const double added = concern > 0.0 ? concern : 0.0;
  const double left = weight_ == 0.0 ? 0.0 : fading(at);
  weight_ = weight_ * left + added;
  vague_ = vague_ * left + (specific ? 0.0 : added);
  since_ = at;
  ++entries_;
  if (!specific) ++vague_entries_;
}

void HouseholdFile::refused(spec::Referrer referrer) {
  auto& count = refusals[spec::index(referrer)];
  if (count < 255) ++count;
}

}  // namespace lscb::record

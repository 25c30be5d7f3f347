#include "workforce/person.h"

#include <algorithm>
#include <cmath>

#include "base/numeric.h"
#include "workforce/causes.h"

namespace lscb::workforce {

Person draw_person(const Parameters& p, Holder holder, kernel::WorldKey key, kernel::Cause cause) {
  kernel::Draws draws{key, cause.child(causes::person)};
  Person person;
  person.newly_qualified = draws.uniform01() < p.newly_qualified_share && holder == Holder::permanent;
  const double years = -numeric::log(draws.uniform01_open()) *
                       (holder == Holder::agency ? p.agency_experience_years : p.newcomer_experience_years);
  person.aptitude = draws.uniform01();
  if (!person.newly_qualified) {
    person.experience_before = Minutes{std::llround(std::min(years, 40.0) * minutes_per_year)};
  }
  return person;
}

double competence(const Parameters& p, const Person& person) {
  const double brought = numeric::exp(numeric::log(std::max(person.aptitude, 1e-12)) *
                                      (1.0 - p.practice_untrained) / p.practice_untrained);
  return brought + (1.0 - brought) * (1.0 - numeric::exp(-person.practised / p.practice_hours));
}

double inexperience(const Parameters& p, Minutes experience) {
  return std::max(0.0, 1.0 - in_years(experience) / p.experience_years);
}

}  // namespace lscb::workforce

// The age bands of every split.
#pragma once

#include <array>
#include <cstdint>

#include "base/time.h"

namespace lscb::measures {

enum class AgeBand : std::uint8_t { unborn, under_1, from_1_to_4, from_5_to_10, from_11_to_17 };
inline constexpr int age_band_count = 5;
template <class T>
using ByAge = std::array<T, age_band_count>;

inline constexpr ByAge<const char*> age_band_ids = {"unborn", "under_1", "1_4", "5_10", "11_17"};
inline constexpr ByAge<const char*> age_band_words = {"unborn", "under 1", "1 to 4", "5 to 10", "11 to 17"};

/// Ages change at midnight of the birthday; a child born on 29 February has it on the last day of February.
[[nodiscard]] constexpr AgeBand age_band(Instant born, Instant at) {
  if (at < born) return AgeBand::unborn;
  const Instant birth = start_of_day(day_number(born));
  if (at < add_months(birth, 12)) return AgeBand::under_1;
  if (at < add_months(birth, 5 * 12)) return AgeBand::from_1_to_4;
  if (at < add_months(birth, 11 * 12)) return AgeBand::from_5_to_10;
  return AgeBand::from_11_to_17;
}

}  // namespace lscb::measures

// The weekdays on which a team works.
#pragma once

#include <cstdint>

namespace lscb::workforce {

class OpenDays {
 public:
  constexpr OpenDays() = default;  // Monday to Friday
  /// The first `days` weekdays from Monday, 0..5: who opens four days a week closes on Friday.
  [[nodiscard]] static constexpr OpenDays from_monday(int days) {
    return OpenDays{static_cast<std::uint8_t>((1U << days) - 1U)};
  }
  /// weekday: 0 Monday .. 6 Sunday.
  [[nodiscard]] constexpr bool open_on(int weekday) const { return (mask_ >> weekday & 1U) != 0; }
  [[nodiscard]] constexpr bool all() const { return mask_ == 0x1f; }
  [[nodiscard]] constexpr int count() const {
    int n = 0;
    for (int d = 0; d < 5; ++d) n += open_on(d) ? 1 : 0;
    return n;
  }
  constexpr bool operator==(const OpenDays&) const = default;

 private:
  constexpr explicit OpenDays(std::uint8_t mask) : mask_(mask) {}
  std::uint8_t mask_ = 0x1f;
};

}  // namespace lscb::workforce

// The headings under which a budget is held, as files and reports name them.
#pragma once

#include <array>
#include <cstdint>

namespace lscb::spec {

enum class Heading : std::uint8_t {
  social_care_staff,  ///< teams' staff, the agency premium and recruitment
  childrens_centres,  ///< their staff and running costs
  placements,         ///< of looked-after children
};
inline constexpr int heading_count = 3;
/// As files write it.
constexpr const char* id(Heading heading) {
  constexpr std::array<const char*, heading_count> ids{"social-care-staff", "childrens-centres",
                                                       "placements"};
  return ids[static_cast<std::size_t>(heading)];
}

}  // namespace lscb::spec

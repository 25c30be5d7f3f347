// A post of the establishment and who is in it.
#pragma once

#include <cstdint>

#include "base/ids.h"
#include "base/time.h"
#include "spec/area.h"
#include "workforce/person.h"

namespace lscb::workforce {

/// Only social workers are qualified.
constexpr bool qualified(spec::Role role) {
  return role == spec::Role::social_worker;
}

struct Post {
  TeamId team;
  spec::Role role = spec::Role::social_worker;
  std::uint32_t rank = 0;  ///< among all posts ever of its team and role, in order of creation
  int hours = 100;         ///< of the contract, in hundredths of a whole post
  Instant created;
  Instant deleted = Instant::never();
  Holder holder = Holder::vacant;
  std::uint32_t incumbent = 0;  ///< ordinal of the present holder, or of the last one; the first is 1
  Instant since;                ///< when the present state of `holder` began
  bool consultant = false;      ///< leads a unit: a grade of the post
  std::uint8_t applicants = 1;  ///< among whom the next permanent holder is chosen, for competence
  bool absent = false;          ///< the holder is ill
  Person person;                ///< the present holder, or the last

  [[nodiscard]] constexpr bool exists() const { return deleted == Instant::never(); }
  /// Somebody holds the post, well or ill.
  [[nodiscard]] constexpr bool present() const { return holder != Holder::vacant; }
  [[nodiscard]] constexpr bool at_work() const { return present() && !absent; }
};

/// Posts that go over together in a staged change: those whose id modulo `stages` is `stage`.
struct StageFilter {
  int stage = 0;
  int stages = 1;
  [[nodiscard]] constexpr bool includes(PostId post) const {
    return stages <= 1 || static_cast<int>(post.value() % static_cast<std::uint32_t>(stages)) == stage;
  }
};

}  // namespace lscb::workforce

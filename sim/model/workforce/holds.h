// What management holds back for the time being: appointments, and new agency engagements.
#pragma once

#include "workforce/post.h"

namespace lscb::workforce {

/// Nobody loses a post by a hold; what has been agreed before it begins, still comes.
struct Holds {
  bool qualified_posts = false;  ///< no permanent appointment to a post that needs a qualification
  bool other_posts = false;      ///< no permanent appointment to any other post
  bool agency = false;           ///< no new agency engagement, and none again when one ends
  [[nodiscard]] constexpr bool appointments(spec::Role role) const {
    return qualified(role) ? qualified_posts : other_posts;
  }
  friend bool operator==(const Holds&, const Holds&) = default;
};

}  // namespace lscb::workforce

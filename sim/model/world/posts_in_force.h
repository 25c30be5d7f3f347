// Posts that a change has made or taken, until it is undone.
#pragma once

#include <vector>

#include "base/ids.h"
#include "base/time.h"
#include "change/posts.h"

namespace lscb::world {

struct PostsInForce {
  Instant since;
  change::Posts change;
  std::vector<PostId> made;
  int taken = 0;  ///< as many as there were to take
};

}  // namespace lscb::world

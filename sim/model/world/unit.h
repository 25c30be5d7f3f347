// A systemic unit as the world keeps it.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "base/ids.h"
#include "base/time.h"
#include "change/posts.h"

namespace lscb::world {

/// Posts that are to form one unit. The practitioner may be missing.
struct Seats {
  PostId consultant;
  PostId worker;
  PostId practitioner;
  [[nodiscard]] std::array<PostId, 3> all() const { return {consultant, worker, practitioner}; }
};

struct Unit {
  TeamId team;
  Seats seats;
  bool formed = false;  ///< and not gone back since
  // The last meeting that was held, and the one under way.
  Instant met = Instant::long_ago();
  double quality = 0.0;  ///< 0..1: attended by how many, led with what competence
  std::uint32_t round = 0;
  int asked = 0;
  int attended = 0;
  bool qualified_attended = false;
  bool held = false;         ///< somebody qualified and one more have come
  std::vector<TaskId> open;  ///< of the round under way
};

/// Posts that a change has made or taken, until it is undone.
struct PostsInForce {
  Instant since;
  change::Posts change;
  std::vector<PostId> made;
  int taken = 0;  ///< as many as there were to take
};

}  // namespace lscb::world

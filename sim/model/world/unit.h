// A systemic unit as the world keeps it, and supervision in the teams beside.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "base/ids.h"
#include "base/time.h"

namespace lscb::world {

/// Posts that are to form one unit. The practitioner may be missing.
struct Seats {
  PostId consultant;
  PostId worker;
  PostId practitioner;
  // Whose they were before.
  TeamId consultant_from;
  TeamId worker_from;
  TeamId practitioner_from;
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
  std::vector<TaskId> open;  ///< of the round under way
};

/// When a post's holder was last supervised.
struct Supervised {
  Instant at = Instant::long_ago();
  std::uint32_t incumbent = 0;
  TaskId open;  ///< the manager's task that is still to be done
};

}  // namespace lscb::world

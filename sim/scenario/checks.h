// The checks that need a whole scenario: what they share, and those that have a file of their own. Internal
// to the room.
#pragma once

#include <string>
#include <vector>

#include "door/parameters.h"
#include "scenario/drafts.h"

namespace lscb::scenario::detail {

/// The area that the changes are of, and where mistakes are told.
struct Together {
  const spec::Area& area;
  std::vector<Diagnostic>& problems;

  /// A mistake at the value of `key`.
  void report(const ReadChange& read, const std::string& key, std::string found, std::string expected,
              std::string suggestion = {}) const;
};

/// "2011-04-01".
[[nodiscard]] std::string day(Instant at);

/// "restructure.toml:3", where the change was written.
[[nodiscard]] std::string written_at(const ReadChange& read);

/// Centres over time: that the days which close are open, and that nothing is changed at one that is closed.
/// `all` are the changes of history and scenario by date.
void check_centres(const Together& together, const std::vector<const ReadChange*>& all);

/// Posts over time: that those deleted are there, that they are created where their role has work, that no
/// work is made to wait on a role that the area leaves out, that decisions are read by somebody, and that
/// units leave somebody at the front door. `all` are the changes of history and scenario by date.
void check_posts(const Together& together, const std::vector<const ReadChange*>& all);

/// Thresholds over time: that those for a CAF, an assessment and an enquiry stay in this order under the
/// policies in force. `all` as above.
void check_thresholds(const Together& together, const door::Parameters& parameters,
                      const std::vector<const ReadChange*>& all);

}  // namespace lscb::scenario::detail

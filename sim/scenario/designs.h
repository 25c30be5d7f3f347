// From drafts to designs: what scenarios, areas and authorities have in common. Internal to the room.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/drafts.h"
#include "scenario/library.h"
#include "world/design.h"

namespace lscb::scenario::detail {

void by_date(std::vector<ReadChange>& changes);

/// The changes alone; their figures are added to `provenance`.
[[nodiscard]] std::vector<change::Change> plain(const std::vector<ReadChange>& reads, Provenance& provenance);

/// The area of a design and its demand.
void fill_area(world::Design& design, const AreaDraft& draft, Provenance& provenance,
               std::vector<Diagnostic>& problems);

/// The area, and every room's parameters as the area has them.
void fill(world::Design& design, const AreaDraft& draft, const Library& library, Provenance& provenance,
          std::vector<Diagnostic>& problems);

/// What is counted; none after a report.
[[nodiscard]] std::optional<Interval> window_of(const ScenarioDraft& draft, const std::string& path,
                                                std::vector<Diagnostic>& problems);

/// The path of what a person asked for, or a report.
[[nodiscard]] std::optional<std::string> asked_for(Kind kind, std::string_view name, const Library& library,
                                                   std::vector<Diagnostic>& problems);

}  // namespace lscb::scenario::detail

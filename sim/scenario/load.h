// From files to a design: the area with what it borrows, every room's parameters, the shared history and the
// scenario's changes, each figure with its provenance, and every mistake found on the way.
//
// Nothing is thrown. A design is returned only if there is no mistake; nothing is ever set by default in
// silence. Pure apart from reading files through the library: same files, same result, on any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/diagnostic.h"
#include "scenario/library.h"
#include "scenario/provenance.h"
#include "world/design.h"

namespace lscb::scenario {

/// Referrals a child a year of the area for which the life parameters were set: the Isle of Wight, 1,792 for
/// 26,145 children in 2011-12 (JSNA 2013). `world::Design::demand_intensity` is an area's own over this.
inline constexpr double reference_referrals_a_child = 1792.0 / 26145.0;

struct Loaded {
  std::optional<world::Design> design;  ///< there if and only if `problems` is empty
  Provenance provenance;
  std::vector<Diagnostic> problems;  ///< sorted by file and position
};

/// A scenario by name ("restructure") or path ("my/plan.toml").
[[nodiscard]] Loaded load_scenario(std::string_view name_or_path, const Library& library);

/// An area by name or path, as a design without changes. Its window is empty: an area has no dates of its
/// own.
[[nodiscard]] Loaded load_area(std::string_view name_or_path, const Library& library);

/// Several scenarios of one question (a base and its alternatives), each as load_scenario returns it.
[[nodiscard]] std::vector<Loaded> load_scenarios(const std::vector<std::string>& names_or_paths,
                                                 const Library& library);

struct Entry {
  std::string stem;
  std::string title;    ///< empty if the file cannot be read
  std::string summary;  ///< a sentence, may be empty
  Kind kind = Kind::scenario;
  std::string path;
};

/// Every scenario, then every area, by name.
[[nodiscard]] std::vector<Entry> list(const Library& library);

struct Checked {
  Kind kind = Kind::scenario;  ///< as recognised by what the file holds
  Loaded loaded;               ///< no design for a parameter file
};

/// Checks one file of any kind, with everything it extends or mentions.
[[nodiscard]] Checked check_file(std::string_view name_or_path, const Library& library);

}  // namespace lscb::scenario

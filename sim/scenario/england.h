// England as its authorities: a scenario's changes in every one of them, each an area with its own figures.
// scenarios/england/README.md says what a row of the table states and what is derived from it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scenario/diagnostic.h"
#include "scenario/library.h"
#include "scenario/load.h"
#include "scenario/provenance.h"
#include "world/design.h"

namespace lscb::scenario {

struct Authority {
  int number = 0;      ///< the Department for Education's, 3 digits: names the authority for good
  std::string name;    ///< "Isle of Wight"
  std::string region;  ///< one of nine
};

struct England {
  struct Place {
    Authority authority;
    std::vector<world::Design> designs;  ///< by scenario
  };
  std::vector<Place> places;         ///< in the table's order; empty if there is a mistake
  std::size_t authorities = 0;       ///< in the whole table
  std::vector<Figure> published;     ///< the national profile's figures
  std::vector<Diagnostic> problems;  ///< sorted by file and position
  std::vector<std::string> unknown;  ///< what is asked for and is no authority, in words
};

/// The scenarios in each authority, or in those named, by name or number. Of a scenario its dates and changes
/// are taken, not its area and that area's history; a change that names a team or a centre is a mistake.
[[nodiscard]] England load_england(const std::vector<std::string>& scenarios,
                                   const std::vector<std::string>& only, const Library& library);

/// The table's authorities in its order; empty if it cannot be read.
[[nodiscard]] std::vector<Authority> authorities(const Library& library);

}  // namespace lscb::scenario

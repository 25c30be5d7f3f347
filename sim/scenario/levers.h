// Every lever that a file may pull, with what is known of it: what it costs, the figures that its mechanism
// rests on and how far they can be trusted, and a shipped scenario that pulls it.
#pragma once

#include <optional>
#include <vector>

#include "scenario/change_kinds.h"
#include "scenario/diagnostic.h"
#include "scenario/library.h"
#include "scenario/provenance.h"

namespace lscb::scenario {

/// One key of one kind.
struct Lever {
  const ChangeKind* kind = nullptr;
  const ChangeKey* key = nullptr;
  std::optional<Figure> example;  ///< its figure in the kind's example; empty where that has none
  std::vector<Figure> rests_on;   ///< parameters of the mechanism, as shipped
};

/// All of them, kind by kind. What is wrong with an example or with the parameters is added to `problems`.
[[nodiscard]] std::vector<Lever> levers(const Library& library, std::vector<Diagnostic>& problems);

}  // namespace lscb::scenario

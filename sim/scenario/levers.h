// Every lever that a file may pull, with what is known of it: what it costs, the figures that its mechanism
// rests on and how far they can be trusted, and a shipped file that pulls it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scenario/change_kinds.h"
#include "scenario/diagnostic.h"
#include "scenario/library.h"
#include "scenario/provenance.h"

namespace lscb::scenario {

/// A key where a shipped file states it.
struct LeverExample {
  std::string stands_in;  ///< the file's name without folder and ending: "restructure", "isle-of-wight-2010"
  std::string value;      ///< in words: "70 %", "true", "health, police", "2011-01-12"
  Figure figure;          ///< with its evidence; of a key that is no figure, without value, unit and range
};

/// One key of one kind.
struct Lever {
  const ChangeKind* kind = nullptr;
  const ChangeKey* key = nullptr;
  /// In the kind's example, or else in another scenario, or else in an area's history; empty where no shipped
  /// file states the key.
  std::optional<LeverExample> example;
  std::vector<Figure> rests_on;  ///< parameters of the mechanism, as shipped
};

/// All of them, kind by kind. What is wrong with a shipped file is added to `problems`.
[[nodiscard]] std::vector<Lever> levers(const Library& library, std::vector<Diagnostic>& problems);

}  // namespace lscb::scenario

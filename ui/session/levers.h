// The six levers: which field of which change each one edits, and how it is told. A lever knows no rule of
// the model; it writes a typed field of a copied design, and the model does the rest.
//
// A lever edits the first change of its kind in the scenario. Where the scenario has none, moving the lever
// from zero adds one. A lever that is not moved touches nothing: the design stays what the file says.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "scenario/provenance.h"
#include "world/design.h"

namespace lscb::ui {

enum class Lever : std::uint8_t {
  cases_transferred,
  training_hours,
  partner_ties_broken,
  assessment_threshold,
  centre_budget_cut,
  posts_added,
};
inline constexpr std::size_t lever_count = 6;

/// One value a lever, in the lever's own unit.
using LeverValues = std::array<double, lever_count>;

struct LeverSpec {
  const char* label = "";
  const char* unit = "";      ///< as a person reads it: "%", "hours", "levels", "posts"
  const char* meaning = "";   ///< a sentence or two
  const char* owner = "";     ///< whose decision the change is, where the lever adds it
  scenario::Range plausible;  ///< where the file states none; judgement
  scenario::Range allowed;    ///< what a scenario file may say
  double step = 1.0;          ///< of the slider
};

[[nodiscard]] const LeverSpec& spec_of(Lever lever);
[[nodiscard]] constexpr Lever lever_at(std::size_t index) {
  return static_cast<Lever>(index);
}

/// The lever's field in the design; 0 where the design has no such change.
[[nodiscard]] double value_in(const world::Design& design, Lever lever);
[[nodiscard]] LeverValues values_in(const world::Design& design);

/// What a lever stands on in one scenario, for the reader.
struct LeverGround {
  scenario::Range plausible;  ///< the file's, or the lever's own
  std::string owner;          ///< of the change it edits
  std::string edits;          ///< "edits \"…\", 12 April 2011"; or what it would add
  std::string evidence;       ///< the figure's grade and source; empty if the file states none
};
[[nodiscard]] LeverGround ground_of(const world::Design& design, const scenario::Provenance& provenance,
                                    Lever lever);

/// The design with every lever at its value. Levers at the design's own value leave it as it is.
[[nodiscard]] world::Design with_levers(const world::Design& as_written, const LeverValues& values);

/// How many levers stand elsewhere than in the design.
[[nodiscard]] int moved_levers(const world::Design& as_written, const LeverValues& values);

/// "No lever moved: restructure as its file says."; "2 levers moved from restructure as its file says: …".
[[nodiscard]] std::string sentence(const world::Design& as_written, const LeverValues& values);

/// "70 %", "15 hours", "none" for zero.
[[nodiscard]] std::string value_in_words(Lever lever, double value);

/// What is wrong with a typed entry, in words; empty if nothing, and then `value` is set.
[[nodiscard]] std::string read_entry(Lever lever, const char* text, double& value);

}  // namespace lscb::ui

// A lever: a slider with its base, its written value and its plausible range marked, a field to type in, and
// a reset.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "ui/session/levers.h"
#include "ui/widgets/landmarks.h"
#include "ui/widgets/look.h"

namespace lscb::ui {

/// What a lever shows.
struct LeverView {
  Lever lever = Lever::cases_transferred;
  double value = 0.0;
  double base = 0.0;     ///< in the base scenario
  double written = 0.0;  ///< in the change's file; where a reset goes
  LeverGround ground;
};

/// What a person is about to type. Kept between frames.
struct LeverEntry {
  std::array<char, 32> text{};
  bool being_typed = false;
  std::string objection;
};

/// The values a slider runs over, in equal steps.
struct SliderSteps {
  double low = 0.0;
  double step = 1.0;
  int count = 1;  ///< the highest index
  [[nodiscard]] double value_at(int index) const;
  [[nodiscard]] int index_of(double value) const;
};
/// From the lowest to the highest of what is plausible, written, base and set.
[[nodiscard]] SliderSteps slider_steps(const LeverView& view);

/// Draws it over the whole width. The new value if the person moved, typed or reset it. `reset_key`: the key
/// for a reset was pressed; it goes to the lever that has the focus or lies under the pointer.
[[nodiscard]] std::optional<double> put_lever(const Look& look, const LeverView& view, LeverEntry& entry,
                                              bool reset_key, Landmarks& landmarks);

}  // namespace lscb::ui

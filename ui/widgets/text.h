// Words on the screen: wrapped, quiet, with an explanation under the pointer, and the mark of a verdict.
#pragma once

#include <string>
#include <string_view>

#include "experiment/verdict.h"
#include "ui/widgets/look.h"

namespace lscb::ui {

/// Wrapped at the right edge of what holds it.
void put_text(std::string_view text);
void put_quiet_text(const Look& look, std::string_view text);

/// The explanation of the item before, shown while the pointer rests on it or it has the keyboard's focus.
void explain(std::string_view text);

/// A shape for a verdict, as tall as a line of text: a triangle up (more), down (fewer), two bars (no
/// difference that matters), a question mark in a ring (not enough runs). Takes its room like an item.
void put_verdict_mark(const Look& look, experiment::Verdict verdict, bool the_same);

/// A shape of a scenario's hue before its name: a square for the base, a ring for the change. `down`: how
/// much lower, in pixels, where the name stands in a row of frames.
void put_base_mark(const Look& look, float down = 0.0F);
void put_change_mark(const Look& look, float down = 0.0F);

/// What a verdict means, in a sentence.
[[nodiscard]] const char* meaning_of(experiment::Verdict verdict);

}  // namespace lscb::ui

// The comparing room: one full screen with the choice and the levers on the left and what is found on the
// right. Its state is a plain struct, so that it can be drawn, fed and looked at without a window.
#pragma once

#include <array>
#include <string>

#include "ui/session/session.h"
#include "ui/widgets/landmarks.h"
#include "ui/widgets/lever.h"
#include "ui/widgets/look.h"

namespace lscb::ui {

/// Keys pressed since the last frame that mean something everywhere. Set by whoever owns the keyboard; the
/// room takes no notice of ImGui's own key numbers, which differ between its versions.
struct Keystrokes {
  bool run = false;    ///< F5
  bool stop = false;   ///< F6
  bool reset = false;  ///< R, while no text is typed
};

/// A field for a whole number, as it is typed.
struct NumberEntry {
  std::array<char, 24> text{};
  bool being_typed = false;
  std::string objection;
};

struct RoomState {
  std::array<LeverEntry, lever_count> levers;
  NumberEntry replications;
  NumberEntry seed;
  Keystrokes keys;      ///< emptied by the frame
  std::string notice;   ///< a sentence of the program's own, such as a font that was not found
  Landmarks landmarks;  ///< of the last frame
};

/// Draws the whole screen into ImGui's frame and lets the session do what was asked for.
void draw_room(const Look& look, Session& session, RoomState& state);

// The parts, each in a file of its own.
void draw_choice(const Look& look, Session& session, RoomState& state);
void draw_levers(const Look& look, Session& session, RoomState& state);
/// What was moved, the button to run or stop, with runs, seed and progress.
void draw_run(const Look& look, Session& session, RoomState& state);
/// How much room that takes, in pixels.
[[nodiscard]] float height_of_run(const Session& session, const RoomState& state);
void draw_answer(const Look& look, const Session& session, RoomState& state);
void draw_table(const Look& look, const Answer& answer, RoomState& state);

}  // namespace lscb::ui

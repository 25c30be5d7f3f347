// The six levers.
#include "ui/views/room.h"
#include "ui/widgets/text.h"

namespace lscb::ui {

void draw_levers(const Look& look, Session& session, RoomState& state) {
  const auto& chosen = session.change().design;
  const auto& base = session.base().design;
  if (!chosen) {
    put_quiet_text(look, "The levers appear when a change is chosen that can be read.");
    return;
  }
  const world::Design& written = *chosen;
  for (std::size_t i = 0; i < lever_count; ++i) {
    const Lever lever = lever_at(i);
    LeverView view;
    view.lever = lever;
    view.value = session.levers()[i];
    view.base = base ? value_in(*base, lever) : 0.0;
    view.written = value_in(written, lever);
    view.ground = ground_of(written, session.change().provenance, lever);
    if (const auto moved = put_lever(look, view, state.levers[i], state.keys.reset, state.landmarks)) {
      session.move(lever, *moved);
    }
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() + em(0.2F));
  }
  const bool any_moved = moved_levers(written, session.levers()) > 0;
  ImGui::BeginDisabled(!any_moved);
  if (ImGui::Button("Reset all levers")) {
    session.reset_all();
    for (auto& entry : state.levers) entry.objection.clear();
  }
  ImGui::EndDisabled();
  state.landmarks.mark("reset all");
}

}  // namespace lscb::ui

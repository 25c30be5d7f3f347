// Which scenario is the base, and which the change.
#include "ui/views/room.h"
#include "ui/widgets/text.h"

namespace lscb::ui {
namespace {

/// The name chosen, or empty. `name` is shown where the file could not be read.
std::string put_choice(const char* id, const Session& session, const ChosenScenario& chosen,
                       RoomState& state) {
  std::string picked;
  const std::string& shown = chosen.design ? chosen.design->title : chosen.name;
  ImGui::SetNextItemWidth(-1.0F);
  const bool open = ImGui::BeginCombo(id, shown.c_str(), ImGuiComboFlags_HeightLargest);
  if (!open) state.landmarks.mark(id);
  if (open) {
    for (const auto& entry : session.scenarios()) {
      const bool is_chosen = entry.stem == chosen.name;
      const std::string& title = entry.title.empty() ? entry.stem : entry.title;
      if (ImGui::Selectable((title + "##" + entry.stem).c_str(), is_chosen)) picked = entry.stem;
      state.landmarks.mark(std::string(id) + " " + entry.stem);
      explain(entry.summary);
      if (is_chosen) ImGui::SetItemDefaultFocus();
    }
    ImGui::EndCombo();
  } else {
    for (const auto& entry : session.scenarios()) {
      if (entry.stem == chosen.name) explain(entry.summary);
    }
  }
  return picked;
}

void put_problem(const Look& look, const ChosenScenario& chosen) {
  if (chosen.problem.empty()) return;
  const WithInk ink{look.palette.wrong};
  put_text(chosen.problem);
}

constexpr float name_width = 6.3F;  // in font sizes: the mark and "Change"

/// The side's mark and name, and room beside it for the choice.
void put_name(const Look& look, bool is_base) {
  const float down = ImGui::GetStyle().FramePadding.y;
  ImGui::AlignTextToFramePadding();
  if (is_base) {
    put_base_mark(look, down);
  } else {
    put_change_mark(look, down);
  }
  const WithInk ink{is_base ? look.palette.base : look.palette.change};
  ImGui::TextUnformatted(is_base ? "Base" : "Change");
  explain(is_base ? "What the change is compared with." : "What is tried out. The levers below alter it.");
  ImGui::SameLine(em(name_width));
}

}  // namespace

void draw_choice(const Look& look, Session& session, RoomState& state) {
  put_name(look, true);
  if (auto name = put_choice("##base", session, session.base(), state); !name.empty()) {
    session.choose_base(std::move(name));
  }
  put_problem(look, session.base());
  put_name(look, false);
  if (auto name = put_choice("##change", session, session.change(), state); !name.empty()) {
    session.choose_change(std::move(name));
    for (auto& entry : state.levers) entry.objection.clear();
  }
  put_problem(look, session.change());
}

}  // namespace lscb::ui

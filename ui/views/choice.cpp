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
  const bool open = ImGui::BeginCombo(id, shown.c_str(), ImGuiComboFlags_HeightLarge);
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

}  // namespace

void draw_choice(const Look& look, Session& session, RoomState& state) {
  put_base_mark(look);
  {
    const WithInk ink{look.palette.base};
    ImGui::TextUnformatted("Base: compare with");
  }
  if (auto name = put_choice("##base", session, session.base(), state); !name.empty()) {
    session.choose_base(std::move(name));
  }
  put_problem(look, session.base());
  put_change_mark(look);
  {
    const WithInk ink{look.palette.change};
    ImGui::TextUnformatted("Change: what if");
  }
  if (auto name = put_choice("##change", session, session.change(), state); !name.empty()) {
    session.choose_change(std::move(name));
    for (auto& entry : state.levers) entry.objection.clear();
  }
  put_problem(look, session.change());
}

}  // namespace lscb::ui

#include "ui/views/room.h"

#include <algorithm>

#include "report/phrases.h"
#include "ui/widgets/text.h"

namespace lscb::ui {
namespace {

constexpr float left_width = 27.0F;        // in font sizes
constexpr float most_left_share = 0.45F;  // of the screen

constexpr const char* about_heading =
    "The organisation in this model is simplified, and its parameters have not yet been fitted to what happened. "
    "Use the figures to think with, not to decide with. Every family here is simulated.";
constexpr const char* about_caution =
    "Fewer missed assessments can also come from fewer people calling, or from need that nobody looks for. Read the "
    "parts and what bears on them.";
constexpr const char* about_keys =
    "F5  run the comparison\n"
    "F6  stop it; what has finished is kept\n"
    "R  reset the lever that is chosen or under the pointer\n"
    "Ctrl +, Ctrl -, Ctrl 0  larger, smaller, usual size\n"
    "Ctrl P  save a picture of the window\n"
    "Ctrl Q  close\n"
    "Arrow keys  move between fields; Space or Enter takes hold, Escape lets go\n"
    "Tab  next field to type in";

void draw_heading(const Look& look, const RoomState& state) {
  ImGui::PushStyleColor(ImGuiCol_ChildBg, look.palette.warning);
  const float lines = state.notice.empty() ? 1.0F : 2.0F;
  const float height = lines * ImGui::GetTextLineHeightWithSpacing() + ImGui::GetStyle().WindowPadding.y * 1.2F;
  ImGui::BeginChild("heading", {0.0F, height}, true, ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoNav);
  {
    const WithFont bold{look.fonts.bold};
    ImGui::TextUnformatted(report::heading.data(), report::heading.data() + report::heading.size());
  }
  explain(about_heading);
  ImGui::SameLine(0.0F, em(1.2F));
  ImGui::TextUnformatted(report::caution.data(), report::caution.data() + report::caution.size());
  explain(about_caution);
  const char* keys = "Simulated families.  Keys: ?";
  const float keys_at = ImGui::GetWindowWidth() - ImGui::CalcTextSize(keys).x - ImGui::GetStyle().WindowPadding.x;
  ImGui::SameLine();
  if (keys_at > ImGui::GetCursorPosX()) {
    ImGui::SameLine(keys_at);
    ImGui::TextUnformatted(keys);
    explain(about_keys);
  } else {
    ImGui::NewLine();
  }
  if (!state.notice.empty()) ImGui::TextUnformatted(state.notice.c_str());
  ImGui::EndChild();
  ImGui::PopStyleColor();
}

void draw_left(const Look& look, Session& session, RoomState& state) {
  draw_choice(look, session, state);
  const float below = height_of_run(session, state);
  const float room = std::max(ImGui::GetContentRegionAvail().y - below, em(8.0F));
  ImGui::BeginChild("levers", {0.0F, room}, false);
  draw_levers(look, session, state);
  ImGui::EndChild();
  draw_run(look, session, state);
}

}  // namespace

void draw_room(const Look& look, Session& session, RoomState& state) {
  state.landmarks.by_name.clear();
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  ImGui::SetNextWindowPos({0.0F, 0.0F});
  ImGui::SetNextWindowSize(screen);
  ImGui::Begin("room", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoBringToFrontOnFocus);
  draw_heading(look, state);
  const float width = std::min(em(left_width), most_left_share * screen.x);
  ImGui::BeginChild("left", {width, 0.0F}, true);
  draw_left(look, session, state);
  ImGui::EndChild();
  ImGui::SameLine();
  ImGui::PushStyleColor(ImGuiCol_ChildBg, look.palette.paper);
  ImGui::BeginChild("right", {0.0F, 0.0F}, false, ImGuiWindowFlags_AlwaysUseWindowPadding);
  draw_answer(look, session, state);
  ImGui::EndChild();
  ImGui::PopStyleColor();
  ImGui::End();
  state.keys = {};
}

}  // namespace lscb::ui

#include "ui/views/room.h"

#include <algorithm>
#include <string_view>

#include "report/phrases.h"
#include "ui/widgets/text.h"

namespace lscb::ui {
namespace {

constexpr float left_width = 27.0F;       // in font sizes
constexpr float most_left_share = 0.45F;  // of the screen

constexpr const char* about_heading =
    "The organisation in this model is simplified, and its parameters have not yet been fitted to what "
    "happened. "
    "Use the figures to think with, not to decide with. Every family here is simulated.";
constexpr const char* about_caution =
    "Fewer missed assessments can also come from fewer people calling, or from need that nobody looks for. "
    "Read the "
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

float width_of(std::string_view text) {
  return ImGui::CalcTextSize(text.data(), text.data() + text.size()).x;
}

/// Both sentences in full, beside each other or, where the window is narrow, below each other.
void draw_heading(const Look& look, const RoomState& state) {
  constexpr float gap = 1.2F;  // in font sizes
  const char* keys = "Simulated families.  Keys: ?";
  const ImVec2 padding = ImGui::GetStyle().WindowPadding;
  const float room = ImGui::GetContentRegionAvail().x - 2.0F * padding.x;
  float heading_width = 0.0F;
  {
    const WithFont bold{look.fonts.bold};
    heading_width = width_of(report::heading);
  }
  const bool beside = heading_width + em(gap) + width_of(report::caution) < room;
  const bool keys_beside = heading_width + 2.0F * em(gap) + width_of(report::caution) + width_of(keys) < room;
  const int lines = 1 + (beside ? 0 : 1) + (keys_beside ? 0 : 1) + (state.notice.empty() ? 0 : 1);
  const float height = static_cast<float>(lines) * ImGui::GetTextLineHeightWithSpacing() + 1.2F * padding.y;

  ImGui::PushStyleColor(ImGuiCol_ChildBg, look.palette.warning);
  ImGui::BeginChild("heading", {0.0F, height}, true, ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoNav);
  {
    const WithFont bold{look.fonts.bold};
    put_text(report::heading);
  }
  explain(about_heading);
  if (beside) ImGui::SameLine(0.0F, em(gap));
  put_text(report::caution);
  explain(about_caution);
  if (keys_beside) ImGui::SameLine(ImGui::GetWindowWidth() - width_of(keys) - padding.x);
  ImGui::TextUnformatted(keys);
  explain(about_keys);
  if (!state.notice.empty()) put_text(state.notice);
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

#include "ui/widgets/text.h"

#include <algorithm>

namespace lscb::ui {
namespace {

constexpr float explanation_width = 30.0F;  // in font sizes

struct Box {
  ImVec2 at;
  float side = 0.0F;
  ImDrawList* list = nullptr;
};

/// A square as tall as a line, reserved as an item with the next item on the same line.
Box reserve(float down = 0.0F) {
  const float side = ImGui::GetFontSize();
  ImVec2 at = ImGui::GetCursorScreenPos();
  at.y += down;
  ImGui::Dummy({side, side});
  ImGui::SameLine();
  return {at, side, ImGui::GetWindowDrawList()};
}

}  // namespace

void put_text(std::string_view text) {
  ImGui::PushTextWrapPos(0.0F);
  ImGui::TextUnformatted(text.data(), text.data() + text.size());
  ImGui::PopTextWrapPos();
}

void put_quiet_text(const Look& look, std::string_view text) {
  const WithInk ink{look.palette.quiet_ink};
  put_text(text);
}

void explain(std::string_view text) {
  if (text.empty() || !ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled)) return;
  ImGui::BeginTooltip();
  ImGui::PushTextWrapPos(em(explanation_width));
  ImGui::TextUnformatted(text.data(), text.data() + text.size());
  ImGui::PopTextWrapPos();
  ImGui::EndTooltip();
}

void put_verdict_mark(const Look& look, experiment::Verdict verdict, bool the_same) {
  const Box box = reserve();
  const ImU32 ink = look.palette.ink;
  const auto at = [&box](float x, float y) {
    return ImVec2{box.at.x + x * box.side, box.at.y + y * box.side};
  };
  if (the_same || verdict == experiment::Verdict::no_difference_that_matters) {
    box.list->AddRectFilled(at(0.12F, 0.30F), at(0.88F, 0.44F), ink);
    box.list->AddRectFilled(at(0.12F, 0.58F), at(0.88F, 0.72F), ink);
  } else if (verdict == experiment::Verdict::more) {
    box.list->AddTriangleFilled(at(0.5F, 0.12F), at(0.92F, 0.86F), at(0.08F, 0.86F), ink);
  } else if (verdict == experiment::Verdict::fewer) {
    box.list->AddTriangleFilled(at(0.08F, 0.16F), at(0.92F, 0.16F), at(0.5F, 0.90F), ink);
  } else {
    box.list->AddCircle(at(0.5F, 0.52F), 0.44F * box.side, ink, 0, std::max(1.5F, 0.09F * box.side));
    const float size = 0.72F * box.side;
    const ImVec2 extent = ImGui::GetFont()->CalcTextSizeA(size, 1e6F, 0.0F, "?");
    box.list->AddText(
        ImGui::GetFont(), size,
        {box.at.x + (box.side - extent.x) / 2.0F, box.at.y + 0.52F * box.side - extent.y / 2.0F}, ink, "?");
  }
}

void put_base_mark(const Look& look, float down) {
  const Box box = reserve(down);
  const float inset = 0.2F * box.side;
  box.list->AddRectFilled({box.at.x + inset, box.at.y + inset},
                          {box.at.x + box.side - inset, box.at.y + box.side - inset}, look.palette.base);
}

void put_change_mark(const Look& look, float down) {
  const Box box = reserve(down);
  box.list->AddCircle({box.at.x + box.side / 2.0F, box.at.y + box.side / 2.0F}, 0.30F * box.side,
                      look.palette.change, 0, 0.16F * box.side);
}

const char* meaning_of(experiment::Verdict verdict) {
  switch (verdict) {
    case experiment::Verdict::no_difference_that_matters:
      return "The whole interval lies so close to zero that you would not act on it.";
    case experiment::Verdict::more:
      return "The whole interval lies above zero: more with the change.";
    case experiment::Verdict::fewer:
      return "The whole interval lies below zero: fewer with the change.";
    case experiment::Verdict::not_enough_runs:
      break;
  }
  return "The interval holds zero and is too wide to call the two alike. More runs narrow it; until then "
         "nothing can "
         "be said either way.";
}

}  // namespace lscb::ui

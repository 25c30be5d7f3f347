#include "ui/widgets/lever.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "ui/widgets/text.h"

namespace lscb::ui {
namespace {

constexpr float field_width = 3.4F;  // in font sizes, as below
constexpr float unit_width = 2.9F;

std::string explanation(const LeverView& view) {
  const LeverSpec& s = spec_of(view.lever);
  std::string text = fmt::format("{}\n\nUnit: {}. Plausible: {:g} to {:g}. Decided by: {}.\n{}", s.meaning,
                                 s.unit, view.ground.plausible.low, view.ground.plausible.high,
                                 view.ground.owner, view.ground.edits);
  if (!view.ground.evidence.empty()) text += "\n" + view.ground.evidence;
  return text;
}

/// Marks under the slider: the plausible band, the written value, the base.
void put_marks(const Look& look, const LeverView& view, const SliderSteps& steps, ImVec2 slider_min,
               ImVec2 slider_max) {
  const auto& p = look.palette;
  ImDrawList* list = ImGui::GetWindowDrawList();
  // ImGui's slider: two pixels inside its frame, the grab at least a step wide.
  constexpr float inset = 2.0F;
  const float inner = slider_max.x - slider_min.x - 2.0F * inset;
  const float grab = std::max(inner / static_cast<float>(steps.count + 1), ImGui::GetStyle().GrabMinSize);
  const float left = slider_min.x + inset + grab / 2.0F, right = slider_max.x - inset - grab / 2.0F;
  const double high = steps.value_at(steps.count);
  const auto x = [&](double value) {
    const double share = high > steps.low ? (value - steps.low) / (high - steps.low) : 0.0;
    return left + static_cast<float>(std::clamp(share, 0.0, 1.0)) * (right - left);
  };
  const float top = slider_max.y + em(0.14F);
  list->AddRectFilled({x(view.ground.plausible.low), top}, {x(view.ground.plausible.high), top + em(0.22F)},
                      p.line);
  const float written = x(view.written);
  list->AddCircle({written, top + em(0.11F)}, em(0.24F), p.change, 0, em(0.12F));
  const float base = x(view.base);
  list->AddRectFilled({base - em(0.16F), top - em(0.05F)}, {base + em(0.16F), top + em(0.27F)}, p.base);
  ImGui::Dummy({1.0F, em(0.2F)});
}

/// What the lever is called and who decides on it, on one line if there is room.
void put_label(const Look& look, const LeverView& view, bool moved) {
  const float right = ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x;
  {
    const WithFont font{look.fonts.bold};
    const char* label = spec_of(view.lever).label;
    put_text(moved ? fmt::format("{} (moved)", label) : std::string{label});
  }
  explain(explanation(view));
  ImGui::SameLine();
  const float owner_at = right - ImGui::CalcTextSize(view.ground.owner.c_str()).x;
  if (owner_at > ImGui::GetCursorPosX()) {
    ImGui::SameLine(owner_at);
  } else {
    ImGui::NewLine();
  }
  const WithInk ink{look.palette.quiet_ink};
  ImGui::TextUnformatted(view.ground.owner.c_str());
  explain("Whose decision this is.");
}

void put_legend(const Look& look, const LeverView& view) {
  put_base_mark(look);
  ImGui::SameLine(0.0F, em(0.1F));
  {
    const WithInk ink{look.palette.base};
    ImGui::Text("base %s", value_in_words(view.lever, view.base).c_str());
  }
  ImGui::SameLine(0.0F, em(0.7F));
  put_change_mark(look);
  ImGui::SameLine(0.0F, em(0.1F));
  {
    const WithInk ink{look.palette.change};
    ImGui::Text("file %s", value_in_words(view.lever, view.written).c_str());
  }
  const auto& plausible = view.ground.plausible;
  const std::string range = fmt::format("plausible {:g} to {:g}", plausible.low, plausible.high);
  const float right = ImGui::GetWindowPos().x + ImGui::GetWindowContentRegionMax().x;
  if (ImGui::GetItemRectMax().x + em(0.7F) + ImGui::CalcTextSize(range.c_str()).x < right) {
    ImGui::SameLine(0.0F, em(0.7F));
  }
  put_quiet_text(look, range);
}

/// The value of a finished entry; empty while typing, or if it cannot be read.
std::optional<double> put_field(const LeverView& view, LeverEntry& entry, Landmarks& landmarks) {
  if (!entry.being_typed && entry.objection.empty()) {
    std::snprintf(entry.text.data(), entry.text.size(), "%.6g", view.value);
  }
  ImGui::SetNextItemWidth(em(field_width));
  const bool entered =
      ImGui::InputText("##entry", entry.text.data(), entry.text.size(),
                       ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_AutoSelectAll);
  landmarks.mark(fmt::format("entry {}", static_cast<int>(view.lever)));
  explain("Type a number and press Enter.");
  entry.being_typed = ImGui::IsItemActive();
  if (!entered && !ImGui::IsItemDeactivatedAfterEdit()) return std::nullopt;
  double value = 0.0;
  entry.objection = read_entry(view.lever, entry.text.data(), value);
  if (!entry.objection.empty()) return std::nullopt;
  return value;
}

}  // namespace

double SliderSteps::value_at(int index) const {
  // Through whole numbers of steps, so that 0.2 is 0.2 and not 0.2 and a bit.
  const double per_one = std::round(1.0 / step);
  const double whole = std::round(low / step) + index;
  return step < 1.0 ? whole / per_one : whole * step;
}

int SliderSteps::index_of(double value) const {
  return std::clamp(static_cast<int>(std::lround((value - low) / step)), 0, count);
}

SliderSteps slider_steps(const LeverView& view) {
  const auto& plausible = view.ground.plausible;
  const double low = std::min({plausible.low, view.base, view.written, view.value});
  const double high = std::max({plausible.high, view.base, view.written, view.value});
  SliderSteps steps;
  steps.step = spec_of(view.lever).step;
  steps.low = std::floor(low / steps.step + 1e-9) * steps.step;
  steps.count = std::max(1, static_cast<int>(std::ceil((high - steps.low) / steps.step - 1e-9)));
  return steps;
}

std::optional<double> put_lever(const Look& look, const LeverView& view, LeverEntry& entry, bool reset_key,
                                Landmarks& landmarks) {
  const LeverSpec& s = spec_of(view.lever);
  const int number = static_cast<int>(view.lever);
  const bool moved = view.value != view.written;
  std::optional<double> answer;
  ImGui::PushID(number);
  ImGui::BeginGroup();
  const float width = ImGui::GetContentRegionAvail().x;
  const float reset_width = ImGui::CalcTextSize("Reset").x + 2.0F * ImGui::GetStyle().FramePadding.x;
  put_label(look, view, moved);

  const SliderSteps steps = slider_steps(view);
  int index = steps.index_of(view.value);
  const float spacing = ImGui::GetStyle().ItemSpacing.x;
  const float slider_width = width - em(field_width + unit_width) - reset_width - 3.0F * spacing;
  ImGui::SetNextItemWidth(std::max(slider_width, em(3.0F)));
  if (ImGui::SliderInt("##slider", &index, 0, steps.count, "", ImGuiSliderFlags_NoInput)) {
    answer = steps.value_at(index);
  }
  const ImVec2 slider_min = ImGui::GetItemRectMin(), slider_max = ImGui::GetItemRectMax();
  const bool chosen = ImGui::IsItemFocused() || ImGui::IsItemActive();
  landmarks.mark(fmt::format("slider {}", number));
  explain(explanation(view));
  ImGui::SameLine();
  if (const auto typed = put_field(view, entry, landmarks)) answer = typed;
  ImGui::SameLine();
  const float unit_at = ImGui::GetCursorPosX();
  ImGui::TextUnformatted(s.unit);
  ImGui::SameLine(unit_at + em(unit_width) + spacing);
  ImGui::BeginDisabled(!moved);
  if (ImGui::Button("Reset")) answer = view.written;
  ImGui::EndDisabled();
  landmarks.mark(fmt::format("reset {}", number));
  explain("Back to what the change's file says. Key R while the lever is chosen.");
  put_marks(look, view, steps, slider_min, slider_max);
  put_legend(look, view);
  if (!entry.objection.empty()) {
    const WithInk ink{look.palette.wrong};
    put_text(entry.objection);
  }
  ImGui::EndGroup();
  const bool under_pointer = ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem);
  if (reset_key && moved && (chosen || under_pointer) && !entry.being_typed) answer = view.written;
  if (answer) entry.objection.clear();
  if (answer && *answer == view.value) answer.reset();
  ImGui::PopID();
  return answer;
}

}  // namespace lscb::ui

#include "ui/widgets/look.h"

#include <algorithm>
#include <cmath>

namespace lscb::ui {
namespace {

ImVec4 vec(ImU32 colour) {
  return ImGui::ColorConvertU32ToFloat4(colour);
}

/// WCAG 2.1, definition of relative luminance.
double luminance(ImU32 colour) {
  const auto channel = [colour](int shift) {
    const double value = static_cast<double>((colour >> shift) & 0xFFU) / 255.0;
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * channel(IM_COL32_R_SHIFT) + 0.7152 * channel(IM_COL32_G_SHIFT) +
         0.0722 * channel(IM_COL32_B_SHIFT);
}

}  // namespace

double contrast(ImU32 a, ImU32 b) {
  const double one = luminance(a), other = luminance(b);
  return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

std::array<InkOnGround, 12> pairs_in_use(const Palette& p) {
  constexpr double text = 4.5, shape = 3.0;
  return {{
      {"text on paper", p.ink, p.paper, text},
      {"text on panels", p.ink, p.panel, text},
      {"text on notes", p.ink, p.warning, text},
      {"quiet text on paper", p.quiet_ink, p.paper, text},
      {"quiet text on panels", p.quiet_ink, p.panel, text},
      {"the base's name on panels", p.base, p.panel, text},
      {"the change's name on panels", p.change, p.panel, text},
      {"mistakes on panels", p.wrong, p.panel, text},
      {"buttons", p.on_strong, p.strong, text},
      {"axes on paper", p.line, p.paper, shape},
      {"frames on panels", p.line, p.panel, shape},
      {"focus on panels", p.focus, p.panel, shape},
  }};
}

void apply(const Palette& p, float font_pixels) {
  ImGuiStyle style;
  ImGui::StyleColorsLight(&style);
  const auto room = [font_pixels](float across, float down) {
    return ImVec2{std::round(across * font_pixels), std::round(down * font_pixels)};
  };
  style.WindowPadding = room(0.8F, 0.6F);
  style.FramePadding = room(0.5F, 0.28F);
  style.CellPadding = room(0.45F, 0.22F);
  style.ItemSpacing = room(0.5F, 0.35F);
  style.ItemInnerSpacing = room(0.35F, 0.25F);
  style.ScrollbarSize = std::round(0.8F * font_pixels);
  style.GrabMinSize = std::round(0.8F * font_pixels);
  style.WindowRounding = 0.0F;
  style.ChildRounding = style.FrameRounding = style.PopupRounding = style.GrabRounding =
      std::round(0.2F * font_pixels);
  style.FrameBorderSize = std::max(1.0F, std::round(0.06F * font_pixels));
  style.WindowBorderSize = 0.0F;
  style.PopupBorderSize = style.FrameBorderSize;

  ImVec4* c = style.Colors;
  c[ImGuiCol_Text] = vec(p.ink);
  c[ImGuiCol_TextDisabled] = vec(p.quiet_ink);
  c[ImGuiCol_WindowBg] = vec(p.paper);
  c[ImGuiCol_ChildBg] = vec(p.panel);
  c[ImGuiCol_PopupBg] = vec(p.paper);
  c[ImGuiCol_Border] = vec(p.line);
  c[ImGuiCol_FrameBg] = vec(p.field);
  c[ImGuiCol_FrameBgHovered] = c[ImGuiCol_FrameBgActive] = vec(IM_COL32(232, 236, 242, 255));
  c[ImGuiCol_SliderGrab] = c[ImGuiCol_SliderGrabActive] = vec(p.strong);
  c[ImGuiCol_Button] = vec(IM_COL32(226, 230, 236, 255));
  c[ImGuiCol_ButtonHovered] = vec(IM_COL32(208, 215, 225, 255));
  c[ImGuiCol_ButtonActive] = vec(IM_COL32(190, 199, 212, 255));
  c[ImGuiCol_Header] = vec(IM_COL32(220, 226, 234, 255));
  c[ImGuiCol_HeaderHovered] = vec(IM_COL32(208, 215, 225, 255));
  c[ImGuiCol_HeaderActive] = vec(IM_COL32(190, 199, 212, 255));
  c[ImGuiCol_TableHeaderBg] = vec(IM_COL32(228, 231, 236, 255));
  c[ImGuiCol_TableBorderLight] = c[ImGuiCol_TableBorderStrong] = vec(p.faint_line);
  c[ImGuiCol_TableRowBgAlt] = vec(IM_COL32(0, 0, 0, 8));
  c[ImGuiCol_NavHighlight] = vec(p.focus);
  c[ImGuiCol_PlotHistogram] = vec(p.line);
  c[ImGuiCol_ScrollbarBg] = vec(IM_COL32(0, 0, 0, 12));
  c[ImGuiCol_ScrollbarGrab] = vec(IM_COL32(150, 158, 170, 255));
  c[ImGuiCol_ScrollbarGrabHovered] = c[ImGuiCol_ScrollbarGrabActive] = vec(p.line);
  ImGui::GetStyle() = style;
}

WithFont::WithFont(ImFont* font) : pushed_(font != nullptr) {
  if (pushed_) ImGui::PushFont(font);
}

WithFont::~WithFont() {
  if (pushed_) ImGui::PopFont();
}

}  // namespace lscb::ui

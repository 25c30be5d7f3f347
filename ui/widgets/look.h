// How everything looks: colours, type and room, all sizes in multiples of the font's size.
#pragma once

#include <imgui.h>

#include <array>

namespace lscb::ui {

/// The light theme. The base scenario has one hue everywhere, the change another; neither is used for
/// anything else, and neither ever stands without a word or a shape.
struct Palette {
  ImU32 paper = IM_COL32(255, 255, 255, 255);
  ImU32 panel = IM_COL32(243, 244, 246, 255);
  ImU32 field = IM_COL32(255, 255, 255, 255);
  ImU32 ink = IM_COL32(24, 28, 33, 255);
  ImU32 quiet_ink = IM_COL32(74, 83, 96, 255);
  ImU32 line = IM_COL32(118, 126, 138, 255);
  ImU32 faint_line = IM_COL32(208, 212, 218, 255);
  ImU32 base = IM_COL32(25, 91, 160, 255);
  ImU32 change = IM_COL32(162, 62, 0, 255);
  ImU32 change_veil = IM_COL32(226, 140, 80, 90);
  ImU32 delta_veil = IM_COL32(120, 130, 145, 46);
  ImU32 strong = IM_COL32(44, 55, 68, 255);  ///< primary buttons
  ImU32 on_strong = IM_COL32(255, 255, 255, 255);
  ImU32 focus = IM_COL32(122, 40, 158, 255);
  ImU32 warning = IM_COL32(255, 236, 179, 255);  ///< ground of notes that must be read
  ImU32 wrong = IM_COL32(160, 20, 30, 255);      ///< words about a mistake
};

/// Two colours that are laid on each other, for the test of their contrast.
struct InkOnGround {
  const char* use;
  ImU32 ink;
  ImU32 ground;
  double least_contrast;  ///< by WCAG 2.1: 4.5 for text, 3 for lines and shapes
};
[[nodiscard]] std::array<InkOnGround, 12> pairs_in_use(const Palette& palette);

/// Contrast ratio of two opaque colours, 1 to 21 (WCAG 2.1, relative luminance).
[[nodiscard]] double contrast(ImU32 a, ImU32 b);

struct Fonts {
  ImFont* body = nullptr;
  ImFont* bold = nullptr;
  ImFont* large = nullptr;  ///< for the answer
};

struct Look {
  Palette palette;
  Fonts fonts;
};

/// Body text at the usual zoom, in pixels of a screen without scaling.
inline constexpr float usual_font_pixels = 19.0F;
inline constexpr float least_zoom = 0.7F;
inline constexpr float most_zoom = 2.5F;

/// Sets ImGui's style for a body font of `font_pixels`.
void apply(const Palette& palette, float font_pixels);

/// Room in multiples of the current font's size.
[[nodiscard]] inline float em(float count = 1.0F) {
  return count * ImGui::GetFontSize();
}

/// For the life of the object, text is drawn in this font or colour. A null font changes nothing.
class WithFont {
 public:
  explicit WithFont(ImFont* font);
  ~WithFont();
  WithFont(const WithFont&) = delete;
  WithFont& operator=(const WithFont&) = delete;

 private:
  bool pushed_;
};

class WithInk {
 public:
  explicit WithInk(ImU32 ink) { ImGui::PushStyleColor(ImGuiCol_Text, ink); }
  ~WithInk() { ImGui::PopStyleColor(); }
  WithInk(const WithInk&) = delete;
  WithInk& operator=(const WithInk&) = delete;
};

}  // namespace lscb::ui

#include "ui/app/canvas.h"

#include <GL/gl.h>
#include <imgui_impl_opengl3.h>

#include <algorithm>
#include <cstddef>

namespace lscb::ui {

Canvas::Canvas(float font_pixels) : files_(find_fonts()) {
  ImGui::CreateContext();
  ImGui::GetIO().IniFilename = nullptr;
  ImGui_ImplOpenGL3_Init("#version 150");
  set_font_size(font_pixels);
}

Canvas::~Canvas() {
  ImGui_ImplOpenGL3_Shutdown();
  ImGui::DestroyContext();
}

void Canvas::set_font_size(float pixels) {
  if (pixels == font_pixels_) return;
  const bool first = font_pixels_ == 0.0F;  // the renderer's first frame makes the texture itself
  font_pixels_ = pixels;
  if (!first) ImGui_ImplOpenGL3_DestroyFontsTexture();
  look_.fonts = load_fonts(files_, pixels);
  if (!first) ImGui_ImplOpenGL3_CreateFontsTexture();
  ImGui::GetIO().FontDefault = look_.fonts.body;
  apply(look_.palette, pixels);
}

void Canvas::draw(Session& session, RoomState& state, int pixels_wide, int pixels_high) {
  ImGui_ImplOpenGL3_NewFrame();
  ImGui::NewFrame();
  draw_room(look_, session, state);
  ImGui::Render();
  glViewport(0, 0, pixels_wide, pixels_high);
  glClearColor(1.0F, 1.0F, 1.0F, 1.0F);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

Picture pixels_drawn(int pixels_wide, int pixels_high) {
  Picture picture{pixels_wide, pixels_high, {}};
  const std::size_t row = static_cast<std::size_t>(pixels_wide) * 3;
  std::vector<std::uint8_t> upside_down(row * static_cast<std::size_t>(pixels_high));
  glFinish();
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glReadPixels(0, 0, pixels_wide, pixels_high, GL_RGB, GL_UNSIGNED_BYTE, upside_down.data());
  picture.rgb.resize(upside_down.size());
  for (std::size_t y = 0; y < static_cast<std::size_t>(pixels_high); ++y) {
    const auto from = upside_down.begin() + static_cast<std::ptrdiff_t>((pixels_high - 1 - y) * row);
    std::copy(from, from + static_cast<std::ptrdiff_t>(row),
              picture.rgb.begin() + static_cast<std::ptrdiff_t>(y * row));
  }
  return picture;
}

}  // namespace lscb::ui

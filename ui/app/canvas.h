// Where ImGui draws with OpenGL 3: a frame of a size, and its pixels. The window and the picture without a
// window share it.
#pragma once

#include "ui/app/fonts.h"
#include "ui/app/png.h"
#include "ui/session/session.h"
#include "ui/views/room.h"

namespace lscb::ui {

/// ImGui's context, fonts and OpenGL renderer. REQUIRES: an OpenGL context that stays current for its life.
class Canvas {
 public:
  explicit Canvas(float font_pixels);
  ~Canvas();
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;

  /// Not between begin and end of a frame.
  void set_font_size(float pixels);
  [[nodiscard]] const Look& look() const { return look_; }
  [[nodiscard]] const FontFiles& font_files() const { return files_; }

  /// Draws one frame of the room into the current framebuffer. ImGui's display size, time and input are the
  /// caller's to set before.
  void draw(Session& session, RoomState& state, int pixels_wide, int pixels_high);

 private:
  FontFiles files_;
  Look look_;
  float font_pixels_ = 0.0F;
};

/// The current framebuffer's pixels.
[[nodiscard]] Picture pixels_drawn(int pixels_wide, int pixels_high);

}  // namespace lscb::ui

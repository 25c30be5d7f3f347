// A drawing surface that nobody sees, for pictures without a person: EGL's own where there is no display,
// else a hidden window.
#pragma once

#include <memory>
#include <string>

namespace lscb::ui {

/// While it lives, OpenGL 3.2 draws on it.
class Offscreen {
 public:
  /// Throws std::runtime_error, in words, where neither way works.
  Offscreen(int pixels_wide, int pixels_high);
  ~Offscreen();
  Offscreen(const Offscreen&) = delete;
  Offscreen& operator=(const Offscreen&) = delete;

 private:
  class Surface;
  class EglSurface;
  class HiddenWindow;
  std::unique_ptr<Surface> surface_;
};

}  // namespace lscb::ui

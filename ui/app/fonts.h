// The typeface: DejaVu Sans from the system's own files, in two weights, read at the size that is shown.
#pragma once

#include <string>

#include "ui/widgets/look.h"

namespace lscb::ui {

struct FontFiles {
  std::string body;  ///< empty if none was found
  std::string bold;
};

/// The first usual place that has them.
[[nodiscard]] FontFiles find_fonts();

/// Fills ImGui's atlas, which must not be in use by a frame. Without files, ImGui's built-in font at that
/// size: everything can be read, though not as well.
[[nodiscard]] Fonts load_fonts(const FontFiles& files, float pixels);

/// What to tell people where a font is missing; empty if none is.
[[nodiscard]] std::string notice_about(const FontFiles& files);

}  // namespace lscb::ui

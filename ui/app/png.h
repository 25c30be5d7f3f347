// Pictures as PNG (ISO/IEC 15948), not compressed: written by hand, for want of nothing but a checksum or
// two.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace lscb::ui {

/// Rows from the top, three bytes a pixel: red, green, blue.
struct Picture {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> rgb;
};

/// The file's bytes. REQUIRES: width and height of at least 1, and rgb of 3 * width * height bytes.
[[nodiscard]] std::string to_png(const Picture& picture);

}  // namespace lscb::ui

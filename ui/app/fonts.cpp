#include "ui/app/fonts.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace lscb::ui {
namespace {

constexpr float large_factor = 1.55F;

/// Debian and Ubuntu; Fedora; Arch; macOS and others by hand.
constexpr std::array<const char*, 5> folders{"/usr/share/fonts/truetype/dejavu/",
                                             "/usr/share/fonts/dejavu-sans-fonts/", "/usr/share/fonts/TTF/",
                                             "/usr/local/share/fonts/dejavu/", "/Library/Fonts/"};

/// Latin with its accents, dashes and quotes, the pound, arrows and the minus.
constexpr std::array<ImWchar, 11> letters{0x0020, 0x017F, 0x2010, 0x2027, 0x20AC, 0x20AC,
                                          0x2190, 0x2193, 0x2212, 0x2212, 0};

bool can_be_read(const std::string& path) {
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) return false;
  std::fclose(file);
  return true;
}

std::string first_with(const char* name) {
  for (const char* folder : folders) {
    std::string path = std::string{folder} + name;
    if (can_be_read(path)) return path;
  }
  return {};
}

ImFont* add(const std::string& file, float pixels) {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  pixels = std::round(pixels);
  if (!file.empty()) {
    if (ImFont* font = atlas.AddFontFromFileTTF(file.c_str(), pixels, nullptr, letters.data())) return font;
  }
  ImFontConfig config;
  config.SizePixels = pixels;
  return atlas.AddFontDefault(&config);
}

}  // namespace

FontFiles find_fonts() {
  FontFiles files{first_with("DejaVuSans.ttf"), first_with("DejaVuSans-Bold.ttf")};
  if (files.bold.empty()) files.bold = files.body;
  return files;
}

Fonts load_fonts(const FontFiles& files, float pixels) {
  ImGui::GetIO().Fonts->Clear();
  Fonts fonts;
  fonts.body = add(files.body, pixels);
  fonts.bold = add(files.bold, pixels);
  fonts.large = add(files.bold, large_factor * pixels);
  return fonts;
}

std::string notice_about(const FontFiles& files) {
  if (!files.body.empty()) return {};
  return "The font DejaVu Sans was not found, so letters are coarse: install the package fonts-dejavu-core.";
}

}  // namespace lscb::ui

// Where things stand on the screen, by name: so that a test can click on what a person would click on.
#pragma once

#include <imgui.h>

#include <map>
#include <string>

namespace lscb::ui {

struct Landmark {
  ImVec2 min;
  ImVec2 max;
  [[nodiscard]] ImVec2 centre() const { return {(min.x + max.x) / 2.0F, (min.y + max.y) / 2.0F}; }
};

struct Landmarks {
  std::map<std::string, Landmark> by_name;
  /// Remembers the item just drawn.
  void mark(const std::string& name) { by_name[name] = {ImGui::GetItemRectMin(), ImGui::GetItemRectMax()}; }
};

}  // namespace lscb::ui

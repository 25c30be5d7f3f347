// A room without a screen: ImGui without a renderer, fed with a pointer and keys as a window would feed it.
#pragma once

#include <gtest/gtest.h>
#include <imgui.h>

#include <chrono>
#include <string>
#include <thread>

#include "measures/catalogue.h"
#include "scenario/library.h"
#include "ui/session/session.h"
#include "ui/views/room.h"
#include "ui/widgets/look.h"

namespace lscb::ui::test {

/// The shipped scenarios, whatever the working directory.
inline scenario::Library shipped() {
  return scenario::Library::at(LSCB_SCENARIO_FOLDER);
}

/// In place of the model: the headline follows the first restructure's transfers, so that a moved lever
/// shows.
inline world::Outcome quick_model(const world::Design& design, kernel::WorldKey key, Interval) {
  double transferred = 0.0;
  for (const auto& change : design.changes) {
    if (const auto* r = std::get_if<change::Restructure>(&change.effect)) transferred += r->cases_transferred;
  }
  world::Outcome outcome;
  const auto wave = static_cast<double>(key.replication % 5);
  outcome.figures.assign(measures::catalogue().size(), 10.0 + wave);
  const auto ripple = static_cast<double>(key.replication % 3);
  outcome.figures[*measures::find("missed_assessments")] = 100.0 + wave + transferred * (40.0 + ripple);
  return outcome;
}

inline Session quick_session(experiment::OneReplicator model = quick_model) {
  return Session{shipped(), "no-change", "isle-of-wight-2011", experiment::each_alone(std::move(model))};
}

class Rig {
 public:
  explicit Rig(Session& session) : session_(session) {
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.DisplaySize = {1600.0F, 4000.0F};  // tall: nothing is scrolled away
    unsigned char* pixels = nullptr;
    int wide = 0, high = 0;
    io.Fonts->GetTexDataAsRGBA32(&pixels, &wide, &high);
#if IMGUI_VERSION_NUM < 18700
    for (int key = 0; key < ImGuiKey_COUNT; ++key) io.KeyMap[key] = first_key + key;
#endif
    apply(look_.palette, ImGui::GetIO().Fonts->Fonts[0]->FontSize);
    point_at({-1.0F, -1.0F});
    frame();
    frame();
  }
  ~Rig() {
    ImGui::DestroyContext();
  }
  Rig(const Rig&) = delete;
  Rig& operator=(const Rig&) = delete;

  RoomState state;

  void frame() {
    session_.poll();
    ImGui::GetIO().DeltaTime = 1.0F / 60.0F;
    ImGui::NewFrame();
    draw_room(look_, session_, state);
    ImGui::Render();
  }

  /// Every text of one frame, in order of drawing: by way of ImGui's log to the clipboard. The pointer is
  /// taken away before, since an explanation under it would end the log.
  [[nodiscard]] std::string words_on_screen() {
    point_at({-1.0F, -1.0F});
    frame();
    ImGuiIO& io = ImGui::GetIO();
    std::string words;
    io.ClipboardUserData = &words;
    io.SetClipboardTextFn = [](void* into, const char* text) { *static_cast<std::string*>(into) = text; };
    ImGui::NewFrame();
    ImGui::LogToClipboard();
    draw_room(look_, session_, state);  // its end ends the log
    ImGui::Render();
    io.ClipboardUserData = nullptr;
    io.SetClipboardTextFn = [](void*, const char*) {};
    return words;
  }

  [[nodiscard]] Landmark where(const std::string& name) const {
    const auto found = state.landmarks.by_name.find(name);
    EXPECT_NE(found, state.landmarks.by_name.end()) << "not on the screen: " << name;
    return found == state.landmarks.by_name.end() ? Landmark{} : found->second;
  }

  void point_at(ImVec2 place) {
#if IMGUI_VERSION_NUM < 18700
    ImGui::GetIO().MousePos = place;
#else
    ImGui::GetIO().AddMousePosEvent(place.x, place.y);
#endif
  }
  void button(bool down) {
#if IMGUI_VERSION_NUM < 18700
    ImGui::GetIO().MouseDown[0] = down;
#else
    ImGui::GetIO().AddMouseButtonEvent(0, down);
#endif
  }
  void key(ImGuiKey key, bool down) {
#if IMGUI_VERSION_NUM < 18700
    ImGui::GetIO().KeysDown[first_key + key] = down;
#else
    ImGui::GetIO().AddKeyEvent(key, down);
#endif
  }

  void press(ImVec2 place) {
    point_at(place);
    frame();
    button(true);
    frame();
  }
  void release() {
    button(false);
    frame();
    frame();
  }
  void click(const std::string& name) {
    press(where(name).centre());
    release();
  }
  void strike(ImGuiKey k) {
    key(k, true);
    frame();
    key(k, false);
    frame();
  }
  /// Into the field of that name, over what stands there, and Enter.
  void type(const std::string& name, const char* text) {
    click(name);
    ImGui::GetIO().AddInputCharactersUTF8(text);
    frame();
    strike(ImGuiKey_Enter);
    frame();
  }

 private:
  static constexpr int first_key = 100;
  Session& session_;
  Look look_;
};

/// Polls until nothing runs any more; gives up, failing, after a time no machine needs.
inline void wait_until_idle(Session& session) {
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::minutes{5};
  while (session.activity() != Activity::idle) {
    ASSERT_LT(std::chrono::steady_clock::now(), deadline);
    if (!session.poll()) std::this_thread::sleep_for(std::chrono::milliseconds{1});
  }
}

}  // namespace lscb::ui::test

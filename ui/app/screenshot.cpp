#include "ui/app/screenshot.h"

#include <chrono>
#include <cstdio>
#include <optional>
#include <stdexcept>
#include <thread>

#include "report/files.h"
#include "ui/app/canvas.h"
#include "ui/app/offscreen.h"

namespace lscb::ui {
namespace {

constexpr int usual_width = 1600;
constexpr int usual_height = 1200;
constexpr int frames_to_settle = 4;  // tables learn their widths from the frame before
constexpr float frame_seconds = 1.0F / 60.0F;

}  // namespace

int write_screenshot(Session& session, const Arguments& arguments) {
  const auto refuse = [](const std::string& reason) {
    std::fprintf(stderr, "lscb-ui: %s\n", reason.c_str());
    return exit_bad_input;
  };
  if (const auto reason = report::cannot_write(arguments.screenshot)) return refuse(*reason);
  const int wide = arguments.width > 0 ? arguments.width : usual_width;
  const int high = arguments.height > 0 ? arguments.height : usual_height;

  std::optional<Offscreen> surface;
  try {
    surface.emplace(wide, high);
  } catch (const std::runtime_error& error) {
    return refuse(error.what());
  }
  session.run();
  while (session.activity() != Activity::idle) {
    if (!session.poll()) std::this_thread::sleep_for(std::chrono::milliseconds{5});
  }
  if (!session.failure().empty()) {
    std::fprintf(stderr, "lscb-ui: a fault in the program, not in your files: %s\n",
                 session.failure().c_str());
    return exit_internal;
  }

  Canvas canvas{usual_font_pixels};
  RoomState state;
  state.notice = notice_about(canvas.font_files());
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {static_cast<float>(wide), static_cast<float>(high)};
  io.DeltaTime = frame_seconds;
  for (int frame = 0; frame < frames_to_settle; ++frame) canvas.draw(session, state, wide, high);
  if (const auto wrong = report::write_file(arguments.screenshot, to_png(pixels_drawn(wide, high)))) {
    return refuse(*wrong);
  }
  return exit_ok;
}

}  // namespace lscb::ui

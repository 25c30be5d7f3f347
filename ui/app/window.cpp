#include "ui/app/window.h"

#include <GLFW/glfw3.h>
#include <fmt/format.h>
#include <imgui_impl_glfw.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>

#include "report/files.h"
#include "ui/app/canvas.h"

namespace lscb::ui {
namespace {

constexpr int usual_width = 1440;
constexpr int usual_height = 960;
constexpr double seconds_between_looks = 0.1;  // at a comparison that runs
constexpr double seconds_of_a_cursor = 0.25;   // half a blink
constexpr double seconds_asleep = 5.0;
constexpr int frames_after_an_event = 3;  // ImGui lays some things out a frame late
constexpr float zoom_step = 1.1F;

/// What the keys ask of the window itself, since the last frame.
struct WindowKeys {
  Keystrokes room;
  float zoom = 1.0F;
  bool save_picture = false;
  bool woken = true;
};

WindowKeys& keys_of(GLFWwindow* window) {
  return *static_cast<WindowKeys*>(glfwGetWindowUserPointer(window));
}

void on_key(GLFWwindow* window, int key, int, int action, int mods) {
  WindowKeys& keys = keys_of(window);
  keys.woken = true;
  if (action == GLFW_RELEASE) return;
  const bool control = (mods & GLFW_MOD_CONTROL) != 0;
  const bool typing = ImGui::GetIO().WantTextInput;
  if (key == GLFW_KEY_F5) keys.room.run = true;
  if (key == GLFW_KEY_F6) keys.room.stop = true;
  if (key == GLFW_KEY_R && !control && !typing) keys.room.reset = true;
  if (!control) return;
  if (key == GLFW_KEY_EQUAL || key == GLFW_KEY_KP_ADD) keys.zoom *= zoom_step;
  if (key == GLFW_KEY_MINUS || key == GLFW_KEY_KP_SUBTRACT) keys.zoom /= zoom_step;
  if (key == GLFW_KEY_0 || key == GLFW_KEY_KP_0) keys.zoom = 1.0F;
  if (key == GLFW_KEY_P) keys.save_picture = true;
  if (key == GLFW_KEY_Q) glfwSetWindowShouldClose(window, GLFW_TRUE);
  keys.zoom = std::clamp(keys.zoom, least_zoom, most_zoom);
}

void wake(GLFWwindow* window) {
  keys_of(window).woken = true;
}

/// Our callbacks go in before ImGui's, which call them first.
void listen(GLFWwindow* window) {
  glfwSetKeyCallback(window, on_key);
  glfwSetCharCallback(window, [](GLFWwindow* w, unsigned) { wake(w); });
  glfwSetCursorPosCallback(window, [](GLFWwindow* w, double, double) { wake(w); });
  glfwSetMouseButtonCallback(window, [](GLFWwindow* w, int, int, int) { wake(w); });
  glfwSetScrollCallback(window, [](GLFWwindow* w, double, double) { wake(w); });
  glfwSetCursorEnterCallback(window, [](GLFWwindow* w, int) { wake(w); });
  glfwSetWindowFocusCallback(window, [](GLFWwindow* w, int) { wake(w); });
  glfwSetWindowRefreshCallback(window, wake);
  glfwSetFramebufferSizeCallback(window, [](GLFWwindow* w, int, int) { wake(w); });
}

std::string title_of(const Session& session) {
  const auto progress = session.progress();
  if (progress.total == 0) return "LSCB planning room";
  const char* state = session.activity() != Activity::idle
                          ? "running"
                          : (progress.done < progress.total ? "stopped" : "done");
  return fmt::format("LSCB planning room: {} of {} runs, {}", progress.done, progress.total, state);
}

class Window {
 public:
  Window(GLFWwindow* window, Session& session, const Arguments& arguments)
      : window_(window), session_(session), arguments_(arguments) {
    float scale_x = 1.0F, scale_y = 1.0F;
    glfwGetWindowContentScale(window_, &scale_x, &scale_y);
    font_pixels_ = std::round(usual_font_pixels * std::max(1.0F, scale_x));
  }

  void run() {
    glfwSetWindowUserPointer(window_, &keys_);
    listen(window_);
    Canvas canvas{font_pixels_};
    ImGui_ImplGlfw_InitForOpenGL(window_, true);
    ImGui::GetIO().ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    state_.notice = notice_about(canvas.font_files());
    int frames_due = frames_after_an_event;
    while (glfwWindowShouldClose(window_) == GLFW_FALSE) {
      glfwWaitEventsTimeout(frames_due > 0 ? 0.0 : patience());
      if (session_.poll() || keys_.woken || ImGui::GetIO().WantTextInput) frames_due = frames_after_an_event;
      keys_.woken = false;
      if (frames_due == 0) continue;
      --frames_due;
      frame(canvas);
    }
    ImGui_ImplGlfw_Shutdown();
  }

 private:
  /// How long nothing may happen before another look.
  [[nodiscard]] double patience() const {
    if (session_.activity() != Activity::idle) return seconds_between_looks;
    return ImGui::GetIO().WantTextInput ? seconds_of_a_cursor : seconds_asleep;
  }

  void frame(Canvas& canvas) {
    canvas.set_font_size(std::round(font_pixels_ * keys_.zoom));
    state_.keys = keys_.room;
    keys_.room = {};
    int wide = 0, high = 0;
    glfwGetFramebufferSize(window_, &wide, &high);
    ImGui_ImplGlfw_NewFrame();
    canvas.draw(session_, state_, wide, high);
    if (keys_.save_picture) save_picture(wide, high);
    glfwSwapBuffers(window_);
    if (std::string title = title_of(session_); title != title_) {
      title_ = std::move(title);
      glfwSetWindowTitle(window_, title_.c_str());
    }
  }

  void save_picture(int wide, int high) {
    keys_.save_picture = false;
    if (wide <= 0 || high <= 0) return;
    const auto wrong = report::write_file(arguments_.picture, to_png(pixels_drawn(wide, high)));
    state_.notice = wrong ? *wrong : "Picture saved: " + arguments_.picture;
    keys_.woken = true;
  }

  GLFWwindow* window_;
  Session& session_;
  const Arguments& arguments_;
  WindowKeys keys_;
  RoomState state_;
  float font_pixels_ = usual_font_pixels;
  std::string title_;
};

}  // namespace

int show_window(Session& session, const Arguments& arguments) {
  if (glfwInit() == GLFW_FALSE) {
    std::fputs(
        "lscb-ui: there is no display to open a window on. `lscb compare` gives the same figures as text, "
        "and "
        "`lscb-ui --screenshot compare FILE.png` draws them without a window.\n",
        stderr);
    return exit_bad_input;
  }
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 2);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
  GLFWwindow* window = glfwCreateWindow(arguments.width > 0 ? arguments.width : usual_width,
                                        arguments.height > 0 ? arguments.height : usual_height,
                                        title_of(session).c_str(), nullptr, nullptr);
  if (window == nullptr) {
    std::fputs(
        "lscb-ui: this display gives no OpenGL 3.2, which the window needs. The package libgl1-mesa-dri "
        "draws "
        "without a graphics card.\n",
        stderr);
    glfwTerminate();
    return exit_bad_input;
  }
  glfwMakeContextCurrent(window);
  glfwSwapInterval(1);
  Window{window, session, arguments}.run();
  glfwDestroyWindow(window);
  glfwTerminate();
  return exit_ok;
}

}  // namespace lscb::ui

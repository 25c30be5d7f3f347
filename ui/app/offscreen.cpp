#include "ui/app/offscreen.h"

#include <GLFW/glfw3.h>

#include <stdexcept>
#ifdef LSCB_HAS_EGL
#include <EGL/egl.h>
#include <EGL/eglext.h>
#endif

namespace lscb::ui {

class Offscreen::Surface {
 public:
  Surface() = default;
  virtual ~Surface() = default;
  Surface(const Surface&) = delete;
  Surface& operator=(const Surface&) = delete;
};

#ifdef LSCB_HAS_EGL
/// Mesa's platform without any window system, drawing on a pixel buffer.
class Offscreen::EglSurface final : public Surface {
 public:
  EglSurface(int wide, int high) {
    const auto get_display =
        reinterpret_cast<PFNEGLGETPLATFORMDISPLAYEXTPROC>(eglGetProcAddress("eglGetPlatformDisplayEXT"));
    if (get_display == nullptr) throw std::runtime_error("EGL knows no platform without a display");
    display_ = get_display(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
    if (display_ == EGL_NO_DISPLAY || eglInitialize(display_, nullptr, nullptr) == EGL_FALSE) {
      throw std::runtime_error("EGL does not start without a display");
    }
    try {
      make_current(wide, high);
    } catch (...) {
      eglTerminate(display_);
      throw;
    }
  }

  ~EglSurface() override {
    eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
    eglDestroyContext(display_, context_);
    eglDestroySurface(display_, surface_);
    eglTerminate(display_);
  }
  EglSurface(const EglSurface&) = delete;
  EglSurface& operator=(const EglSurface&) = delete;

 private:
  void make_current(int wide, int high) {
    eglBindAPI(EGL_OPENGL_API);
    const EGLint wanted[] = {EGL_SURFACE_TYPE,
                             EGL_PBUFFER_BIT,
                             EGL_RENDERABLE_TYPE,
                             EGL_OPENGL_BIT,
                             EGL_RED_SIZE,
                             8,
                             EGL_GREEN_SIZE,
                             8,
                             EGL_BLUE_SIZE,
                             8,
                             EGL_NONE};
    EGLConfig config = nullptr;
    EGLint found = 0;
    if (eglChooseConfig(display_, wanted, &config, 1, &found) == EGL_FALSE || found == 0) {
      throw std::runtime_error("EGL has no pixel buffer of eight bits a colour");
    }
    const EGLint size[] = {EGL_WIDTH, wide, EGL_HEIGHT, high, EGL_NONE};
    surface_ = eglCreatePbufferSurface(display_, config, size);
    const EGLint edition[] = {EGL_CONTEXT_MAJOR_VERSION,
                              3,
                              EGL_CONTEXT_MINOR_VERSION,
                              2,
                              EGL_CONTEXT_OPENGL_PROFILE_MASK,
                              EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT,
                              EGL_NONE};
    context_ = eglCreateContext(display_, config, EGL_NO_CONTEXT, edition);
    if (surface_ == EGL_NO_SURFACE || context_ == EGL_NO_CONTEXT ||
        eglMakeCurrent(display_, surface_, surface_, context_) == EGL_FALSE) {
      throw std::runtime_error("EGL gives no OpenGL 3.2 on a pixel buffer");
    }
  }

  EGLDisplay display_ = EGL_NO_DISPLAY;
  EGLSurface surface_ = EGL_NO_SURFACE;
  EGLContext context_ = EGL_NO_CONTEXT;
};
#endif

class Offscreen::HiddenWindow final : public Surface {
 public:
  HiddenWindow(int wide, int high) {
    if (glfwInit() == GLFW_FALSE) throw std::runtime_error("there is no display for a hidden window either");
    glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 2);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    window_ = glfwCreateWindow(wide, high, "lscb-ui", nullptr, nullptr);
    if (window_ == nullptr) {
      glfwTerminate();
      throw std::runtime_error("the display gives no OpenGL 3.2 either");
    }
    glfwMakeContextCurrent(window_);
  }
  ~HiddenWindow() override {
    glfwDestroyWindow(window_);
    glfwTerminate();
  }
  HiddenWindow(const HiddenWindow&) = delete;
  HiddenWindow& operator=(const HiddenWindow&) = delete;

 private:
  GLFWwindow* window_ = nullptr;
};

Offscreen::Offscreen(int pixels_wide, int pixels_high) {
  std::string reason;
#ifdef LSCB_HAS_EGL
  try {
    surface_ = std::make_unique<EglSurface>(pixels_wide, pixels_high);
    return;
  } catch (const std::runtime_error& error) {
    reason = std::string{error.what()} + ", and ";
  }
#endif
  try {
    surface_ = std::make_unique<HiddenWindow>(pixels_wide, pixels_high);
  } catch (const std::runtime_error& error) {
    throw std::runtime_error("no picture can be drawn here: " + reason + error.what() +
                             "; the package libgl1-mesa-dri draws without a graphics card");
  }
}

Offscreen::~Offscreen() = default;

}  // namespace lscb::ui

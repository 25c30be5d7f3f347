# Dear ImGui for the window: lscb::imgui is the toolkit itself, lscb::imgui_window adds GLFW and OpenGL 3.
# Found in this order:
#   1. LSCB_IMGUI_SOURCE, a source tree that is compiled in (what a browser or a Windows build needs)
#   2. the system's package, by pkg-config (libimgui-dev, 1.86 in Debian 12, 1.89 in Ubuntu 24.04)
set(LSCB_IMGUI_SOURCE "" CACHE PATH "A source tree of Dear ImGui to compile instead of the installed library")

find_package(glfw3 3.3 REQUIRED)
set(OpenGL_GL_PREFERENCE GLVND)
find_package(OpenGL REQUIRED OPTIONAL_COMPONENTS EGL)

add_library(lscb_imgui INTERFACE)
add_library(lscb::imgui ALIAS lscb_imgui)
add_library(lscb_imgui_window INTERFACE)
add_library(lscb::imgui_window ALIAS lscb_imgui_window)

if(LSCB_IMGUI_SOURCE)
  set(from ${LSCB_IMGUI_SOURCE})
  add_library(imgui_compiled STATIC
    ${from}/imgui.cpp ${from}/imgui_draw.cpp ${from}/imgui_tables.cpp ${from}/imgui_widgets.cpp
    ${from}/backends/imgui_impl_glfw.cpp ${from}/backends/imgui_impl_opengl3.cpp)
  target_include_directories(imgui_compiled SYSTEM PUBLIC ${from} ${from}/backends)
  target_compile_options(imgui_compiled PRIVATE -w)
  set(library imgui_compiled)
else()
  find_package(PkgConfig REQUIRED)
  pkg_check_modules(IMGUI REQUIRED IMPORTED_TARGET imgui)
  find_path(LSCB_IMGUI_BACKENDS imgui_impl_glfw.h HINTS ${IMGUI_INCLUDE_DIRS} PATH_SUFFIXES backends REQUIRED)
  target_include_directories(lscb_imgui SYSTEM INTERFACE ${IMGUI_INCLUDE_DIRS} ${LSCB_IMGUI_BACKENDS})
  set(library PkgConfig::IMGUI)
endif()
# A static library: what its backends need has to follow it on the link line.
target_link_libraries(${library} INTERFACE glfw OpenGL::GL ${CMAKE_DL_LIBS})
target_link_libraries(lscb_imgui INTERFACE ${library})
target_link_libraries(lscb_imgui_window INTERFACE lscb_imgui)
if(TARGET OpenGL::EGL)
  target_link_libraries(lscb_imgui_window INTERFACE OpenGL::EGL)
  target_compile_definitions(lscb_imgui_window INTERFACE LSCB_HAS_EGL)
endif()

// What the command line asks for, as plain values.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace lscb::ui {

inline constexpr int exit_ok = 0;
inline constexpr int exit_internal = 1;   ///< a mistake in the program
inline constexpr int exit_bad_input = 2;  ///< a mistake in what the program was given; nothing was written

struct Arguments {
  std::string base = "no-change";
  std::string change = "isle-of-wight-2011";
  int replications = 200;
  std::uint64_t seed = 1;
  int width = 0;  ///< of the window or picture in pixels; 0: the usual
  int height = 0;
  std::string screenshot;  ///< a file: draw the finished comparison there and open no window
  std::string picture = "lscb-picture.png";  ///< where Ctrl+P saves the window
};

/// Text for standard output, and nothing else to do.
struct Help {
  std::string text;
};

/// Every mistake, one a line.
struct Refusal {
  std::vector<std::string> mistakes;
};

/// `words`: without the program's name.
[[nodiscard]] std::variant<Arguments, Help, Refusal> parse(const std::vector<std::string>& words);

[[nodiscard]] const char* version();

}  // namespace lscb::ui

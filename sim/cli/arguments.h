// The command line: words in, a command or an answer out.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "cli/command.h"

namespace lscb::cli {

/// What to print and with which code to end, instead of a command: help, the version, or a mistake.
struct Answer {
  std::string text;
  int exit_code = exit_ok;
};

/// `words`: without the program's name. Prints nothing.
[[nodiscard]] std::variant<Command, Answer> parse(std::vector<std::string> words);

}  // namespace lscb::cli

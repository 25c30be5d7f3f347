// Where a result goes: as text to standard output, and as JSON and CSV where asked.
#pragma once

#include <functional>
#include <string>

#include "cli/command.h"

namespace lscb::cli {

/// A result in each of its forms, made only if wanted.
struct Forms {
  std::function<std::string()> text;
  std::function<std::string()> json;
  std::function<std::string()> csv;
};

/// Writes the files first, all of them or none, then standard output, which has its form in either case so
/// that the work is not lost. exit_ok, or exit_bad_input after telling which file could not be written; older
/// files are then as they were.
[[nodiscard]] int deliver(const Forms& forms, const Output& output);

/// How many replications of an experiment came to their end.
struct Finished {
  int done = 0;
  int asked = 0;
};
/// Likewise, of an experiment that may have been stopped: exit_interrupted where fewer were done than asked
/// for. Where none was, it says so and makes no form.
[[nodiscard]] int deliver(const Forms& forms, const Output& output, Finished finished);

}  // namespace lscb::cli

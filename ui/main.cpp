#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "experiment/memory.h"
#include "scenario/library.h"
#include "ui/app/arguments.h"
#include "ui/app/screenshot.h"
#include "ui/app/window.h"
#include "ui/session/session.h"

namespace {

using namespace lscb::ui;

int start(const Arguments& arguments) {
  Session session{lscb::scenario::Library::standard(), arguments.base, arguments.change};
  session.set_replications(arguments.replications);
  session.set_seed(arguments.seed);
  if (arguments.screenshot.empty()) {
    // A window shows what is wrong with a scenario beside its name, and lets another be chosen.
    if (!session.scenarios().empty() || session.objection().empty()) return show_window(session, arguments);
  }
  if (const std::string objection = session.objection(); !objection.empty()) {
    std::fprintf(stderr, "%s\n", objection.c_str());
    return exit_bad_input;
  }
  return write_screenshot(session, arguments);
}

}  // namespace

int main(int argc, char** argv) {
  lscb::experiment::keep_memory();
  try {
    const auto asked = parse({argv + 1, argv + argc});
    if (const auto* help = std::get_if<Help>(&asked)) {
      std::fputs(help->text.c_str(), stdout);
      return exit_ok;
    }
    if (const auto* refusal = std::get_if<Refusal>(&asked)) {
      for (const auto& mistake : refusal->mistakes) std::fprintf(stderr, "lscb-ui: %s\n", mistake.c_str());
      std::fputs("`lscb-ui --help` shows what can be asked for.\n", stderr);
      return exit_bad_input;
    }
    return start(std::get<Arguments>(asked));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "lscb-ui: a fault in the program: %s\n", error.what());
    return exit_internal;
  }
}

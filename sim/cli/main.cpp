#include <cstdio>
#include <exception>
#include <string>
#include <variant>
#include <vector>

#include "cli/arguments.h"
#include "cli/command.h"
#include "experiment/memory.h"
#include "experiment/run.h"

int main(int argc, char** argv) {
  using namespace lscb;
  experiment::keep_memory();
  try {
    const auto parsed = cli::parse(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc));
    if (const auto* answer = std::get_if<cli::Answer>(&parsed)) {
      std::fputs(answer->text.c_str(), answer->exit_code == cli::exit_ok ? stdout : stderr);
      return answer->exit_code;
    }
    const int code =
        std::visit([](const auto& command) { return cli::execute(command); }, std::get<cli::Command>(parsed));
    if (std::fflush(stdout) != 0 || std::ferror(stdout)) {
      std::fputs("lscb: standard output could not be written\n", stderr);
      return cli::exit_internal;
    }
    return code;
  } catch (const experiment::ReplicationFailure& failure) {
    std::fprintf(stderr, "lscb: a fault in the program, not in your files: %s\nNothing was written.\n",
                 failure.what());
  } catch (const std::exception& error) {
    std::fprintf(stderr, "lscb: a fault in the program, not in your files: %s\n", error.what());
  }
  return cli::exit_internal;
}

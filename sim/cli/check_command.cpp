#include <fmt/core.h>

#include <cstdio>
#include <utility>

#include "cli/command.h"
#include "cli/loading.h"
#include "scenario/load.h"
#include "scenario/workload.h"
#include "scenario/workload_text.h"

namespace lscb::cli {

int execute(const CheckCommand& command) {
  const auto library = scenario::Library::standard();
  std::vector<scenario::Diagnostic> problems;
  std::string answer;
  for (const auto& file : command.files) {
    auto checked = scenario::check_file(file, library);
    if (checked.loaded.problems.empty()) {
      answer += fmt::format("{}: {}, no mistakes found\n", file, scenario::name_of(checked.kind));
    }
    problems.insert(problems.end(), checked.loaded.problems.begin(), checked.loaded.problems.end());
  }
  for (const auto& area : command.workload_areas) {
    const auto loaded = scenario::load_area(area, library);
    if (loaded.design)
      scenario::print_workload(answer, scenario::workload(*loaded.design, loaded.provenance));
    problems.insert(problems.end(), loaded.problems.begin(), loaded.problems.end());
  }
  std::fputs(answer.c_str(), stdout);
  if (problems.empty()) return exit_ok;
  tell(std::move(problems));
  return exit_bad_input;
}

}  // namespace lscb::cli

#include <cstdio>

#include "cli/command.h"
#include "cli/loading.h"
#include "cli/progress.h"
#include "cli/results.h"
#include "experiment/families.h"
#include "report/families.h"

namespace lscb::cli {

int execute(const FamiliesCommand& command) {
  std::vector<std::string> scenarios{command.scenario};
  if (command.against) scenarios.push_back(*command.against);
  const auto designs = load(scenarios, command.options, command.output);
  if (!designs) return exit_bad_input;
  if (const auto mistakes = experiment::objections(*designs, command.search, command.options);
      !mistakes.empty()) {
    tell(mistakes);
    return exit_bad_input;
  }
  const Interrupt interrupt;
  experiment::FamiliesResult result;
  {
    ProgressBar bar{command.progress, command.output.to_stdout()};
    result = experiment::find_families(*designs, command.search, command.options,
                                       {bar.callback(), &Interrupt::asked()});
  }
  if (result.replications == 0) {
    std::fputs("lscb: stopped before the first replication was done; nothing to tell\n", stderr);
    return exit_interrupted;
  }
  const int code = deliver({[&] { return report::families_text(result, scenarios); },
                            [&] { return report::families_json(result, scenarios, version()); },
                            [&] { return report::families_csv(result); }},
                           command.output);
  return code == exit_ok && result.replications < result.replications_asked ? exit_interrupted : code;
}

}  // namespace lscb::cli

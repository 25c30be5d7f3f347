#include <cstdio>

#include "cli/command.h"
#include "cli/loading.h"
#include "cli/progress.h"
#include "cli/results.h"
#include "experiment/course.h"
#include "experiment/hindsight.h"
#include "report/hindsight.h"

namespace lscb::cli {

int execute(const HindsightCommand& command) {
  std::vector<std::string> scenarios{command.scenario};
  if (command.against) scenarios.push_back(*command.against);
  const auto designs = load(scenarios, command.options, command.output);
  if (!designs) return exit_bad_input;
  if (const auto mistake = experiment::cannot_pair(designs->front(), designs->back())) {
    tell({*mistake});
    return exit_bad_input;
  }
  const Interrupt interrupt;
  experiment::HindsightResult result;
  {
    ProgressBar bar{command.progress, command.output.to_stdout()};
    result = experiment::hindsight(*designs, command.options, {bar.callback(), &Interrupt::asked()});
  }
  if (result.replications == 0) {
    std::fputs("lscb: stopped before the first replication was done; nothing to tell\n", stderr);
    return exit_interrupted;
  }
  const int code = deliver({[&] { return report::hindsight_text(result); },
                            [&] { return report::hindsight_json(result, version()); },
                            [&] { return report::hindsight_csv(result); }},
                           command.output);
  return code == exit_ok && result.replications < result.replications_asked ? exit_interrupted : code;
}

}  // namespace lscb::cli

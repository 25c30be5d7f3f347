#include <cstdio>

#include "cli/command.h"
#include "cli/loading.h"
#include "cli/progress.h"
#include "cli/results.h"
#include "experiment/course.h"
#include "experiment/why.h"
#include "experiment/why_organisation.h"
#include "report/why.h"
#include "report/why_organisation.h"

namespace lscb::cli {
namespace {

/// Runs `experiment` (experiment::why or its like), and tells what came of it.
template <class Experiment>
int tell_why(const WhyCommand& command, const std::vector<world::Design>& designs, Experiment&& experiment) {
  const Interrupt interrupt;
  const auto result = [&] {
    ProgressBar bar{command.progress, command.output.to_stdout()};
    return experiment(designs, command.options, experiment::Hooks{bar.callback(), &Interrupt::asked()});
  }();
  if (result.replications == 0) {
    std::fputs("lscb: stopped before the first replication was done; nothing to tell\n", stderr);
    return exit_interrupted;
  }
  const int code = deliver({[&] { return report::to_text(result); },
                            [&] { return report::to_json(result, version()); }, [] { return std::string{}; }},
                           command.output);
  return code == exit_ok && result.replications < command.options.replications ? exit_interrupted : code;
}

}  // namespace

int execute(const WhyCommand& command) {
  std::vector<std::string> scenarios{command.scenario};
  if (command.against) scenarios.push_back(*command.against);
  const auto designs = load(scenarios, command.options, command.output);
  if (!designs) return exit_bad_input;
  if (const auto mistake = experiment::cannot_pair(designs->front(), designs->back())) {
    tell({*mistake});
    return exit_bad_input;
  }
  if (command.organisation) {
    return tell_why(command, *designs, [](const auto& all, const auto& options, const auto& hooks) {
      return experiment::why_organisation(all, options, hooks);
    });
  }
  return tell_why(command, *designs, [](const auto& all, const auto& options, const auto& hooks) {
    return experiment::why(all, options, hooks);
  });
}

}  // namespace lscb::cli

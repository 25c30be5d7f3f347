#include <cstdio>

#include "cli/command.h"
#include "cli/loading.h"
#include "cli/progress.h"
#include "cli/results.h"
#include "experiment/compare.h"
#include "report/data.h"
#include "report/text.h"

namespace lscb::cli {

int execute(const CompareCommand& command) {
  std::vector<std::string> scenarios{command.base};
  scenarios.insert(scenarios.end(), command.alternatives.begin(), command.alternatives.end());
  auto designs = load(scenarios, command.options, command.output);
  if (!designs) return exit_bad_input;
  const world::Design base = designs->front();
  designs->erase(designs->begin());

  const Interrupt interrupt;
  experiment::CompareResult result;
  {
    ProgressBar bar{command.progress, command.output.to_stdout()};
    result = experiment::compare(base, *designs, command.options, {bar.callback(), &Interrupt::asked()});
  }
  if (result.base.replications == 0) {
    std::fputs("lscb: stopped before the first replication was done; nothing to tell\n", stderr);
    return exit_interrupted;
  }
  const int code =
      deliver({[&] { return report::to_text(result, {command.output.all_measures}); },
               [&] { return report::to_json(result, version()); }, [&] { return report::to_csv(result); }},
              command.output);
  return code == exit_ok && result.base.replications < result.replications_asked ? exit_interrupted : code;
}

}  // namespace lscb::cli

#include "cli/comparison.h"

#include <cstdio>

#include "cli/loading.h"
#include "cli/progress.h"

namespace lscb::cli {

int compare_and_tell(const std::vector<std::string>& scenarios, const experiment::Options& options,
                     const Output& output, ShowProgress progress,
                     const std::function<Forms(const experiment::CompareResult&)>& forms_of) {
  auto designs = load(scenarios, options, output);
  if (!designs) return exit_bad_input;
  const world::Design base = designs->front();
  designs->erase(designs->begin());

  const Interrupt interrupt;
  experiment::CompareResult result;
  {
    ProgressBar bar{progress, output.to_stdout()};
    result = experiment::compare(base, *designs, options, {bar.callback(), &Interrupt::asked()});
  }
  if (result.base.replications == 0) {
    std::fputs("lscb: stopped before the first replication was done; nothing to tell\n", stderr);
    return exit_interrupted;
  }
  const int code = deliver(forms_of(result), output);
  return code == exit_ok && result.base.replications < result.replications_asked ? exit_interrupted : code;
}

}  // namespace lscb::cli

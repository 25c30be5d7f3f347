#include "cli/comparison.h"

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
  const auto result = with_bar(progress, output, [&](const experiment::Hooks& hooks) {
    return experiment::compare(base, *designs, options, hooks);
  });
  return deliver(forms_of(result), output, {result.base.replications, result.replications_asked});
}

}  // namespace lscb::cli

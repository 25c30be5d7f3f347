#include "cli/command.h"
#include "cli/loading.h"
#include "cli/progress.h"
#include "cli/results.h"
#include "experiment/hindsight.h"
#include "report/hindsight.h"

namespace lscb::cli {

int execute(const HindsightCommand& command) {
  const auto designs = load(one_or_two(command.scenario, command.against), command.options, command.output);
  if (!designs || !can_be_paired(*designs)) return exit_bad_input;
  const Interrupt interrupt;
  const auto result = with_bar(command.progress, command.output, [&](const experiment::Hooks& hooks) {
    return experiment::hindsight(*designs, command.options, hooks);
  });
  return deliver({[&] { return report::hindsight_text(result); },
                  [&] { return report::hindsight_json(result, version()); },
                  [&] { return report::hindsight_csv(result); }},
                 command.output, {result.replications, result.replications_asked});
}

}  // namespace lscb::cli

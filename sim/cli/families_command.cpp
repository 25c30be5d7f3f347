#include "cli/command.h"
#include "cli/loading.h"
#include "cli/progress.h"
#include "cli/results.h"
#include "experiment/families.h"
#include "report/families.h"

namespace lscb::cli {

int execute(const FamiliesCommand& command) {
  const std::vector<std::string> scenarios = one_or_two(command.scenario, command.against);
  const auto designs = load(scenarios, command.options, command.output);
  if (!designs || !can_be_paired(*designs)) return exit_bad_input;
  const Interrupt interrupt;
  const auto result = with_bar(command.progress, command.output, [&](const experiment::Hooks& hooks) {
    return experiment::find_families(*designs, command.search, command.options, hooks);
  });
  return deliver({[&] { return report::families_text(result, scenarios); },
                  [&] { return report::families_json(result, scenarios, version()); },
                  [&] { return report::families_csv(result); }},
                 command.output, {result.replications, result.replications_asked});
}

}  // namespace lscb::cli

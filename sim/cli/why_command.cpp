#include "cli/command.h"
#include "cli/loading.h"
#include "cli/progress.h"
#include "cli/results.h"
#include "experiment/why.h"
#include "experiment/why_organisation.h"
#include "report/why.h"
#include "report/why_organisation.h"

namespace lscb::cli {
namespace {

/// Runs `experiment` (experiment::why or its like), and tells what came of it.
template <class Experiment>
int tell_why(const WhyCommand& command, Experiment&& experiment) {
  const Interrupt interrupt;
  const auto result = with_bar(command.progress, command.output, experiment);
  return deliver({[&] { return report::to_text(result); }, [&] { return report::to_json(result, version()); },
                  [] { return std::string{}; }},
                 command.output, {result.replications, command.options.replications});
}

}  // namespace

int execute(const WhyCommand& command) {
  const auto designs = load(one_or_two(command.scenario, command.against), command.options, command.output);
  if (!designs || !can_be_paired(*designs)) return exit_bad_input;
  if (command.organisation) {
    return tell_why(command, [&](const experiment::Hooks& hooks) {
      return experiment::why_organisation(*designs, command.options, command.sample, hooks);
    });
  }
  return tell_why(command, [&](const experiment::Hooks& hooks) {
    return experiment::why(*designs, command.options, hooks);
  });
}

}  // namespace lscb::cli

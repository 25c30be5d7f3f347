#include "cli/command.h"
#include "cli/comparison.h"
#include "report/data.h"
#include "report/text.h"

namespace lscb::cli {

int execute(const CompareCommand& command) {
  std::vector<std::string> scenarios{command.base};
  scenarios.insert(scenarios.end(), command.alternatives.begin(), command.alternatives.end());
  return compare_and_tell(scenarios, command.options, command.output, command.progress,
                          [&](const experiment::CompareResult& result) {
                            return Forms{
                                [&] { return report::to_text(result, {command.output.all_measures}); },
                                [&] { return report::to_json(result, version()); },
                                [&] { return report::to_csv(result); }};
                          });
}

}  // namespace lscb::cli

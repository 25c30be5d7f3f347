#include <fmt/core.h>

#include <cstdio>
#include <ctime>

#include "cli/command.h"
#include "cli/loading.h"
#include "cli/progress.h"
#include "cli/results.h"
#include "cli/tracing.h"
#include "experiment/run.h"
#include "report/data.h"
#include "report/phrases.h"
#include "report/text.h"

namespace lscb::cli {
namespace {

/// `processor_seconds`: over all threads.
std::string effort_text(const experiment::FullRun& run, double processor_seconds) {
  const auto replications = static_cast<double>(run.result.replications);
  const world::Effort& effort = run.effort;
  const double events =
      static_cast<double>(effort.events_run_in + effort.events_window + effort.events_run_on);
  const auto each = [&](double count) { return report::grouped(count / replications, 0); };
  std::string out = "\nEffort (processor time on this machine)\n";
  out += fmt::format("  events a replication   {}: run-in {}, window {}, run-on {}\n", each(events),
                     each(static_cast<double>(effort.events_run_in)),
                     each(static_cast<double>(effort.events_window)),
                     each(static_cast<double>(effort.events_run_on)));
  out += fmt::format("  a replication          {:.2f} ms\n", processor_seconds * 1e3 / replications);
  if (events > 0.0)
    out += fmt::format("  an event               {:.0f} ns\n", processor_seconds * 1e9 / events);
  return out;
}

}  // namespace

int execute(const RunCommand& command) {
  std::vector<std::string> files;
  if (command.trace) files.push_back(*command.trace);
  const auto designs = load({command.scenario}, command.options, command.output, files);
  if (!designs) return exit_bad_input;

  if (command.trace) {
    const std::string size =
        size_of_trace(designs->front().area.children, command.options.replications, command.trace_families);
    if (!size.empty()) std::fprintf(stderr, "%s\n", size.c_str());
  }
  const Interrupt interrupt;
  const std::clock_t begun = std::clock();
  const auto full = with_bar(command.progress, command.output, [&](const experiment::Hooks& hooks) {
    return experiment::run(designs->front(), command.options, hooks);
  });
  const double seconds = static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC;
  const Finished finished{full.result.replications, command.options.replications};

  // Before the results: a family that is not there is a mistake of the input, after which nothing is told.
  int traced = exit_ok;
  if (command.trace && finished.done == finished.asked) {
    traced = write_trace(designs->front(), command.options.seed, {1, command.options.replications},
                         command.trace_families, *command.trace);
    if (traced == exit_bad_input) return traced;
  } else if (command.trace && finished.done > 0) {
    std::fputs("lscb: stopped; no trace was written\n", stderr);
  }
  const int code = deliver(
      {[&] {
         auto text = report::to_text(full.result, {command.output.all_measures});
         if (command.coverage) text.append("\n").append(report::coverage_text(full));
         if (command.effort) text += effort_text(full, seconds);
         return text;
       },
       [&] { return report::to_json(full.result, version()); }, [&] { return report::to_csv(full.result); }},
      command.output, finished);
  return code == exit_ok ? traced : code;
}

}  // namespace lscb::cli

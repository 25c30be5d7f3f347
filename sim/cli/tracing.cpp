#include "cli/tracing.h"

#include <cstdio>

#include "cli/command.h"
#include "cli/loading.h"
#include "cli/progress.h"
#include "experiment/course.h"
#include "report/files.h"
#include "report/trace_lines.h"

namespace lscb::cli {

int write_trace(const world::Design& design, std::uint64_t seed, ReplicationRange replications,
                const std::vector<std::uint32_t>& families, const std::string& path) {
  constexpr std::size_t enough = std::size_t{1} << 20;
  report::GrowingFile file{path};
  std::string lines;
  try {
    for (int replication = replications.first; replication <= replications.last; ++replication) {
      const auto write = [&](const trace::Step& step) {
        report::append_trace_line(lines, replication, step);
        if (lines.size() < enough) return;
        file.append(lines);
        lines.clear();
      };
      if (!experiment::follow(design, seed, replication, families, write, &Interrupt::asked())) {
        std::fputs("lscb: stopped; no trace was written\n", stderr);
        return exit_interrupted;
      }
    }
  } catch (const experiment::NoSuchFamily& mistake) {
    tell({mistake.what()});
    return exit_bad_input;
  }
  file.append(lines);
  if (const auto mistake = file.put_in_place()) {
    tell({*mistake});
    return exit_bad_input;
  }
  return exit_ok;
}

int execute(const TraceCommand& command) {
  const auto designs = load({command.scenario}, {command.file});
  if (!designs) return exit_bad_input;
  const Interrupt interrupt;
  return write_trace(designs->front(), command.seed, {command.replication, command.replication},
                     command.families, command.file);
}

}  // namespace lscb::cli

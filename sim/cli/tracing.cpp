#include "cli/tracing.h"

#include <fmt/core.h>

#include <cstdio>

#include "cli/command.h"
#include "cli/loading.h"
#include "cli/progress.h"
#include "experiment/course.h"
#include "report/files.h"
#include "report/phrases.h"
#include "report/trace_lines.h"

namespace lscb::cli {

std::string size_of_trace(double children, int replications, const std::vector<std::uint32_t>& families) {
  constexpr int few = 20;
  constexpr double gigabytes_a_child = 0.25 / 26'145.0;  // the Island's, four years and what lies around them
  if (!families.empty() || replications <= few) return {};
  const double gigabytes = gigabytes_a_child * children * replications;
  return fmt::format(
      "lscb: the trace of every family in {} replications will be about {} GB; --replications 2 or "
      "--trace-family N make it smaller",
      replications, report::grouped(gigabytes, gigabytes < 10.0 ? 1 : 0));
}

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

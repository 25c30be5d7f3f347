#include <fmt/core.h>

#include "report/difference_rows.h"
#include "report/financial_years.h"
#include "report/first_page.h"
#include "report/layout.h"
#include "report/phrases.h"
#include "report/text.h"

namespace lscb::report {
namespace {

void put_measures(std::string& out, const experiment::RunResult& run, const Indices& which,
                  std::string_view title) {
  if (which.empty()) return;
  if (!title.empty()) put_row(out, 0, fmt::format("\n{}", title));
  for (const std::size_t i : which) put_level(out, 2, run.measures[i], run.figures[i]);
}

}  // namespace

std::string to_text(const experiment::RunResult& run, const TextOptions& options) {
  std::string out;
  put_row(out, 0, heading);
  out += '\n';
  put_row(out, 0, fmt::format("Scenario  {}: {}", run.scenario, run.title));
  put_row(out, 0, fmt::format("Counted   {}", window_in_words(run.counted)));
  put_row(out, 0,
          fmt::format("Runs      {} replications, seed {}; intervals at {:g} %", run.replications, run.seed,
                      run.confidence * 100.0));
  out += '\n';
  const FirstPage page = first_page(run.measures);
  put_measures(out, run, page.headline, {});
  put_measures(out, run, page.levels, "By level");
  put_measures(out, run, page.ages, "By age");
  put_measures(out, run, page.areas, "By area: the catchments of children's centres");
  put_measures(out, run, page.others, "What bears on it");
  put_measures(out, run, page.waiting, "Without a worker at the end");
  put_measures(out, run, page.spend, "Money");
  put_financial_years(out, run);
  if (options.all_measures) {
    put_measures(out, run, page.waiting_ages, "Without a worker at the end, by age");
    put_measures(out, run, page.spend_on, "Money, by who pays for what");
    put_measures(out, run, page.work, "Work");
    put_measures(out, run, page.calls, "Calls, by who makes them");
    put_measures(out, run, page.turned_away, "Calls turned away, by who made them");
    put_measures(out, run, page.rest, "Everything else");
  }
  out += '\n';
  put_row(out, 0, caution);
  return out;
}

std::string coverage_text(const experiment::FullRun& run) {
  std::string out;
  put_row(out, 0,
          fmt::format("Branches of the pathway in {} replications of {}", run.result.replications,
                      run.result.scenario));
  std::size_t unexplained = 0;
  for (const auto& branch : run.branches) {
    std::string right = grouped(static_cast<double>(branch.taken), 0);
    if (branch.taken == 0) {
      right = branch.when_zero.empty() ? "NEVER, and nothing explains it" : "never: " + branch.when_zero;
      unexplained += branch.when_zero.empty();
    }
    out += fmt::format("  {:<36}  {}\n", branch.id, right);
  }
  out +=
      fmt::format("{} branches, {} never taken without an explanation\n", run.branches.size(), unexplained);
  return out;
}

}  // namespace lscb::report

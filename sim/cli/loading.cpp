#include "cli/loading.h"

#include <fmt/core.h>

#include <cstdio>
#include <functional>
#include <utility>

#include "experiment/course.h"
#include "experiment/run.h"
#include "report/files.h"
#include "scenario/load.h"

namespace lscb::cli {
namespace {

/// Options may be right by themselves and wrong for these scenarios.
std::vector<std::string> mistakes_in(const std::vector<world::Design>& designs,
                                     const experiment::Options& options, const Output& output,
                                     bool all_loaded) {
  std::vector<std::string> mistakes;
  if (all_loaded) mistakes = experiment::objections(experiment::addresses_of(designs), options);
  for (auto& mistake : cannot_write(output)) mistakes.push_back(std::move(mistake));
  return mistakes;
}

}  // namespace

std::vector<std::string> cannot_write(const Output& output) {
  std::vector<std::string> mistakes;
  for (const auto* file : {&output.json, &output.csv}) {
    if (!*file || **file == "-") continue;
    if (auto reason = report::cannot_write(**file)) mistakes.push_back(std::move(*reason));
  }
  return mistakes;
}

void tell(std::vector<scenario::Diagnostic> problems) {
  scenario::sort_by_position(problems);
  for (const auto& problem : problems) std::fprintf(stderr, "%s\n", scenario::to_string(problem).c_str());
}

void tell(const std::vector<std::string>& mistakes) {
  for (const auto& mistake : mistakes) std::fprintf(stderr, "lscb: %s\n", mistake.c_str());
}

namespace {

/// Empty, after every mistake has been told, if there is any; `weigh` adds those of what was loaded.
std::optional<std::vector<world::Design>> load_all(
    const std::vector<std::string>& scenarios,
    const std::function<std::vector<std::string>(const std::vector<world::Design>&, bool all_loaded)>&
        weigh) {
  std::vector<world::Design> designs;
  std::vector<scenario::Diagnostic> problems;
  for (auto& loaded : scenario::load_scenarios(scenarios, scenario::Library::standard())) {
    problems.insert(problems.end(), loaded.problems.begin(), loaded.problems.end());
    if (loaded.design) designs.push_back(std::move(*loaded.design));
  }
  const bool all_loaded = problems.empty() && designs.size() == scenarios.size();
  const auto mistakes = weigh(designs, all_loaded);
  if (all_loaded && mistakes.empty()) return designs;
  tell(std::move(problems));
  tell(mistakes);
  return std::nullopt;
}

void add_unwritable(const std::vector<std::string>& files, std::vector<std::string>& mistakes) {
  for (const std::string& file : files) {
    if (auto reason = report::cannot_write(file)) mistakes.push_back(std::move(*reason));
  }
}

}  // namespace

std::optional<std::vector<world::Design>> load(const std::vector<std::string>& scenarios,
                                               const experiment::Options& options, const Output& output,
                                               const std::vector<std::string>& files) {
  return load_all(scenarios, [&](const std::vector<world::Design>& designs, bool all_loaded) {
    auto mistakes = mistakes_in(designs, options, output, all_loaded);
    add_unwritable(files, mistakes);
    return mistakes;
  });
}

std::optional<std::vector<world::Design>> load(const std::vector<std::string>& scenarios,
                                               const std::vector<std::string>& files) {
  return load_all(scenarios, [&](const std::vector<world::Design>&, bool) {
    std::vector<std::string> mistakes;
    add_unwritable(files, mistakes);
    return mistakes;
  });
}

std::vector<std::string> one_or_two(const std::string& scenario, const std::optional<std::string>& against) {
  std::vector<std::string> scenarios{scenario};
  if (against) scenarios.push_back(*against);
  return scenarios;
}

bool can_be_paired(const std::vector<world::Design>& designs) {
  const auto mistake = experiment::cannot_pair(designs.front(), designs.back());
  if (mistake) tell({*mistake});
  return !mistake;
}

}  // namespace lscb::cli

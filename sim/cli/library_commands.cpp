#include <fmt/core.h>

#include <algorithm>
#include <cstdio>
#include <utility>

#include "cli/command.h"
#include "cli/loading.h"
#include "scenario/england.h"
#include "scenario/load.h"

namespace lscb::cli {
namespace {

void put(std::string& out, const std::vector<scenario::Entry>& entries, scenario::Kind kind,
         const char* title) {
  std::size_t width = 0;
  for (const auto& entry : entries) {
    if (entry.kind == kind) width = std::max(width, entry.stem.size());
  }
  if (width == 0) return;
  out += fmt::format("{}{}\n", out.empty() ? "" : "\n", title);
  for (const auto& entry : entries) {
    if (entry.kind != kind) continue;
    const std::string told = entry.title.empty()
                                 ? fmt::format("cannot be read: `lscb check {}` says why", entry.path)
                                 : entry.title;
    out += fmt::format("  {:<{}}  {}\n", entry.stem, width, told);
    if (!entry.summary.empty()) out += fmt::format("  {:<{}}  {}\n", "", width, entry.summary);
  }
}

void put(std::string& out, const scenario::Figure& figure) {
  out += fmt::format("{} = {}{}{}", figure.id, figure.value, figure.unit.empty() ? "" : " ", figure.unit);
  if (figure.range) out += fmt::format(" ({} to {})", figure.range->low, figure.range->high);
  out += fmt::format("  [{}{}{}]\n", scenario::name_of(figure.grade), figure.borrowed ? ", borrowed" : "",
                     figure.derived ? ", derived" : "");
  out += fmt::format("    {}{}{}\n", figure.source.empty() ? "source not stated" : figure.source,
                     figure.year.empty() ? "" : ", ", figure.year);
  if (!figure.note.empty()) out += fmt::format("    {}\n", figure.note);
}

}  // namespace

int execute(const ListCommand&) {
  const auto library = scenario::Library::standard();
  const auto entries = scenario::list(library);
  if (entries.empty()) {
    std::fputs(
        "lscb: no scenarios found; run it where a folder `scenarios` is, or set LSCB_SCENARIOS to one\n",
        stderr);
    return exit_bad_input;
  }
  std::string out;
  put(out, entries, scenario::Kind::scenario, "Scenarios");
  put(out, entries, scenario::Kind::area, "Areas");
  const auto authorities = scenario::authorities(library);
  if (!authorities.empty()) {
    out += fmt::format(
        "\nAuthorities of England\n  {}, each an area by its name: `lscb parameters Kent`; all of "
        "them: `lscb england`\n",
        authorities.size());
  }
  std::fputs(out.c_str(), stdout);
  return exit_ok;
}

int execute(const ParametersCommand& command) {
  const auto library = scenario::Library::standard();
  std::vector<scenario::Figure> figures;
  std::vector<scenario::Diagnostic> problems;
  const auto take = [&](scenario::Loaded loaded) {
    const auto& found = loaded.provenance.figures();
    figures.insert(figures.end(), found.begin(), found.end());
    problems.insert(problems.end(), loaded.problems.begin(), loaded.problems.end());
  };
  if (command.area) {
    take(scenario::load_area(*command.area, library));
  } else {
    for (const auto& name : scenario::names(library, scenario::Kind::parameters)) {
      take(scenario::check_file(scenario::find(library, scenario::Kind::parameters, name), library).loaded);
    }
  }
  if (!problems.empty()) {
    tell(std::move(problems));
    return exit_bad_input;
  }
  std::string out;
  std::size_t shown = 0;
  for (const auto& figure : figures) {
    if (command.grade && figure.grade != *command.grade) continue;
    put(out, figure);
    ++shown;
  }
  out += fmt::format("{}{} of {} figures", out.empty() ? "" : "\n", shown, figures.size());
  if (command.grade) out += fmt::format(" rest on a grade of {}", scenario::name_of(*command.grade));
  out += '\n';
  std::fputs(out.c_str(), stdout);
  return exit_ok;
}

}  // namespace lscb::cli

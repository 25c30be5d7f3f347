#include <algorithm>
#include <cstdio>
#include <utility>

#include "cli/command.h"
#include "cli/loading.h"
#include "cli/progress.h"
#include "cli/results.h"
#include "experiment/areas.h"
#include "report/england.h"
#include "scenario/england.h"

namespace lscb::cli {
namespace {

/// Which figure of the national profile the sum of which measures is set beside.
struct Beside {
  const char* figure;
  std::vector<std::string> measures;
  const char* label;
  const char* note;
};

const std::vector<Beside>& all_beside() {
  static const std::vector<Beside> all{
      {"area.referrals",
       {"referrals_children"},
       "referrals",
       "demand is set from the authorities' own rates"},
      {"area.initial_assessments", {"initial_assessments_children"}, "initial assessments", ""},
      {"area.core_assessments", {"core_assessments_children"}, "core assessments", ""},
      {"area.section47_enquiries",
       {"section47_enquiries_children"},
       "section 47 enquiries",
       "published: begun; simulated: completed"},
      {"area.conferences", {"conferences_children"}, "initial conferences", ""},
      {"area.protection_plans",
       {"protection_stock_children"},
       "children on protection plans",
       "published: on 31 March; simulated: on an average day"},
      {"area.children_in_need",
       {"child_in_need_stock_children", "protection_stock_children", "looked_after_stock_children"},
       "children in need",
       "published: on 31 March, with those whose assessment is not done; simulated: on a plan or looked "
       "after"},
      {"area.looked_after",
       {"looked_after_stock_children"},
       "children looked after",
       "published: on 31 March; simulated: on an average day, begun from 31 March 2010"},
  };
  return all;
}

std::vector<report::Published> published_of(const std::vector<scenario::Figure>& figures) {
  std::vector<report::Published> out;
  for (const Beside& beside : all_beside()) {
    const auto figure = std::find_if(figures.begin(), figures.end(),
                                     [&](const scenario::Figure& one) { return one.id == beside.figure; });
    if (figure == figures.end()) continue;
    out.push_back({beside.measures, beside.label, beside.note, figure->value, figure->unit, figure->year,
                   figure->source, scenario::name_of(figure->grade)});
  }
  return out;
}

/// Empty, after every mistake has been told, if there is any.
std::optional<scenario::England> load(const EnglandCommand& command) {
  auto england =
      scenario::load_england(command.scenarios, command.authorities, scenario::Library::standard());
  std::vector<std::string> mistakes = england.unknown;
  for (auto& mistake : cannot_write(command.output)) mistakes.push_back(std::move(mistake));
  if (england.problems.empty() && mistakes.empty()) return england;
  tell(std::move(england.problems));
  tell(mistakes);
  return std::nullopt;
}

}  // namespace

int execute(const EnglandCommand& command) {
  auto england = load(command);
  if (!england) return exit_bad_input;
  report::EnglandResult result;
  result.authorities = england->authorities;
  result.published = published_of(england->published);
  std::vector<experiment::AreaOfMany> areas;
  for (auto& place : england->places) {
    result.regions.push_back(place.authority.region);
    areas.push_back(
        {static_cast<std::uint64_t>(place.authority.number), place.authority.name, std::move(place.designs)});
  }
  if (const auto mistakes = experiment::objections(areas, command.options); !mistakes.empty()) {
    tell(mistakes);
    return exit_bad_input;
  }

  const Interrupt interrupt;
  result.areas = with_bar(
      command.progress, command.output,
      [&](const experiment::Hooks& hooks) { return experiment::run_areas(areas, command.options, hooks); },
      "authorities");
  if (result.areas.replications == 0) {
    std::fputs("lscb: stopped before England had been run once; nothing to tell\n", stderr);
    return exit_interrupted;
  }
  return deliver({[&] { return report::to_text(result, command.output.all_measures); },
                  [&] { return report::to_json(result, version()); }, [&] { return report::to_csv(result); }},
                 command.output, {result.areas.replications, result.areas.replications_asked});
}

}  // namespace lscb::cli

#include "scenario/england.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "scenario/designs.h"
#include "scenario/loader.h"
#include "scenario/parameter_reader.h"

namespace lscb::scenario {
namespace {

using detail::AuthorityDraft;
using detail::Loader;
using detail::ReadChange;
using detail::ScenarioDraft;

/// What a scenario gives to every authority.
struct Common {
  std::string name;
  const ScenarioDraft* draft = nullptr;
  std::optional<Interval> window;
  std::vector<ReadChange> changes;
};

/// Teams and centres are an area's own: a change that names one cannot be meant for every authority. Numbers
/// of posts come with a team; those of units are checked against each authority's posts (check_posts.cpp).
void refuse_local(const std::vector<ReadChange>& changes, std::vector<Diagnostic>& problems) {
  for (const ReadChange& read : changes) {
    for (const char* key : {"team", "centre"}) {
      const auto place = read.places.find(key);
      if (place == read.places.end()) continue;
      problems.push_back({read.change.origin.file, place->second.line, place->second.column,
                          fmt::format("a change of one {}, for the whole of England", key),
                          fmt::format("changes that name no {}", key), ""});
    }
  }
}

std::optional<Common> read_common(const std::string& name, const Library& library, Loader& loader,
                                  std::vector<Diagnostic>& problems) {
  const auto path = detail::asked_for(Kind::scenario, name, library, problems);
  if (!path) return std::nullopt;
  Common common;
  common.name = stem_of(*path);
  common.draft = loader.scenario(*path);
  if (common.draft == nullptr) return std::nullopt;
  common.window = detail::window_of(*common.draft, *path, problems);
  common.changes = common.draft->changes;
  detail::by_date(common.changes);
  refuse_local(common.changes, problems);
  return common;
}

/// Those asked for, in the table's order; all if none is named.
std::vector<const AuthorityDraft*> chosen(const std::vector<AuthorityDraft>& all,
                                          const std::vector<std::string>& only,
                                          std::vector<std::string>& unknown) {
  std::vector<std::string> known;
  for (const AuthorityDraft& draft : all) known.push_back(draft.authority.name);
  std::set<int> wanted;
  for (const std::string& name : only) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const AuthorityDraft& draft) {
      return name == draft.authority.name || name == fmt::format("{}", draft.authority.number);
    });
    if (found != all.end()) {
      wanted.insert(found->authority.number);
    } else if (!all.empty()) {
      const std::string near = nearest_name(name, known);
      unknown.push_back(fmt::format("found no authority called {}, expected one of the {} or its number{}",
                                    in_quotes(name), all.size(),
                                    near.empty() ? "" : fmt::format(" (did you mean {}?)", near)));
    }
  }
  std::vector<const AuthorityDraft*> out;
  for (const AuthorityDraft& draft : all) {
    if (only.empty() || wanted.count(draft.authority.number) > 0) out.push_back(&draft);
  }
  return out;
}

}  // namespace

England load_england(const std::vector<std::string>& scenarios, const std::vector<std::string>& only,
                     const Library& library) {
  England england;
  std::vector<Diagnostic>& problems = england.problems;
  Loader loader(library, problems);
  std::vector<Common> commons;
  for (const std::string& name : scenarios) {
    if (auto common = read_common(name, library, loader, problems)) commons.push_back(std::move(*common));
  }
  if (find_authorities(library).empty()) {
    problems.push_back({"england/authorities.csv", 1, 1, "no table of England's authorities",
                        "one in " + listed(library.folders), ""});
  }
  const std::vector<AuthorityDraft>& all = loader.authorities();
  england.authorities = all.size();
  world::Parameters parameters;
  Provenance provenance;
  detail::read_parameters(library, detail::slots_of(parameters), provenance, problems);
  for (const AuthorityDraft* place : chosen(all, only, england.unknown)) {
    England::Place& out = england.places.emplace_back();
    out.authority = place->authority;
    if (england.published.empty()) {
      for (const auto& [key, read] : place->area.national_figures) england.published.push_back(read.figure);
    }
    world::Design area;
    std::vector<Diagnostic> own;
    detail::fill_area(area, place->area, provenance, own);
    for (const Common& common : commons) {
      world::Design& design = out.designs.emplace_back(area);
      design.scenario = common.name;
      design.title = common.draft->title;
      design.parameters = parameters;
      if (common.window) design.window = *common.window;
      detail::check_together(design.area, design.parameters.door, {}, common.changes, common.window, own);
      design.changes = detail::plain(common.changes, provenance);
    }
    problems.insert(problems.end(), own.begin(), own.end());
    if (!own.empty()) break;  // what is wrong in one is as a rule wrong in all
  }
  sort_by_position(problems);
  if (!problems.empty() || !england.unknown.empty()) england.places.clear();
  return england;
}

std::vector<Authority> authorities(const Library& library) {
  std::vector<Diagnostic> problems;
  Loader loader(library, problems);
  std::vector<Authority> out;
  for (const AuthorityDraft& draft : loader.authorities()) out.push_back(draft.authority);
  return out;
}

}  // namespace lscb::scenario

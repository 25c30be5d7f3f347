#include "scenario/levers.h"

#include <fmt/format.h>

#include <map>
#include <string>

#include "scenario/load.h"

namespace lscb::scenario {
namespace {

bool begins_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

/// The first figure that the key has in a change of the kind, of the scenario or of its area's history.
std::optional<Figure> figure_of(const ChangeKind& kind, const ChangeKey& key, const Provenance& provenance) {
  const std::string end = fmt::format(".{}", key.name);
  for (const char* list : {"change", "history"}) {
    const std::string start = fmt::format("{}.{}@", list, kind.name);
    for (const Figure& figure : provenance.figures()) {
      if (begins_with(figure.id, start) && ends_with(figure.id, end)) return figure;
    }
  }
  return std::nullopt;
}

}  // namespace

std::vector<Lever> levers(const Library& library, std::vector<Diagnostic>& problems) {
  std::map<std::string, Provenance, std::less<>> examples;
  const auto provenance_of = [&](const char* scenario) -> const Provenance& {
    auto found = examples.find(scenario);
    if (found == examples.end()) {
      Loaded loaded = load_scenario(scenario, library);
      problems.insert(problems.end(), loaded.problems.begin(), loaded.problems.end());
      found = examples.emplace(scenario, std::move(loaded.provenance)).first;
    }
    return found->second;
  };
  std::vector<Lever> all;
  for (const ChangeKind* kind : change_kinds()) {
    const Provenance& provenance = provenance_of(kind->example);
    for (const ChangeKey& key : kind->keys) {
      Lever lever{kind, &key, figure_of(*kind, key, provenance), {}};
      for (const char* id : key.rests_on) {
        if (const Figure* figure = provenance.find(id)) lever.rests_on.push_back(*figure);
      }
      all.push_back(std::move(lever));
    }
  }
  return all;
}

}  // namespace lscb::scenario

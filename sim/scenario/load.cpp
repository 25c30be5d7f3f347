#include "scenario/load.h"

#include <fmt/format.h>

#include <algorithm>

#include "scenario/designs.h"
#include "scenario/loader.h"
#include "scenario/parameter_reader.h"

namespace lscb::scenario {
namespace {

using detail::AreaDraft;
using detail::asked_for;
using detail::by_date;
using detail::fill;
using detail::Loader;
using detail::plain;
using detail::ReadChange;
using detail::ScenarioDraft;
using detail::window_of;

Loaded finished(Loaded loaded, world::Design design) {
  sort_by_position(loaded.problems);
  if (loaded.problems.empty()) loaded.design = std::move(design);
  return loaded;
}

Loaded load_scenario_file(const std::string& path, const Library& library) {
  Loaded loaded;
  world::Design design;
  Loader loader(library, loaded.problems);
  const ScenarioDraft* draft = loader.scenario(path);
  if (draft == nullptr) return finished(std::move(loaded), {});
  design.scenario = stem_of(path);
  design.title = draft->title;
  const std::optional<Interval> window = window_of(*draft, path, loaded.problems);
  if (window) design.window = *window;
  if (!draft->area) {
    if (!draft->broken) {
      loaded.problems.push_back(
          {path, 1, 1, "no area in the scenario", "area = the name of a file in areas/", ""});
    }
    return finished(std::move(loaded), {});
  }
  const AreaDraft* area = loader.area(*draft->area);
  if (area == nullptr) return finished(std::move(loaded), {});
  if (area->national) {
    loaded.problems.push_back({draft->area_file, draft->area_at.line, draft->area_at.column,
                               fmt::format("the national profile {} as the area", in_quotes(area->id)),
                               "the area of one authority, which may extend it", ""});
  }
  fill(design, *area, library, loaded.provenance, loaded.problems);
  std::vector<ReadChange> history = area->history;
  std::vector<ReadChange> changes = draft->changes;
  by_date(history);
  by_date(changes);
  if (!area->broken)
    detail::check_together(design.area, design.parameters.door, history, changes, window, loaded.problems);
  design.history = plain(history, loaded.provenance);
  design.changes = plain(changes, loaded.provenance);
  return finished(std::move(loaded), std::move(design));
}

Loaded load_area_file(const std::string& path, const Library& library) {
  Loaded loaded;
  world::Design design;
  Loader loader(library, loaded.problems);
  const AreaDraft* area = loader.area(path);
  if (area == nullptr) return finished(std::move(loaded), {});
  design.scenario = area->id;
  design.title = area->title;
  fill(design, *area, library, loaded.provenance, loaded.problems);
  std::vector<ReadChange> history = area->history;
  by_date(history);
  if (!area->broken)
    detail::check_together(design.area, design.parameters.door, history, {}, std::nullopt, loaded.problems);
  design.history = plain(history, loaded.provenance);
  return finished(std::move(loaded), std::move(design));
}

Kind recognise(const std::string& path, const Node& root) {
  const std::string folder = stem_of(detail::folder_of(path));
  if (folder == "areas") return Kind::area;
  if (folder == "parameters") return Kind::parameters;
  const auto has = [&](std::initializer_list<const char*> keys) {
    return std::any_of(keys.begin(), keys.end(), [&](const char* key) { return root.get(key) != nullptr; });
  };
  if (has({"change", "area", "from", "to"})) return Kind::scenario;
  if (has({"figures", "team", "centre", "history", "referral_sources", "ages", "national"}))
    return Kind::area;
  world::Parameters parameters;
  for (const std::string& room : detail::rooms_of(detail::slots_of(parameters))) {
    if (const Node* node = root.get(room); node != nullptr && node->type == Node::Type::table) {
      return Kind::parameters;
    }
  }
  return Kind::scenario;
}

}  // namespace

Loaded load_scenario(std::string_view name_or_path, const Library& library) {
  Loaded loaded;
  const auto path = asked_for(Kind::scenario, name_or_path, library, loaded.problems);
  return path ? load_scenario_file(*path, library) : loaded;
}

Loaded load_area(std::string_view name_or_path, const Library& library) {
  Loaded loaded;
  const auto path = asked_for(Kind::area, name_or_path, library, loaded.problems);
  return path ? load_area_file(*path, library) : loaded;
}

std::vector<Loaded> load_scenarios(const std::vector<std::string>& names_or_paths, const Library& library) {
  std::vector<Loaded> out;
  for (const std::string& name : names_or_paths) out.push_back(load_scenario(name, library));
  return out;
}

std::vector<Entry> list(const Library& library) {
  std::vector<Entry> entries;
  for (const Kind kind : {Kind::scenario, Kind::area}) {
    for (const std::string& name : names(library, kind)) {
      Entry entry;
      entry.stem = name;
      entry.kind = kind;
      entry.path = find(library, kind, name);
      const FileText file = library.files->read(entry.path);
      const Node root = file.text ? parse(*file.text, entry.path).root : Node{};
      const auto text = [&](const char* key) {
        const Node* node = root.get(key);
        return node != nullptr && node->type == Node::Type::text ? node->text : std::string{};
      };
      entry.title = text("title");
      entry.summary = text("summary");
      entries.push_back(std::move(entry));
    }
  }
  return entries;
}

Checked check_file(std::string_view name_or_path, const Library& library) {
  Checked checked;
  std::string path;
  for (const Kind kind : {Kind::scenario, Kind::area, Kind::parameters}) {
    path = find(library, kind, name_or_path);
    if (!path.empty()) break;
  }
  if (path.empty()) {
    const std::string name(name_or_path);
    const FileText file = library.files->read(name);
    std::vector<std::string> known = names(library, Kind::scenario);
    for (const std::string& area : names(library, Kind::area)) known.push_back(area);
    checked.loaded.problems.push_back(
        {name, 1, 1, file.found, file.expected, nearest_name(stem_of(name), known)});
    return checked;
  }
  std::vector<Diagnostic> problems;
  FileContext context;
  context.problems = &problems;
  Node root;
  const bool readable = detail::open(library, path, context, root);
  checked.kind = recognise(path, root);
  if (!readable) {
    checked.loaded.problems = std::move(problems);
  } else if (checked.kind == Kind::scenario) {
    checked.loaded = load_scenario_file(path, library);
  } else if (checked.kind == Kind::area) {
    checked.loaded = load_area_file(path, library);
  } else {
    world::Parameters parameters;
    detail::read_parameter_file(context, root, detail::slots_of(parameters), checked.loaded.provenance);
    checked.loaded.problems = std::move(problems);
  }
  sort_by_position(checked.loaded.problems);
  return checked;
}

}  // namespace lscb::scenario

#include "scenario/load.h"

#include <fmt/format.h>

#include <algorithm>

#include "scenario/loader.h"
#include "scenario/parameter_reader.h"

namespace lscb::scenario {
namespace {

using detail::AreaDraft;
using detail::Loader;
using detail::ReadChange;
using detail::ScenarioDraft;

/// Twenty years: the widest window that a plan can mean.
constexpr int longest_window_months = 240;

FileContext context_of(const std::string& file, std::vector<Diagnostic>& problems) {
  FileContext context;
  context.file = file;
  context.problems = &problems;
  return context;
}

void by_date(std::vector<ReadChange>& changes) {
  std::stable_sort(changes.begin(), changes.end(),
                   [](const ReadChange& a, const ReadChange& b) { return a.change.date < b.change.date; });
}

std::vector<change::Change> plain(const std::vector<ReadChange>& reads, Provenance& provenance) {
  std::vector<change::Change> changes;
  for (const ReadChange& read : reads) {
    changes.push_back(read.change);
    for (const Figure& figure : read.figures) provenance.put(figure);
  }
  return changes;
}

/// The area, parameters and history of a design; what is common to scenarios and areas.
void fill(world::Design& design, const AreaDraft& draft, const Library& library, Provenance& provenance,
          std::vector<Diagnostic>& problems) {
  std::vector<Diagnostic> own;
  design.area = detail::complete(draft, stem_of(draft.path), context_of(draft.path, own), provenance);
  problems.insert(problems.end(), own.begin(), own.end());
  if (design.area.children > 0.0) {
    design.demand_intensity =
        (design.area.flows.referrals / design.area.children) / reference_referrals_a_child;
    provenance.put({"area.demand_intensity", "Demand relative to the area the life parameters were set for",
                    design.demand_intensity, "factor", std::nullopt,
                    "the area's referrals a child over those of the Isle of Wight, 2011-12", "2011-12",
                    "published flows cannot tell need from detection", spec::Grade::assumption, true, false,
                    true, draft.path, 1});
  }
  const std::vector<detail::Slot> slots = detail::slots_of(design.parameters);
  detail::read_parameters(library, slots, provenance, problems);
  detail::set_slots(draft.parameters, slots, provenance, problems);
}

std::optional<Interval> window_of(const ScenarioDraft& draft, const std::string& path,
                                  std::vector<Diagnostic>& problems) {
  const auto report = [&](std::string found, std::string expected) {
    problems.push_back({path, 1, 1, std::move(found), std::move(expected), ""});
  };
  if (!draft.broken && !draft.window_faulty) {
    if (!draft.from) report("no from in the scenario", "from = 2010-01-01, say: the first day counted");
    if (!draft.to)
      report("no to in the scenario", "to = 2014-01-01, say: the day after the last one counted");
  }
  if (!draft.from || !draft.to) return std::nullopt;
  const Interval window{at_date(*draft.from), at_date(*draft.to)};
  if (window.to <= window.from) {
    problems.push_back({draft.window_file, draft.to_at.line, draft.to_at.column,
                        "to, which is not after from", "a later day, the one after the last day counted",
                        ""});
    return std::nullopt;
  }
  if (window.to > add_months(window.from, longest_window_months)) {
    problems.push_back({draft.window_file, draft.to_at.line, draft.to_at.column,
                        "a window of more than 20 years", "at most 20 years from from to to", ""});
    return std::nullopt;
  }
  return window;
}

/// The path of what a person asked for, or a report.
std::optional<std::string> asked_for(Kind kind, std::string_view name, const Library& library,
                                     std::vector<Diagnostic>& problems) {
  std::string path = find(library, kind, name);
  if (!path.empty()) return path;
  const std::vector<std::string> known = names(library, kind);
  problems.push_back({std::string(name), 1, 1, fmt::format("no {} called {}", name_of(kind), in_quotes(name)),
                      known.empty() ? "a path to a file" : listed(known, 20) + ", or a path to a file",
                      nearest_name(stem_of(name), known)});
  return std::nullopt;
}

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
    loaded.problems.push_back(
        {draft->area_file, draft->area_at.line, draft->area_at.column,
         fmt::format("the national profile {} as the area", in_quotes(stem_of(area->path))),
         "the area of one authority, which may extend it", ""});
  }
  fill(design, *area, library, loaded.provenance, loaded.problems);
  std::vector<ReadChange> history = area->history;
  std::vector<ReadChange> changes = draft->changes;
  by_date(history);
  by_date(changes);
  if (!area->broken) detail::check_together(design.area, history, changes, window, loaded.problems);
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
  design.scenario = stem_of(path);
  design.title = area->title;
  fill(design, *area, library, loaded.provenance, loaded.problems);
  std::vector<ReadChange> history = area->history;
  by_date(history);
  if (!area->broken) detail::check_together(design.area, history, {}, std::nullopt, loaded.problems);
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

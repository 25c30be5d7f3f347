#include "scenario/designs.h"

#include <fmt/format.h>

#include <algorithm>

#include "scenario/load.h"
#include "scenario/loader.h"
#include "scenario/parameter_reader.h"

namespace lscb::scenario::detail {
namespace {

/// Twenty years: the widest window that a plan can mean.
constexpr int longest_window_months = 240;

FileContext context_of(const std::string& file, std::vector<Diagnostic>& problems) {
  FileContext context;
  context.file = file;
  context.problems = &problems;
  return context;
}

}  // namespace

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

void fill_area(world::Design& design, const AreaDraft& draft, Provenance& provenance,
               std::vector<Diagnostic>& problems) {
  std::vector<Diagnostic> own;
  design.area = complete(draft, draft.id, context_of(draft.path, own), provenance);
  problems.insert(problems.end(), own.begin(), own.end());
  if (design.area.children > 0.0) {
    design.demand_intensity =
        (design.area.flows.referrals / design.area.children) / reference_referrals_a_child;
    provenance.put({"area.demand_intensity", "Demand relative to the area the life parameters were set for",
                    design.demand_intensity, "factor", std::nullopt,
                    "the area's referrals a child over those of the Isle of Wight, 2011-12", "2011-12",
                    "published flows cannot tell need from detection", spec::Grade::assumption, true, false,
                    true, draft.path, draft.at.line});
  }
}

void fill(world::Design& design, const AreaDraft& draft, const Library& library, Provenance& provenance,
          std::vector<Diagnostic>& problems) {
  fill_area(design, draft, provenance, problems);
  const std::vector<Slot> slots = slots_of(design.parameters);
  read_parameters(library, slots, provenance, problems);
  set_slots(draft.parameters, slots, provenance, problems);
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

std::optional<std::string> asked_for(Kind kind, std::string_view name, const Library& library,
                                     std::vector<Diagnostic>& problems) {
  std::string path = find(library, kind, name);
  Loader loader(library, problems);
  if (path.empty() && kind == Kind::area) path = loader.authority_path(name);
  if (!path.empty()) return path;
  const std::vector<std::string> known = names(library, kind);
  problems.push_back({std::string(name), 1, 1, loader.none_called(kind, name),
                      known.empty() ? "a path to a file" : listed(known, 20) + ", or a path to a file",
                      loader.nearest(kind, stem_of(name))});
  return std::nullopt;
}

}  // namespace lscb::scenario::detail

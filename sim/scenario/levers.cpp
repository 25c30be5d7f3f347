#include "scenario/levers.h"

#include <fmt/format.h>

#include <string>
#include <utility>

#include "scenario/drafts.h"
#include "scenario/load.h"
#include "scenario/quantity.h"

namespace lscb::scenario {
namespace {

using Form = ChangeKey::Form;

/// A change of a shipped file as it is written there.
struct Written {
  Node node;
  detail::ReadChange read;
  Evidence evidence;
};

/// A shipped file with its changes.
struct Source {
  std::string name;
  std::string path;
  std::vector<Written> changes;
};

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

/// Reads the changes of a file, without those of the files that it extends.
void read_source(const Library& library, Kind kind, const char* list, Source& source,
                 std::vector<Diagnostic>& problems) {
  source.path = find(library, kind, source.name);
  FileContext context;
  context.problems = &problems;
  Node root;
  if (!detail::open(library, source.path, context, root)) return;
  TableReader table(context, root, "a file");
  const std::vector<detail::ReadChange> all = detail::read_changes(context, table, list);
  for (const Node* node : table.tables(list)) {
    for (const detail::ReadChange& read : all) {
      if (read.place_of("").line != node->at.line) continue;
      const Evidence evidence = TableReader(context, *node, "a change").evidence(context.defaults);
      source.changes.push_back({*node, read, evidence});
      break;
    }
  }
}

/// Every scenario, then every area with its history.
std::vector<Source> sources(const Library& library, std::vector<Diagnostic>& problems) {
  std::vector<Source> all;
  for (const auto& [kind, list] : {std::pair{Kind::scenario, "change"}, std::pair{Kind::area, "history"}}) {
    for (const std::string& name : names(library, kind)) {
      all.push_back({name, {}, {}});
      read_source(library, kind, list, all.back(), problems);
    }
  }
  return all;
}

std::string in_words(const Node& node) {
  switch (node.type) {
    case Node::Type::boolean:
      return node.number != 0.0 ? "true" : "false";
    case Node::Type::date:
      return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(node.date.year()),
                         static_cast<unsigned>(node.date.month()), static_cast<unsigned>(node.date.day()));
    case Node::Type::array: {
      std::string out;
      for (const Member& member : node.members) {
        out += fmt::format("{}{}", out.empty() ? "" : ", ", in_words(member.value));
      }
      return out;
    }
    default:
      return node.text;
  }
}

/// A key that is no figure has the evidence of its change.
Figure evidence_of(const Written& written, const ChangeKind& kind, const ChangeKey& key,
                   const std::string& file) {
  Figure figure;
  figure.id = fmt::format("{}.{}", kind.name, key.name);
  figure.label = key.label;
  figure.source = written.evidence.source.value_or("not stated");
  figure.year = written.evidence.year.value_or("");
  figure.grade = written.evidence.grade.value_or(spec::Grade::assumption);
  figure.stated = written.evidence.source && written.evidence.year && written.evidence.grade;
  figure.file = file;
  figure.line = written.read.place_of(key.name).line;
  return figure;
}

std::optional<LeverExample> example_in(const Source& source, const ChangeKind& kind, const ChangeKey& key) {
  for (const Written& written : source.changes) {
    const Node* node = written.node.get(key.name);
    if (written.read.kind != kind.name || node == nullptr) continue;
    if (key.form != Form::figure) {
      return LeverExample{source.name, in_words(*node), evidence_of(written, kind, key, source.path)};
    }
    for (const Figure& figure : written.read.figures) {
      if (!ends_with(figure.id, fmt::format(".{}", key.name))) continue;
      return LeverExample{source.name, scenario::written(figure.value, figure.unit), figure};
    }
  }
  return std::nullopt;
}

}  // namespace

std::vector<Lever> levers(const Library& library, std::vector<Diagnostic>& problems) {
  const std::vector<Source> files = sources(library, problems);
  // Any area has every parameter.
  const Loaded parameters = load_scenario(change_kinds().front()->example, library);
  problems.insert(problems.end(), parameters.problems.begin(), parameters.problems.end());
  std::vector<Lever> all;
  for (const ChangeKind* kind : change_kinds()) {
    for (const ChangeKey& key : kind->keys) {
      Lever lever{kind, &key, {}, {}};
      for (const Source& source : files) {
        if (source.name == kind->example) lever.example = example_in(source, *kind, key);
      }
      for (std::size_t i = 0; i < files.size() && !lever.example; ++i) {
        lever.example = example_in(files[i], *kind, key);
      }
      for (const char* id : key.rests_on) {
        if (const Figure* figure = parameters.provenance.find(id)) lever.rests_on.push_back(*figure);
      }
      all.push_back(std::move(lever));
    }
  }
  return all;
}

}  // namespace lscb::scenario

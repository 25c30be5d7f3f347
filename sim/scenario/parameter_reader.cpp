#include "scenario/parameter_reader.h"

#include <fmt/format.h>

#include <algorithm>

namespace lscb::scenario::detail {
namespace {

constexpr std::string_view figure_keys[] = {"value",  "unit",  "range", "year",
                                            "source", "grade", "note",  "label"};

/// A table is a parameter, rather than a folder of parameters, as soon as it holds one plain key of a figure.
bool is_figure(const Node& node) {
  return std::any_of(std::begin(figure_keys), std::end(figure_keys), [&](std::string_view key) {
    const Node* value = node.get(key);
    return value != nullptr && value->type != Node::Type::table;
  });
}

std::optional<Range> read_bounds(const FileContext& context, const std::string& id, const Node& node) {
  const bool two_numbers = node.type == Node::Type::array && node.members.size() == 2 &&
                           node.members[0].value.type == Node::Type::number &&
                           node.members[1].value.type == Node::Type::number;
  if (!two_numbers) {
    const bool refused = std::any_of(node.members.begin(), node.members.end(), [](const Member& member) {
      return member.value.type == Node::Type::refused;
    });
    if (refused) return std::nullopt;  // told already, and once is enough
    context.report_value(node, "range of " + id,
                         "a list of the lowest and the highest plausible value, as in [0.6, 1.4]");
    return std::nullopt;
  }
  const Range range{node.members[0].value.number, node.members[1].value.number};
  if (range.low > range.high) {
    context.report(node.at, fmt::format("range of {} from {:.6g} to {:.6g}", id, range.low, range.high),
                   "the lower value first");
    return std::nullopt;
  }
  return range;
}

std::optional<ParameterFigure> read_parameter(const FileContext& context, const Node& node, Position at,
                                              const std::string& id) {
  TableReader table(context, node, id);
  Figure figure;
  figure.id = id;
  figure.file = context.file;
  figure.line = node.at.line;
  figure.label = table.text("label").value_or("");
  const Node* value = table.need("value", "value = a plain number");
  const auto unit = table.need_text("unit", "the unit in quotes");
  const Node* range = table.need("range", "range = [lowest, highest]");
  const Evidence evidence = table.evidence(context.defaults);
  const auto need_evidence = [&](bool there, const char* key, const char* expected) {
    if (!there && !table.has(key) && !context.partial) {
      context.report(node.at, fmt::format("no {} in {}", key, id), expected);
    }
  };
  need_evidence(evidence.year.has_value(), "year", "the year the figure describes");
  need_evidence(evidence.source.has_value(), "source", "where the figure comes from");
  need_evidence(evidence.grade.has_value(), "grade", "measured, published, judgement or assumption");
  figure.note = table.text("note").value_or("");
  table.finish();
  figure.unit = unit.value_or("");
  figure.year = evidence.year.value_or("");
  figure.source = evidence.source.value_or("not stated");
  figure.grade = evidence.grade.value_or(spec::Grade::assumption);
  figure.stated = evidence.year && evidence.source && evidence.grade;
  if (range != nullptr) figure.range = read_bounds(context, id, *range);
  if (value == nullptr) return std::nullopt;
  if (value->type != Node::Type::number) {
    context.report_value(*value, "value of " + id, "a plain number; its unit stands in unit = \"…\"");
    return std::nullopt;
  }
  figure.value = value->number;
  figure.line = value->at.line;
  const double low = figure.range ? figure.range->low : figure.value;
  const double high = figure.range ? figure.range->high : figure.value;
  if (figure.value < low || figure.value > high) {
    context.report(value->at, fmt::format("{} = {:.6g}", id, figure.value),
                   fmt::format("a value inside its own range, {:.6g} to {:.6g}", low, high));
  } else if (figure.unit == "share" && (low < 0.0 || high > 1.0)) {
    context.report(value->at,
                   fmt::format("{} = {:.6g} in a range of {:.6g} to {:.6g}", id, figure.value, low, high),
                   "a share from 0 to 1");
  }
  return ParameterFigure{figure, at, table.place_of("unit")};
}

void collect(const FileContext& context, const Node& node, Position at, const std::string& path,
             std::vector<ParameterFigure>& figures) {
  if (!path.empty() && is_figure(node)) {
    if (auto figure = read_parameter(context, node, at, path)) figures.push_back(std::move(*figure));
    return;
  }
  for (const Member& member : node.members) {
    if (refuse_child_level(context, member)) continue;
    const std::string id = path.empty() ? member.key : path + "." + member.key;
    if (member.value.type == Node::Type::table) {
      collect(context, member.value, member.at, id, figures);
    } else if (member.value.type != Node::Type::refused) {
      context.report(member.at, fmt::format("{} = {}", id, member.value.described()),
                     "a table with value, unit, range, year, source and grade");
    }
  }
}

std::vector<std::string> ids_of(const std::vector<Slot>& slots) {
  std::vector<std::string> ids;
  ids.reserve(slots.size());
  for (const Slot& slot : slots) ids.push_back(slot.id);
  return ids;
}

/// The place of a parameter's table or of the nearest table above it.
Position place_in(const Node& root, std::string_view id) {
  const Node* node = &root;
  while (!id.empty()) {
    const std::size_t dot = std::min(id.find('.'), id.size());
    const Node* next = node->get(id.substr(0, dot));
    if (next == nullptr) break;
    node = next;
    id.remove_prefix(std::min(dot + 1, id.size()));
  }
  return node->at;
}

}  // namespace

std::string room_of(std::string_view id) {
  return std::string(id.substr(0, id.find('.')));
}

std::vector<std::string> rooms_of(const std::vector<Slot>& slots) {
  std::vector<std::string> rooms;
  for (const Slot& slot : slots) {
    const std::string room = room_of(slot.id);
    if (std::find(rooms.begin(), rooms.end(), room) == rooms.end()) rooms.push_back(room);
  }
  return rooms;
}

std::vector<ParameterFigure> read_parameter_figures(const FileContext& context, const Node& node) {
  std::vector<ParameterFigure> figures;
  collect(context, node, node.at, "", figures);
  return figures;
}

void set_slots(const std::vector<ParameterFigure>& figures, const std::vector<Slot>& slots,
               Provenance& provenance, std::vector<Diagnostic>& problems) {
  for (const auto& [figure, at, unit_at] : figures) {
    const std::string& id = figure.id;
    const auto slot = std::find_if(slots.begin(), slots.end(), [&](const Slot& s) { return s.id == id; });
    if (slot == slots.end()) {
      problems.push_back({figure.file, at.line, at.column, fmt::format("unknown parameter {}", in_quotes(id)),
                          "a parameter that the model has (lscb parameters lists them)",
                          nearest_name(id, ids_of(slots))});
      continue;
    }
    if (!figure.unit.empty() && figure.unit != slot->unit) {
      problems.push_back({figure.file, unit_at.line, unit_at.column,
                          fmt::format("the unit {} for {}", in_quotes(figure.unit), id),
                          fmt::format("the unit \"{}\"", slot->unit), ""});
      continue;
    }
    *slot->value = figure.value;
    provenance.put(figure);
  }
}

void read_parameter_file(const FileContext& context, const Node& root, const std::vector<Slot>& slots,
                         Provenance& provenance) {
  Node rooms = root;
  const auto is_heading = [](const Member& member) {
    return member.key == "title" || member.key == "summary" || member.key == "defaults";
  };
  rooms.members.erase(std::remove_if(rooms.members.begin(), rooms.members.end(), is_heading),
                      rooms.members.end());
  TableReader heading(context, root, "this file");
  heading.text("title");
  heading.text("summary");
  heading.table("defaults");
  const std::vector<ParameterFigure> figures = read_parameter_figures(context, rooms);
  set_slots(figures, slots, provenance, *context.problems);
  if (context.partial) return;

  std::vector<std::string> here{stem_of(context.file)};
  for (const Member& member : rooms.members) here.push_back(member.key);
  for (const Slot& slot : slots) {
    if (std::find(here.begin(), here.end(), room_of(slot.id)) == here.end()) continue;
    const Position at = place_in(root, slot.id);
    const Node* room = root.get(room_of(slot.id));
    const std::string name = slot.id.substr(room_of(slot.id).size() + 1);
    if (room != nullptr && room->get(name) != nullptr)
      continue;  // there, if perhaps with mistakes of its own
    context.report(at, fmt::format("no parameter {} in this file", slot.id),
                   fmt::format("[{}] with its value in {}", slot.id, slot.unit));
  }
}

void read_parameters(const Library& library, const std::vector<Slot>& slots, Provenance& provenance,
                     std::vector<Diagnostic>& problems) {
  for (const std::string& room : rooms_of(slots)) {
    const std::string path = find(library, Kind::parameters, room);
    if (path.empty()) {
      problems.push_back({fmt::format("parameters/{}.toml", room), 1, 1,
                          "no such file in " + listed(library.folders), "the parameters of the room " + room,
                          ""});
      continue;
    }
    FileContext context;
    context.problems = &problems;
    Node root;
    if (open(library, path, context, root)) {
      std::vector<Slot> own;
      for (const Slot& slot : slots) {
        if (room_of(slot.id) == room) own.push_back(slot);
      }
      read_parameter_file(context, root, own, provenance);
    }
  }
}

bool open(const Library& library, const std::string& path, FileContext& context, Node& root) {
  context.file = path;
  FileText file = library.files->read(path);
  if (!file.text) {
    context.report({1, 1}, file.found, file.expected);
    return false;
  }
  Parsed parsed = parse(*file.text, path);
  context.partial = parsed.partial;
  const bool sound = parsed.problems.empty();
  for (Diagnostic& problem : parsed.problems) context.problems->push_back(std::move(problem));
  root = std::move(parsed.root);
  if (root.members.empty()) {
    if (sound) context.report({1, 1}, "an empty file", "a scenario, an area or parameters");
    return false;
  }
  const Node* defaults = root.get("defaults");
  if (defaults != nullptr && defaults->type == Node::Type::table) {
    TableReader table(context, *defaults, "[defaults]");
    context.defaults = table.evidence({});
    table.finish();
  }
  return true;
}

}  // namespace lscb::scenario::detail

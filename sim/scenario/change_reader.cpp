#include <fmt/format.h>

#include "scenario/change_builder.h"

namespace lscb::scenario::detail {
namespace {

/// What people may look for, because plans of real councils say it, and what no part of the model does yet.
const std::vector<std::string>& ideas_without_mechanism() {
  static const std::vector<std::string> names{"competence",  "culture_change", "culture",    "practice_model",
                                              "supervision", "productivity",   "efficiency", "morale",
                                              "co_location", "it_system",      "posts_lost", "savings"};
  return names;
}

/// What the figures' ids say besides kind and date: whom the change is about.
std::string target_of(const Node& node) {
  std::string out;
  for (const char* key : {"team", "centre", "role", "heading"}) {
    const Node* value = node.get(key);
    if (value != nullptr && value->type == Node::Type::text) out += (out.empty() ? "" : "/") + value->text;
  }
  return out.empty() ? out : fmt::format("[{}]", out);
}

std::optional<ReadChange> read_change(const FileContext& context, const Node& node, std::string_view key) {
  TableReader probe(context, node, fmt::format("this {}", key));
  if (probe.need("kind", listed(kind_names(), kind_names().size())) == nullptr) return std::nullopt;
  const auto kind = probe.choice("kind", kind_names());
  // Without a kind nobody can say which keys belong here.
  if (!kind) return std::nullopt;

  TableReader table(context, node, fmt::format("a {} of kind \"{}\"", key, *kind));
  table.without_mechanism(ideas_without_mechanism());
  table.take("kind");
  ReadChange read;
  read.kind = *kind;
  read.places[""] = node.at;
  for (const Member& member : node.members) read.places[member.key] = member.value.at;

  const auto date = table.need_date("date");
  if (date) read.change.date = at_date(*date);
  const auto title = table.need_text("title", "what changes, in words");
  table.need("owner", "whose decision it is: " + listed(owners()));
  read.change.title = title.value_or("");
  read.change.owner = table.choice("owner", owners()).value_or("");
  read.change.origin = {context.file, node.at.line};
  const Evidence evidence = table.evidence(context.defaults);
  table.text("note");

  const std::string day =
      date ? fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date->year()),
                         static_cast<unsigned>(date->month()), static_cast<unsigned>(date->day()))
           : std::string("?");
  const std::string stem = fmt::format("{}.{}@{}{}", key, *kind, day, target_of(node));
  for (const ChangeKind* each : change_kinds()) {
    if (*kind != each->name) continue;
    ChangeBuilder build{context, table, evidence, read, stem, *each};
    read.change.effect = each->read(build);
  }
  table.finish();
  read.dated = date.has_value();
  return read;
}

}  // namespace

std::vector<ReadChange> read_changes(const FileContext& context, TableReader& table, std::string_view key) {
  std::vector<ReadChange> out;
  for (const Node* node : table.tables(key)) {
    if (auto read = read_change(context, *node, key)) out.push_back(std::move(*read));
  }
  return out;
}

}  // namespace lscb::scenario::detail

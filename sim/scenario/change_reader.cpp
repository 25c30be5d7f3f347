#include <fmt/format.h>

#include <algorithm>

#include "scenario/change_builder.h"

namespace lscb::scenario::detail {
namespace {

/// What people may look for, because plans of real councils say it, and what no part of the model does yet.
const std::vector<std::string>& ideas_without_mechanism() {
  static const std::vector<std::string> names{"practice_model", "productivity", "efficiency",
                                              "morale",         "co_location",  "it_system"};
  return names;
}

/// What they may look for, and the lever that does it.
const std::vector<Pointer>& ideas_elsewhere() {
  static const std::vector<Pointer> pointers{
      {"supervision",
       "managers' time: kind \"posts\" with role \"team_manager\", or kind \"centre-management\" at centres"},
      {"competence", "competence_checked = true in a restructure with units"},
      {"competence_check", "competence_checked = true in a restructure with units"},
      {"culture", "coaching in a restructure with units"},
      {"culture_change", "coaching in a restructure with units"},
      {"posts_lost", "kind \"posts\" with a count below 0"},
      {"savings", "kind \"budget-cut\", or kind \"posts\" with a count below 0"}};
  return pointers;
}

/// The kind, reported where it is none.
std::optional<std::string> read_kind(const FileContext& context, TableReader& probe) {
  const Node* node = probe.need("kind", listed(kind_names(), kind_names().size()));
  if (node == nullptr) return std::nullopt;
  for (const Pointer& pointer : ideas_elsewhere()) {
    if (node->type != Node::Type::text || node->text != pointer.name) continue;
    context.report(node->at, fmt::format("kind = {}, which is no kind", in_quotes(node->text)),
                   pointer.lever);
    return std::nullopt;
  }
  return probe.choice("kind", kind_names());
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

/// Whose decision it is, of those who can take it.
std::string read_owner(const FileContext& context, TableReader& table, const ChangeKind& kind,
                       const std::vector<std::string>& deciders) {
  const auto owner = table.choice("owner", owners());
  if (!owner || std::find(deciders.begin(), deciders.end(), *owner) != deciders.end())
    return owner.value_or("");
  context.report(
      table.place_of("owner"),
      fmt::format("owner = {}, who cannot decide a change of kind \"{}\"", in_quotes(*owner), kind.name),
      listed(deciders));
  return *owner;
}

const ChangeKind& kind_named(const std::string& name) {
  const auto& kinds = change_kinds();
  return **std::find_if(kinds.begin(), kinds.end(),
                        [&](const ChangeKind* each) { return name == each->name; });
}

std::optional<ReadChange> read_change(const FileContext& context, const Node& node, std::string_view key) {
  TableReader probe(context, node, fmt::format("this {}", key));
  const auto named = read_kind(context, probe);
  // Without a kind nobody can say which keys belong here.
  if (!named) return std::nullopt;
  const ChangeKind& kind = kind_named(*named);

  TableReader table(context, node, fmt::format("a {} of kind \"{}\"", key, kind.name));
  table.without_mechanism(ideas_without_mechanism());
  table.elsewhere(ideas_elsewhere());
  table.take("kind");
  ReadChange read;
  read.kind = kind.name;
  read.places[""] = node.at;
  for (const Member& member : node.members) read.places[member.key] = member.value.at;

  const auto date = table.need_date("date");
  if (date) read.change.date = at_date(*date);
  const auto title = table.need_text("title", "what changes, in words");
  const std::vector<std::string> deciders(kind.owners.begin(), kind.owners.end());
  table.need("owner", "whose decision it is: " + listed(deciders));
  read.change.title = title.value_or("");
  read.change.owner = read_owner(context, table, kind, deciders);
  read.change.origin = {context.file, node.at.line};
  const Evidence evidence = table.evidence(context.defaults);
  table.text("note");

  const std::string day =
      date ? fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date->year()),
                         static_cast<unsigned>(date->month()), static_cast<unsigned>(date->day()))
           : std::string("?");
  const std::string stem = fmt::format("{}.{}@{}{}", key, kind.name, day, target_of(node));
  ChangeBuilder build{context, table, evidence, read, stem, kind};
  read.change.effect = kind.read(build);
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

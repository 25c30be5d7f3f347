#include "scenario/reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace lscb::scenario {
namespace {

using std::chrono::year_month_day;

/// Dates outside these years are slips of the pen.
constexpr int first_year = 1990;
constexpr int last_year = 2049;

std::optional<std::string> year_text(const Node& node) {
  if (node.type == Node::Type::text && !node.text.empty()) return node.text;
  if (node.type == Node::Type::number && node.whole && node.number >= 1900.0 && node.number <= 2100.0) {
    return node.text;
  }
  return std::nullopt;
}

/// A number out of a figure's own table or value: text with a unit, or a plain number.
std::optional<double> read_number(const FileContext& context, std::string_view key, const Node& node,
                                  const FigureRule& rule, const Node* unit_node) {
  const std::string expected = fmt::format("a quantity, as in \"{}\"", rule.unit->example);
  const auto wrong = [&](Position at, const QuantityError& error) {
    context.report(at, fmt::format("{} = {}", key, error.found), error.expected, error.suggestion);
  };
  if (node.type == Node::Type::text) {
    if (unit_node != nullptr && unit_node->type != Node::Type::refused) {
      context.report(unit_node->at, "a unit beside a value that is text", "the unit once, as in \"27 %\"");
    }
    auto read = parse_quantity(node.text, *rule.unit);
    if (const auto* error = std::get_if<QuantityError>(&read)) {
      wrong(node.at, *error);
      return std::nullopt;
    }
    return std::get<double>(read);
  }
  if (node.type != Node::Type::number) {
    context.report_value(node, key, expected);
    return std::nullopt;
  }
  if (unit_node == nullptr) {
    if (rule.unit->plain) return node.number;
    wrong(node.at, {node.text + " without a unit",
                    fmt::format("a number with its unit, as in \"{}\"", rule.unit->example),
                    {}});
    return std::nullopt;
  }
  if (unit_node->type != Node::Type::text) {
    context.report_value(*unit_node, "unit", fmt::format("the unit \"{}\"", rule.unit->name));
    return std::nullopt;
  }
  auto factor = unit_factor(unit_node->text, *rule.unit);
  if (const auto* error = std::get_if<QuantityError>(&factor)) {
    context.report(unit_node->at, fmt::format("{} for {}", error->found, key), error->expected,
                   error->suggestion);
    return std::nullopt;
  }
  return node.number * std::get<double>(factor);
}

std::optional<Range> read_range(const FileContext& context, const Node& node, const FigureRule& rule,
                                const Node* unit_node, double value, Position value_at) {
  if (node.type != Node::Type::array || node.members.size() != 2) {
    context.report_value(node, "range", "a list of the lowest and the highest plausible value");
    return std::nullopt;
  }
  FigureRule loose = rule;
  Unit plain = *rule.unit;
  plain.plain = true;
  loose.unit = &plain;
  const auto bound = [&](const Node& written_bound) {
    const Node* unit = written_bound.type == Node::Type::text ? nullptr : unit_node;
    return read_number(context, "range", written_bound, loose, unit);
  };
  const auto low = bound(node.members[0].value);
  const auto high = bound(node.members[1].value);
  if (!low || !high) return std::nullopt;
  if (*low > *high) {
    context.report(node.at, fmt::format("range from {:.6g} to {:.6g}", *low, *high), "the lower value first");
    return std::nullopt;
  }
  if (value < *low || value > *high) {
    context.report(value_at, written(value, rule.unit->name),
                   fmt::format("a value inside its own range, {} to {}", written(*low, rule.unit->name),
                               written(*high, rule.unit->name)));
    return std::nullopt;
  }
  return Range{*low, *high};
}

void apply(const Evidence& evidence, Figure& figure) {
  figure.year = evidence.year.value_or("");
  figure.source = evidence.source.value_or("not stated");
  figure.grade = evidence.grade.value_or(spec::Grade::assumption);
  figure.stated = evidence.year && evidence.source && evidence.grade;
}

}  // namespace

const std::vector<std::string>& grade_names() {
  static const std::vector<std::string> names{"measured", "published", "judgement", "assumption"};
  return names;
}

std::optional<spec::Grade> grade_named(std::string_view name) {
  for (const spec::Grade grade :
       {spec::Grade::measured, spec::Grade::published, spec::Grade::judgement, spec::Grade::assumption}) {
    if (name == name_of(grade)) return grade;
  }
  return std::nullopt;
}

void FileContext::report(Position at, std::string found, std::string expected, std::string suggestion) const {
  if (problems->size() >= most_problems) return;
  problems->push_back(
      {file, at.line, at.column, std::move(found), std::move(expected), std::move(suggestion)});
}

void FileContext::report_value(const Node& node, std::string_view key, std::string expected,
                               std::string suggestion) const {
  if (node.type == Node::Type::refused) return;
  report(node.at, fmt::format("{} = {}", key, node.described()), std::move(expected), std::move(suggestion));
}

bool refuse_child_level(const FileContext& context, const Member& member, std::string suggestion) {
  static const std::vector<std::string> of_a_child{
      "child",     "childid",    "childname",     "name",       "names",    "fullname", "firstname",
      "forename",  "lastname",   "surname",       "familyname", "initials", "dob",      "dateofbirth",
      "birthdate", "birthday",   "nhs",           "nhsnumber",  "nhsno",    "upn",      "uln",
      "caseid",    "casenumber", "casereference", "clientid",   "personid", "address",  "postcode"};
  // However it is written: nhs_number, NHS-number, "NHS number".
  std::string plain;
  for (const char c : member.key) {
    if (c >= 'A' && c <= 'Z') {
      plain += static_cast<char>(c - 'A' + 'a');
    } else if (c != '_' && c != '-' && c != ' ' && c != '.') {
      plain += c;
    }
  }
  // A number of children is a figure in the wrong place; a list or a table of them is not.
  const bool children = plain == "children" && member.value.type != Node::Type::number;
  if (!children && std::find(of_a_child.begin(), of_a_child.end(), plain) == of_a_child.end()) return false;
  context.report(
      member.at, fmt::format("{}, a key for what is known of one child or family", in_quotes(member.key)),
      "no child-level data, of anybody: the simulator takes none; remove it from the file and from copies "
      "of it",
      std::move(suggestion));
  return true;
}

TableReader::TableReader(const FileContext& context, const Node& table, std::string what)
    : context_(context), table_(table), what_(std::move(what)) {}

const Node* TableReader::take(std::string_view key) {
  if (std::find(known_.begin(), known_.end(), key) == known_.end()) known_.emplace_back(key);
  return table_.get(key);
}

const Node* TableReader::need(std::string_view key, std::string_view expected) {
  const Node* node = take(key);
  if (node == nullptr && !context_.partial) {
    context_.report(table_.at, fmt::format("no {} in {}", key, what_), std::string(expected));
  }
  return node;
}

void TableReader::wrong_type(std::string_view key, const Node& node, std::string expected) const {
  context_.report_value(node, key, std::move(expected));
}

std::optional<std::string> TableReader::text(std::string_view key) {
  const Node* node = take(key);
  if (node == nullptr) return std::nullopt;
  if (node->type != Node::Type::text || node->text.empty()) {
    wrong_type(key, *node, "words in quotes");
    return std::nullopt;
  }
  return node->text;
}

std::optional<std::string> TableReader::need_text(std::string_view key, std::string_view expected) {
  if (need(key, expected) == nullptr) return std::nullopt;
  return text(key);
}

std::optional<bool> TableReader::truth(std::string_view key) {
  const Node* node = take(key);
  if (node == nullptr) return std::nullopt;
  if (node->type != Node::Type::boolean) {
    wrong_type(key, *node, "true or false");
    return std::nullopt;
  }
  return node->number != 0.0;
}

std::optional<year_month_day> TableReader::date(std::string_view key) {
  const Node* node = take(key);
  if (node == nullptr) return std::nullopt;
  if (node->type != Node::Type::date) {
    wrong_type(key, *node, "a date without quotes, year first, as in 2011-04-12");
    return std::nullopt;
  }
  const int year = static_cast<int>(node->date.year());
  if (year < first_year || year > last_year) {
    wrong_type(key, *node, fmt::format("a date from {} to {}", first_year, last_year));
    return std::nullopt;
  }
  return node->date;
}

std::optional<year_month_day> TableReader::need_date(std::string_view key) {
  if (need(key, fmt::format("{} = 2011-04-12, say", key)) == nullptr) return std::nullopt;
  return date(key);
}

std::optional<std::string> TableReader::choice(std::string_view key,
                                               const std::vector<std::string>& choices) {
  const Node* node = take(key);
  if (node == nullptr) return std::nullopt;
  const bool known = node->type == Node::Type::text &&
                     std::find(choices.begin(), choices.end(), node->text) != choices.end();
  if (!known) {
    context_.report_value(*node, key, listed(choices, choices.size()),
                          node->type == Node::Type::text ? nearest_name(node->text, choices) : std::string{});
    return std::nullopt;
  }
  return node->text;
}

std::vector<std::pair<std::string, Position>> TableReader::texts(std::string_view key) {
  std::vector<std::pair<std::string, Position>> found;
  const Node* node = take(key);
  if (node == nullptr) return found;
  const auto add = [&](const Node& one) {
    if (one.type == Node::Type::text && !one.text.empty()) {
      found.emplace_back(one.text, one.at);
    } else {
      wrong_type(key, one, "a name in quotes, or a list of names");
    }
  };
  if (node->type == Node::Type::array) {
    for (const Member& member : node->members) add(member.value);
  } else {
    add(*node);
  }
  return found;
}

const Node* TableReader::table(std::string_view key) {
  const Node* node = take(key);
  if (node == nullptr || node->type == Node::Type::table) return node;
  wrong_type(key, *node, fmt::format("a table, written [{}]", key));
  return nullptr;
}

std::vector<const Node*> TableReader::tables(std::string_view key) {
  std::vector<const Node*> found;
  const Node* node = take(key);
  if (node == nullptr) return found;
  if (node->type != Node::Type::array) {
    wrong_type(key, *node, fmt::format("tables, each written [[{}]]", key));
    return found;
  }
  for (const Member& member : node->members) {
    if (member.value.type == Node::Type::table) {
      found.push_back(&member.value);
    } else {
      wrong_type(key, member.value, fmt::format("tables, each written [[{}]]", key));
    }
  }
  return found;
}

Evidence TableReader::evidence(const Evidence& outer) {
  Evidence read = outer;
  if (const Node* year = take("year")) {
    if (auto value = year_text(*year)) {
      read.year = *value;
    } else {
      wrong_type("year", *year, "a year, as in 2012 or \"2011-12\"");
    }
  }
  if (auto source = text("source")) read.source = *source;
  if (auto grade = choice("grade", grade_names())) read.grade = grade_named(*grade);
  return read;
}

std::optional<ReadFigure> read_figure(const FileContext& context, std::string_view key, const Node& node,
                                      const FigureRule& rule, std::string id, const Evidence& evidence) {
  const Node* value_node = &node;
  const Node* unit_node = nullptr;
  const Node* range_node = nullptr;
  ReadFigure read;
  Evidence own = evidence;
  if (node.type == Node::Type::table) {
    TableReader table(context, node, fmt::format("the figure {}", key));
    value_node = table.need("value", fmt::format("value = a quantity, as in \"{}\"", rule.unit->example));
    unit_node = table.take("unit");
    range_node = table.take("range");
    own = table.evidence(evidence);
    read.figure.note = table.text("note").value_or("");
    read.figure.label = table.text("label").value_or("");
    table.finish();
    if (value_node == nullptr) return std::nullopt;
  }
  const auto number = read_number(context, key, *value_node, rule, unit_node);
  if (!number) return std::nullopt;
  if (*number < rule.low || *number > rule.high) {
    context.report(
        value_node->at, fmt::format("{} = {}", key, written(*number, rule.unit->name)),
        fmt::format("{} to {}", written(rule.low, rule.unit->name), written(rule.high, rule.unit->name)));
    return std::nullopt;
  }
  if (rule.whole && *number != std::floor(*number)) {
    context.report(value_node->at, fmt::format("{} = {}", key, written(*number, rule.unit->name)),
                   "a whole number");
    return std::nullopt;
  }
  if (range_node != nullptr) {
    read.figure.range = read_range(context, *range_node, rule, unit_node, *number, value_node->at);
  }
  apply(own, read.figure);
  read.figure.id = std::move(id);
  read.figure.value = *number;
  read.figure.unit = rule.unit->name;
  read.figure.file = context.file;
  read.figure.line = value_node->at.line;
  read.value = *number / rule.unit->divisor;
  read.at = value_node->at;
  return read;
}

std::optional<ReadFigure> TableReader::figure(std::string_view key, const FigureRule& rule, std::string id,
                                              const Evidence& evidence) {
  const Node* node = take(key);
  if (node == nullptr) return std::nullopt;
  return read_figure(context_, key, *node, rule, std::move(id), evidence);
}

std::optional<ReadFigure> TableReader::need_figure(std::string_view key, const FigureRule& rule,
                                                   std::string id, const Evidence& evidence) {
  if (need(key, fmt::format("{} = \"{}\", say", key, rule.unit->example)) == nullptr) return std::nullopt;
  return figure(key, rule, std::move(id), evidence);
}

void TableReader::finish() {
  for (const Member& member : table_.members) {
    if (std::find(known_.begin(), known_.end(), member.key) == known_.end()) refuse(member);
  }
}

void TableReader::refuse(const Member& member) const {
  const bool titled = std::find(known_.begin(), known_.end(), "title") != known_.end();
  if (refuse_child_level(context_, member, titled && member.key == "name" ? "title" : "")) return;
  const auto pointer = std::find_if(elsewhere_.begin(), elsewhere_.end(),
                                    [&](const Pointer& each) { return member.key == each.name; });
  if (pointer != elsewhere_.end()) {
    context_.report(member.at, fmt::format("{} in {}, which is no key", in_quotes(member.key), what_),
                    pointer->lever);
  } else if (std::find(without_mechanism_.begin(), without_mechanism_.end(), member.key) !=
             without_mechanism_.end()) {
    context_.report(member.at,
                    fmt::format("{}, for which {} has no mechanism yet", in_quotes(member.key), what_),
                    listed(known_, known_.size()));
  } else {
    context_.report(member.at, fmt::format("unknown key {} in {}", in_quotes(member.key), what_),
                    listed(known_, known_.size()), nearest_name(member.key, known_));
  }
}

Position TableReader::place_of(std::string_view key) const {
  const Node* node = table_.get(key);
  return node != nullptr ? node->at : table_.at;
}

}  // namespace lscb::scenario

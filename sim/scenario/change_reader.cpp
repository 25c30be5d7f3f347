#include <fmt/format.h>

#include <algorithm>

#include "scenario/drafts.h"

namespace lscb::scenario::detail {
namespace {

using change::CentreCut;
using change::Posts;
using change::Recruitment;
using change::Restructure;
using change::ThresholdPolicy;

constexpr double widest_shift = 2.0;

const std::vector<std::string>& kinds() {
  static const std::vector<std::string> names{"restructure", "threshold-policy", "centre-cut", "posts",
                                              "recruitment"};
  return names;
}

const std::vector<std::string>& owners() {
  static const std::vector<std::string> names{"council", "board",   "health",
                                              "police",  "schools", "government"};
  return names;
}

/// What people may look for, because plans of real councils say it, and what no part of the model does yet.
const std::vector<std::string>& ideas_without_mechanism() {
  static const std::vector<std::string> names{
      "competence",     "competence_check", "competence_checked", "culture_change", "culture",    "units",
      "systemic_units", "practice_model",   "supervision",        "productivity",   "efficiency", "morale",
      "co_location",    "it_system",        "managers",           "posts_lost",     "savings"};
  return names;
}

struct Builder {
  const FileContext& context;
  TableReader& table;
  const Evidence& evidence;
  ReadChange& read;
  std::string stem;  ///< of the figures' ids

  std::optional<double> keep(std::optional<ReadFigure> figure) {
    if (!figure) return std::nullopt;
    read.figures.push_back(figure->figure);
    return figure->value;
  }
  std::optional<double> figure(std::string_view key, const FigureRule& rule) {
    return keep(table.figure(key, rule, fmt::format("{}.{}", stem, key), evidence));
  }
  double need(std::string_view key, const FigureRule& rule) {
    return keep(table.need_figure(key, rule, fmt::format("{}.{}", stem, key), evidence)).value_or(0.0);
  }
  std::optional<Instant> date(std::string_view key) {
    const auto day = table.date(key);
    return day ? std::optional<Instant>(at_date(*day)) : std::nullopt;
  }
  void at_least_one(const std::vector<std::string>& keys) {
    const bool any =
        std::any_of(keys.begin(), keys.end(), [&](const std::string& key) { return table.has(key); });
    if (!any && !context.partial) {
      context.report(table.at(), "a change that changes nothing", "at least one of " + listed(keys));
    }
  }
};

FigureRule share() {
  return {&units::share(), 0.0, 100.0, false};
}
FigureRule shift() {
  return {&units::levels(), -widest_shift, widest_shift, false};
}

Restructure read_restructure(Builder& build) {
  Restructure out;
  if (auto announced = build.table.need_date("announced")) out.announced = at_date(*announced);
  out.team = build.table.text("team");
  if (auto stages = build.figure("stages", {&units::stages(), 1.0, 12.0, true})) {
    out.stages = static_cast<int>(*stages);
  }
  if (out.stages > 1) {
    out.weeks_between_stages =
        static_cast<int>(build.need("between_stages", {&units::weeks(), 1.0, 52.0, true}));
  } else if (build.table.take("between_stages") != nullptr) {
    build.context.report(build.table.place_of("between_stages"), "between_stages with a single stage",
                         "stages = 2 or more");
  }
  out.consultation_hours = build.need("consultation", {&units::hours(), 0.0, 500.0, false});
  out.training_hours = build.need("training", {&units::hours(), 0.0, 500.0, false});
  out.cases_transferred = build.need("cases_transferred", share());
  out.partner_ties_broken = build.need("partner_ties_broken", share());
  const FigureRule mending{&units::months(), 1.0, 60.0, true};
  if (out.partner_ties_broken > 0.0) {
    out.ties_mend_months = static_cast<int>(build.need("ties_mend", mending));
  } else if (auto months = build.figure("ties_mend", mending)) {
    out.ties_mend_months = static_cast<int>(*months);
  }
  return out;
}

ThresholdPolicy read_threshold_policy(Builder& build) {
  ThresholdPolicy out;
  build.at_least_one({"initial_assessment", "section47", "caf", "downgrade_anchor"});
  out.initial_assessment_shift = build.figure("initial_assessment", shift()).value_or(0.0);
  out.section47_shift = build.figure("section47", shift()).value_or(0.0);
  out.caf_shift = build.figure("caf", shift()).value_or(0.0);
  out.downgrade_anchor =
      build.figure("downgrade_anchor", {&units::levels(), 0.0, widest_shift, false}).value_or(0.0);
  out.until = build.date("until");
  return out;
}

CentreCut read_centre_cut(Builder& build) {
  CentreCut out;
  out.centre = build.table.text("centre");
  build.at_least_one({"budget_cut", "days_closed"});
  out.budget_cut = build.figure("budget_cut", share()).value_or(0.0);
  out.days_closed =
      static_cast<int>(build.figure("days_closed", {&units::days_a_week(), 0.0, 5.0, true}).value_or(0.0));
  return out;
}

std::optional<spec::Role> role_named(std::string_view name) {
  if (name == "social_worker") return spec::Role::social_worker;
  if (name == "practitioner") return spec::Role::practitioner;
  if (name == "clinician") return spec::Role::clinician;
  if (name == "family_support_worker") return spec::Role::family_support_worker;
  return std::nullopt;
}

Posts read_posts(Builder& build) {
  Posts out;
  out.team = build.table.need_text("team", "the id of a team").value_or("");
  const std::vector<std::string> roles{"social_worker", "practitioner", "clinician", "family_support_worker"};
  build.table.need("role", listed(roles));
  const auto role = build.table.choice("role", roles);
  out.role = role_named(role.value_or("")).value_or(out.role);
  const auto count = build.keep(build.table.need_figure("count", {&units::posts(), -50.0, 50.0, true},
                                                        build.stem + ".count", build.evidence));
  if (count == 0.0) {
    build.context.report(build.table.place_of("count"), "count = 0", "posts created (3) or deleted (-3)");
  }
  out.count = static_cast<int>(count.value_or(0.0));
  out.until = build.date("until");
  return out;
}

Recruitment read_recruitment(Builder& build) {
  Recruitment out;
  build.at_least_one({"months_to_fill", "leaving"});
  out.months_to_fill = build.figure("months_to_fill", {&units::months(), 0.5, 120.0, false});
  out.leaving_per_year = build.figure("leaving", {&units::share_a_year(), 0.0, 100.0, false});
  return out;
}

/// What the figures' ids say besides kind and date: whom the change is about.
std::string target_of(const Node& node) {
  std::string out;
  for (const char* key : {"team", "centre", "role"}) {
    const Node* value = node.get(key);
    if (value != nullptr && value->type == Node::Type::text) out += (out.empty() ? "" : "/") + value->text;
  }
  return out.empty() ? out : fmt::format("[{}]", out);
}

std::optional<ReadChange> read_change(const FileContext& context, const Node& node, std::string_view key) {
  TableReader probe(context, node, fmt::format("this {}", key));
  if (probe.need("kind", listed(kinds())) == nullptr) return std::nullopt;
  const auto kind = probe.choice("kind", kinds());
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
  Builder build{context, table, evidence, read, fmt::format("{}.{}@{}{}", key, *kind, day, target_of(node))};
  if (*kind == "restructure") {
    read.change.effect = read_restructure(build);
  } else if (*kind == "threshold-policy") {
    read.change.effect = read_threshold_policy(build);
  } else if (*kind == "centre-cut") {
    read.change.effect = read_centre_cut(build);
  } else if (*kind == "posts") {
    read.change.effect = read_posts(build);
  } else {
    read.change.effect = read_recruitment(build);
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

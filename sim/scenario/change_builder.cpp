#include "scenario/change_builder.h"

#include <fmt/format.h>

#include <algorithm>

namespace lscb::scenario::detail {

std::optional<double> ChangeBuilder::keep(std::optional<ReadFigure> figure) {
  if (!figure) return std::nullopt;
  read.figures.push_back(figure->figure);
  return figure->value;
}

std::optional<double> ChangeBuilder::figure(std::string_view key, const FigureRule& rule) {
  return keep(table.figure(key, rule, fmt::format("{}.{}", stem, key), evidence));
}

double ChangeBuilder::need(std::string_view key, const FigureRule& rule) {
  return keep(table.need_figure(key, rule, fmt::format("{}.{}", stem, key), evidence)).value_or(0.0);
}

std::optional<Instant> ChangeBuilder::date(std::string_view key) {
  const auto day = table.date(key);
  return day ? std::optional<Instant>(at_date(*day)) : std::nullopt;
}

void ChangeBuilder::at_least_one(const std::vector<std::string>& keys) {
  const bool any =
      std::any_of(keys.begin(), keys.end(), [&](const std::string& key) { return table.has(key); });
  if (!any && !context.partial) {
    context.report(table.at(), "a change that changes nothing", "at least one of " + listed(keys));
  }
}

FigureRule share() {
  return {&units::share(), 0.0, 100.0, false};
}

FigureRule shift() {
  constexpr double widest_shift = 2.0;
  return {&units::levels(), -widest_shift, widest_shift, false};
}

FigureRule hours_up_to(double most) {
  return {&units::hours(), 0.0, most, false};
}

const std::vector<std::string>& role_names() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> out;
    for (int i = 0; i < spec::role_count; ++i) out.emplace_back(spec::id(static_cast<spec::Role>(i)));
    return out;
  }();
  return names;
}

std::optional<spec::Role> role_named(std::string_view name) {
  const auto found = std::find(role_names().begin(), role_names().end(), name);
  if (found == role_names().end()) return std::nullopt;
  return static_cast<spec::Role>(found - role_names().begin());
}

const std::vector<std::string>& agency_names() {
  static const std::vector<std::string> names{"police", "health", "school", "childrens_centre", "housing"};
  return names;
}

std::optional<spec::Referrer> agency_named(std::string_view name) {
  using spec::Referrer;
  constexpr Referrer agencies[] = {Referrer::police, Referrer::health, Referrer::school,
                                   Referrer::childrens_centre, Referrer::housing};
  const auto found = std::find(agency_names().begin(), agency_names().end(), name);
  if (found == agency_names().end()) return std::nullopt;
  return agencies[found - agency_names().begin()];
}

const std::vector<ChangeKind>& change_kinds() {
  static const std::vector<ChangeKind> kinds{
      {"restructure", read_restructure},    {"threshold-policy", read_threshold_policy},
      {"centre-cut", read_centre_cut},      {"posts", read_posts},
      {"recruitment", read_recruitment},    {"target-policy", read_target_policy},
      {"publicity", read_publicity},        {"challenge", read_challenge},
      {"earlier-files", read_earlier_files}};
  return kinds;
}

}  // namespace lscb::scenario::detail

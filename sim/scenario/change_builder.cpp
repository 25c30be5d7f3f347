#include "scenario/change_builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace lscb::scenario::detail {

const ChangeKey& ChangeBuilder::listed_key(std::string_view key, ChangeKey::Form form) {
  const ChangeKey* found = kind.find(key);
  if (found == nullptr || found->form != form) {
    throw std::logic_error(fmt::format("the kind {} does not list {} in this form", kind.name, key));
  }
  asked.emplace_back(key);
  return *found;
}

std::optional<double> ChangeBuilder::keep(std::optional<ReadFigure> figure) {
  if (!figure) return std::nullopt;
  read.figures.push_back(figure->figure);
  return figure->value;
}

std::optional<double> ChangeBuilder::figure(std::string_view key) {
  const FigureRule& rule = listed_key(key, ChangeKey::Form::figure).rule;
  return keep(table.figure(key, rule, fmt::format("{}.{}", stem, key), evidence));
}

std::optional<double> ChangeBuilder::required(std::string_view key) {
  const FigureRule& rule = listed_key(key, ChangeKey::Form::figure).rule;
  return keep(table.need_figure(key, rule, fmt::format("{}.{}", stem, key), evidence));
}

std::optional<Instant> ChangeBuilder::date(std::string_view key) {
  listed_key(key, ChangeKey::Form::date);
  const auto day = table.date(key);
  return day ? std::optional<Instant>(at_date(*day)) : std::nullopt;
}

std::optional<Instant> ChangeBuilder::need_date(std::string_view key) {
  listed_key(key, ChangeKey::Form::date);
  const auto day = table.need_date(key);
  return day ? std::optional<Instant>(at_date(*day)) : std::nullopt;
}

std::optional<std::string> ChangeBuilder::name(std::string_view key) {
  listed_key(key, ChangeKey::Form::name);
  return table.text(key);
}

std::string ChangeBuilder::need_name(std::string_view key, std::string_view expected) {
  listed_key(key, ChangeKey::Form::name);
  return table.need_text(key, expected).value_or("");
}

std::optional<std::string> ChangeBuilder::need_choice(std::string_view key) {
  const auto& choices = *listed_key(key, ChangeKey::Form::choice).choices;
  table.need(key, listed(choices));
  return table.choice(key, choices);
}

std::optional<std::string> ChangeBuilder::choice(std::string_view key) {
  return table.choice(key, *listed_key(key, ChangeKey::Form::choice).choices);
}

std::optional<bool> ChangeBuilder::truth(std::string_view key) {
  listed_key(key, ChangeKey::Form::truth);
  return table.truth(key);
}

std::vector<std::pair<std::string, Position>> ChangeBuilder::choices(std::string_view key) {
  const auto& known = *listed_key(key, ChangeKey::Form::choices).choices;
  auto found = table.texts(key);
  const auto unknown = [&](const auto& name) {
    if (std::find(known.begin(), known.end(), name.first) != known.end()) return false;
    context.report(name.second, fmt::format("{} called {}", key, in_quotes(name.first)), listed(known),
                   nearest_name(name.first, known));
    return true;
  };
  found.erase(std::remove_if(found.begin(), found.end(), unknown), found.end());
  return found;
}

void ChangeBuilder::at_least_one(const std::vector<std::string>& keys) {
  const bool any =
      std::any_of(keys.begin(), keys.end(), [&](const std::string& key) { return table.has(key); });
  if (!any && !context.partial) {
    context.report(table.at(), "a change that changes nothing", "at least one of " + listed(keys));
  }
}

ChangeKey figure_key(const char* name, const char* label, const FigureRule& rule, const char* costs,
                     std::vector<const char*> rests_on) {
  return {name, label, ChangeKey::Form::figure, rule, nullptr, costs, std::move(rests_on)};
}

ChangeKey date_key(const char* name, const char* label, std::vector<const char*> rests_on) {
  return {name, label, ChangeKey::Form::date, {}, nullptr, "", std::move(rests_on)};
}

ChangeKey name_key(const char* name, const char* label) {
  return {name, label, ChangeKey::Form::name, {}, nullptr, "", {}};
}

ChangeKey choice_key(const char* name, const char* label, const std::vector<std::string>& choices) {
  return {name, label, ChangeKey::Form::choice, {}, &choices, "", {}};
}

ChangeKey choices_key(const char* name, const char* label, const std::vector<std::string>& choices) {
  return {name, label, ChangeKey::Form::choices, {}, &choices, "", {}};
}

ChangeKey truth_key(const char* name, const char* label, const char* costs,
                    std::vector<const char*> rests_on) {
  return {name, label, ChangeKey::Form::truth, {}, nullptr, costs, std::move(rests_on)};
}

ChangeKey until_key() {
  return date_key("until", "The first day on which it no longer holds");
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

}  // namespace lscb::scenario::detail

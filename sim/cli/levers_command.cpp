// `lscb levers`: what a scenario file may change, for who writes one.
#include <fmt/core.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "cli/command.h"
#include "cli/loading.h"
#include "cli/results.h"
#include "scenario/levers.h"

namespace lscb::cli {
namespace {

using scenario::ChangeKey;
using scenario::ChangeKind;
using scenario::Figure;
using scenario::Lever;
using scenario::Recommendation;
using Form = ChangeKey::Form;
using Json = nlohmann::ordered_json;

std::vector<std::string> strings(const std::vector<const char*>& words) {
  return {words.begin(), words.end()};
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

std::string span(const ChangeKey& key) {
  switch (key.form) {
    case Form::date:
      return "a date";
    case Form::name:
      return "a name";
    case Form::truth:
      return "true or false";
    case Form::choices:
      return "any of " + joined(*key.choices);
    case Form::choice:
      return joined(*key.choices);
    case Form::figure:
      break;
  }
  return fmt::format("{} to {}{}", key.rule.low, scenario::written(key.rule.high, key.rule.unit->name),
                     key.rule.whole ? ", whole" : "");
}

void put(std::string& out, const ChangeKind& kind) {
  out += fmt::format("{}{}: {}\n  decided by {}; a file that pulls it: {}\n", out.empty() ? "" : "\n",
                     kind.name, kind.label, joined(strings(kind.owners)), kind.example);
  if (kind.answers != Recommendation::none) {
    out += fmt::format("  answers the review: {}\n", scenario::words_of(kind.answers));
  }
}

/// `said`: the source printed last, which is not said again.
void put(std::string& out, const Lever& lever, std::string& said) {
  const ChangeKey& key = *lever.key;
  out += fmt::format("  {} ({})\n    {}\n", key.name, span(key), key.label);
  if (*key.costs != '\0') out += fmt::format("    {}\n", key.costs);
  const auto evidence = [&](const Figure& figure) {
    const std::string source =
        fmt::format("{}{}{}", figure.source, figure.year.empty() ? "" : ", ", figure.year);
    const bool again = source == said;
    said = source;
    return fmt::format("[{}] {}", scenario::name_of(figure.grade), again ? "source as above" : source);
  };
  if (lever.example) {
    const Figure& figure = lever.example->figure;
    out += fmt::format("    {} has {}", lever.example->stands_in, lever.example->value);
    if (figure.range) {
      out += fmt::format(" ({} to {})", scenario::written(figure.range->low, figure.unit),
                         scenario::written(figure.range->high, figure.unit));
    }
    out += fmt::format(" {}\n", evidence(figure));
  }
  for (const Figure& figure : lever.rests_on) {
    out +=
        fmt::format("    rests on {} = {} {} {}\n", figure.id, figure.value, figure.unit, evidence(figure));
  }
}

Json figure(const Figure& figure) {
  Json out{{"id", figure.id},
           {"value", figure.value},
           {"unit", figure.unit},
           {"range", nullptr},
           {"source", figure.source},
           {"year", figure.year},
           {"grade", scenario::name_of(figure.grade)}};
  if (figure.range) out["range"] = {figure.range->low, figure.range->high};
  return out;
}

/// A key that is no figure has its value as the file writes it.
Json example_of(const Lever& lever) {
  if (!lever.example) return nullptr;
  Json out = figure(lever.example->figure);
  out["stands_in"] = lever.example->stands_in;
  if (lever.key->form == Form::figure) return out;
  out["value"] = lever.example->value;
  out["unit"] = nullptr;
  return out;
}

const char* name_of(Form form) {
  switch (form) {
    case Form::date:
      return "date";
    case Form::name:
      return "name";
    case Form::truth:
      return "truth";
    case Form::choices:
      return "choices";
    case Form::choice:
      return "choice";
    case Form::figure:
      break;
  }
  return "figure";
}

Json lever_of(const Lever& lever) {
  const ChangeKey& key = *lever.key;
  const bool is_figure = key.form == Form::figure;
  Json out{{"key", key.name}, {"label", key.label}, {"form", name_of(key.form)}};
  out["unit"] = is_figure ? Json(key.rule.unit->name) : Json(nullptr);
  out["range"] = is_figure ? Json::array({key.rule.low, key.rule.high}) : Json(nullptr);
  out["whole"] = key.rule.whole;
  out["choices"] = key.choices != nullptr ? Json(*key.choices) : Json(nullptr);
  out["costs"] = key.costs;
  out["example"] = example_of(lever);
  out["rests_on"] = Json::array();
  for (const Figure& each : lever.rests_on) out["rests_on"].push_back(figure(each));
  return out;
}

std::string text_of(const std::vector<Lever>& levers) {
  std::string out;
  std::string said;
  const ChangeKind* last = nullptr;
  for (const Lever& lever : levers) {
    if (lever.kind != last) {
      put(out, *lever.kind);
      said.clear();
    }
    last = lever.kind;
    put(out, lever, said);
  }
  return out + "\nEvery [[change]] has besides: kind, date, title and owner (" + joined(scenario::owners()) +
         "), and may have year, source, grade and note. How to write a file: scenarios/README.md.\n";
}

std::string json_of(const std::vector<Lever>& levers) {
  Json kinds = Json::array();
  const ChangeKind* last = nullptr;
  for (const Lever& lever : levers) {
    if (lever.kind != last) {
      last = lever.kind;
      kinds.push_back({{"kind", last->name},
                       {"label", last->label},
                       {"owners", strings(last->owners)},
                       {"example", last->example},
                       {"answers", scenario::words_of(last->answers)},
                       {"keys", Json::array()}});
    }
    kinds.back()["keys"].push_back(lever_of(lever));
  }
  return Json{{"version", version()}, {"kinds", std::move(kinds)}}.dump(2) + "\n";
}

}  // namespace

int execute(const LeversCommand& command) {
  const auto kinds = scenario::kind_names();
  if (command.kind && std::find(kinds.begin(), kinds.end(), *command.kind) == kinds.end()) {
    const std::string near = scenario::nearest_name(*command.kind, kinds);
    tell(std::vector<std::string>{fmt::format("no kind of change called \"{}\", expected {}{}", *command.kind,
                                              scenario::listed(kinds, kinds.size()),
                                              near.empty() ? "" : fmt::format(" (did you mean {}?)", near))});
    return exit_bad_input;
  }
  if (command.cost) return tell_cost(command);
  std::vector<scenario::Diagnostic> problems;
  std::vector<Lever> levers = scenario::levers(scenario::Library::standard(), problems);
  if (!problems.empty()) {
    tell(std::move(problems));
    return exit_bad_input;
  }
  if (command.kind) {
    const auto other = [&](const Lever& lever) { return *command.kind != lever.kind->name; };
    levers.erase(std::remove_if(levers.begin(), levers.end(), other), levers.end());
  }
  return deliver({[&] { return text_of(levers); }, [&] { return json_of(levers); }, {}}, command.output);
}

}  // namespace lscb::cli

#include <fmt/core.h>

#include <algorithm>

#include "report/difference_rows.h"
#include "report/england.h"
#include "report/first_page.h"
#include "report/layout.h"
#include "report/phrases.h"

namespace lscb::report {
namespace {

using experiment::Estimate;
using Scenario = experiment::AreasResult::Scenario;

std::optional<std::size_t> index_of(const std::vector<measures::Measure>& all, const std::string& id) {
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].id == id) return i;
  }
  return std::nullopt;
}

double children_of(const EnglandResult& england) {
  double sum = 0.0;
  for (const auto& area : england.areas.areas) sum += area.children;
  return sum;
}

void put_head(std::string& out, const EnglandResult& england) {
  const auto& areas = england.areas;
  put_row(out, 0, heading);
  out += '\n';
  const std::string count =
      england.whole() ? fmt::format("{} authorities", areas.areas.size())
                      : fmt::format("{} of {} authorities", areas.areas.size(), england.authorities);
  put_wrapped(out, 0,
              fmt::format("England   {}, each with a door, a workforce and a budget of its own; {} children",
                          count, grouped(children_of(england), 0)),
              10);
  put_row(out, 0, fmt::format("Counted   {}", window_in_words(areas.counted)));
  put_row(
      out, 0,
      fmt::format("Runs      {} replication{}, seed {}; {}", areas.replications,
                  areas.replications == 1 ? "" : "s", areas.seed,
                  areas.replications == 1 ? "an interval needs two"
                                          : fmt::format("intervals at {:g} %", areas.confidence * 100.0)));
}

/// A sum of several measures has no interval.
std::string plain_level(const Estimate& e) {
  if (!e.mean) return "not defined";
  if (!e.low || !e.high) return three_figures(*e.mean);
  return fmt::format("{}, {} to {}", grouped(*e.mean, 0), grouped(*e.low, 0), grouped(*e.high, 0));
}

/// Of several measures: the sum, without an interval.
Estimate sum_of(const EnglandResult& england, const Scenario& scenario, const Published& published) {
  Estimate sum;
  for (const std::string& id : published.measures) {
    const auto measure = index_of(england.areas.measures, id);
    if (!measure) return {};
    const Estimate& part = scenario.totals[*measure];
    if (!part.mean) return {};
    if (published.measures.size() == 1) return part;
    sum.mean = sum.mean.value_or(0.0) + *part.mean;
  }
  return sum;
}

/// Each source once, with the numbers of the figures it is of; then what is to be said of single figures.
void put_sources(std::string& out, const std::vector<Published>& all) {
  std::vector<std::string> told;
  const auto source_of = [](const Published& one) {
    return fmt::format("{}; {}, {}", one.year, one.source, one.grade);
  };
  for (const Published& first : all) {
    const std::string source = source_of(first);
    if (std::find(told.begin(), told.end(), source) != told.end()) continue;
    told.push_back(source);
    std::string numbers;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (source_of(all[i]) == source) numbers += fmt::format("[{}]", i + 1);
    }
    put_wrapped(out, 2, fmt::format("{} {}", numbers, source), 4);
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!all[i].note.empty()) put_wrapped(out, 2, fmt::format("[{}] {}", i + 1, all[i].note), 4);
  }
}

void put_beside_published(std::string& out, const EnglandResult& england, const Scenario& scenario) {
  if (england.published.empty()) return;
  if (!england.whole()) {
    out += "\nSome authorities only: nothing published to set their sum beside.\n";
    return;
  }
  out += fmt::format("\n{:<58}{:<34}{}\n", "Beside what was published (a year, or on an average day)",
                     "simulated", "published");
  std::size_t number = 0;
  for (const Published& published : england.published) {
    out +=
        fmt::format("  {:<56}{:<34}{} [{}]\n", published.label,
                    plain_level(sum_of(england, scenario, published)), grouped(published.value, 0), ++number);
  }
  put_sources(out, england.published);
}

void put_levels(std::string& out, const EnglandResult& england, const Scenario& scenario,
                const Indices& which, std::string_view title) {
  bool titled = title.empty();
  for (const std::size_t i : which) {
    const auto& measure = england.areas.measures[i];
    if (!experiment::adds_up(measure)) continue;
    if (!titled) put_row(out, 0, fmt::format("\n{}", title));
    titled = true;
    put_level(out, 2, measure, scenario.totals[i]);
  }
}

void put_differences(std::string& out, const EnglandResult& england, const Scenario& scenario,
                     const Indices& which) {
  for (const std::size_t i : which) {
    const auto& measure = england.areas.measures[i];
    if (!experiment::adds_up(measure)) continue;
    put_row(out, 2, measure.label, difference_in_words(scenario.differences[i], measure.unit));
  }
}

}  // namespace

std::string to_text(const EnglandResult& england, bool all) {
  const auto& scenarios = england.areas.scenarios;
  std::string out;
  put_head(out, england);
  const FirstPage page = first_page(england.areas.measures);
  const Scenario& base = scenarios.front();
  out += fmt::format("\n{}: {}\n", base.name, base.title);
  put_levels(out, england, base, page.headline, {});
  put_levels(out, england, base, page.levels, {});
  put_levels(out, england, base, page.ages, "By age");
  put_levels(out, england, base, page.others, "What bears on it");
  put_levels(out, england, base, page.spend, "Money");
  if (all) put_levels(out, england, base, page.rest, "Everything else that adds up");
  put_beside_published(out, england, base);
  for (std::size_t s = 1; s < scenarios.size(); ++s) {
    out += fmt::format("\n{}: {}\n  against {}, all authorities together\n", scenarios[s].name,
                       scenarios[s].title, base.name);
    for (const Indices* which : {&page.headline, &page.levels, &page.others, &page.spend})
      put_differences(out, england, scenarios[s], *which);
    if (all) put_differences(out, england, scenarios[s], page.rest);
  }
  out += "\nEach authority's figures: --csv=FILE or --json=FILE. None is a finding about that authority.\n";
  put_row(out, 0, caution);
  return out;
}

}  // namespace lscb::report

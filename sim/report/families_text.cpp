#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "report/families.h"
#include "report/head.h"
#include "report/layout.h"
#include "report/phrases.h"

namespace lscb::report {
namespace {

using experiment::FamiliesResult;
using experiment::FamilyFigures;
using experiment::FamilyFrequency;
using experiment::FilteredFamilies;

constexpr std::size_t indent = 2;

std::string number(std::int64_t value) {
  return grouped(static_cast<double>(value), 0);
}

std::string counted(std::int64_t count, const char* one, const char* many) {
  return count == 0 ? fmt::format("no {}", one)
                    : fmt::format("{} {}", number(count), count == 1 ? one : many);
}

std::string child_days(std::int64_t minutes) {
  const std::int64_t days = (minutes + minutes_per_day / 2) / minutes_per_day;
  return fmt::format("{} at unprotected need", counted(days, "child-day", "child-days"));
}

std::string frequency_in_words(const FamilyFrequency& f, const FamiliesResult& result) {
  if (f.families > 0 || !f.per_10000.high) return level_in_words(f.per_10000, "families");
  const double most = *f.per_10000.high;
  const int decimals = std::max(1 - static_cast<int>(std::floor(std::log10(most))), 0);
  return fmt::format("none in {}; at most {}", counted(result.replications, "replication", "replications"),
                     grouped(most, decimals));
}

/// How many families that was.
std::string found_in_words(const FamilyFrequency& f, const FamiliesResult& result) {
  if (f.families == 0) return {};
  return fmt::format(" ({}, in {} of {} replications)", counted(f.families, "family", "families"),
                     number(f.replications_with), number(result.replications));
}

void put_filter(std::string& out, const FamiliesResult& result, const FilteredFamilies& one) {
  out += '\n';
  put_wrapped(out, 0, fmt::format("{}: {}", one.filter->id, one.filter->words), indent);
  for (std::size_t d = 0; d < one.frequencies.size(); ++d) {
    const FamilyFrequency& f = one.frequencies[d];
    const std::string& name = result.scenarios[d].name;
    put_row(out, indent, one.filter->needs_two() ? "between the two" : name, frequency_in_words(f, result));
    if (f.families > 0) put_row(out, 2 * indent, "found", found_in_words(f, result).substr(1));
  }
  if (one.difference) put_row(out, indent, "difference", difference_in_words(*one.difference, "families"));
}

void put_beginning(std::string& out, const FamiliesResult& result) {
  const bool pair = result.scenarios.size() == 2;
  put_head(
      out,
      pair ? fmt::format("Families  of {}, against {}", result.scenarios[0].name, result.scenarios[1].name)
           : fmt::format("Families  of {}", result.scenarios[0].name),
      result, {}, pair ? " of the same simulated lives" : "");
  out += '\n';
  put_wrapped(
      out, 0,
      fmt::format("How many families there are for every 10,000 children in the area (it has about {}), "
                  "over the whole time counted, not a year. Intervals are Student's over replications; of {} "
                  "families "
                  "or fewer those of a Poisson count, and where none was found its bound, one-sided.",
                  grouped(result.children, -2), experiment::few_families));
}

bool figures_differ(const experiment::FoundFamily& family) {
  return !(family.figures.first == family.figures.second);
}

std::string since_when(const FamilyFigures& f) {
  if (f.unassessed_before == 0) return {};
  return f.unassessed_before == f.unassessed_calls
             ? " (all before this time)"
             : fmt::format(" ({} before this time)", f.unassessed_before);
}

void put_figures(std::string& out, const FamilyFigures& f, const std::string& under) {
  std::string text = fmt::format("{}{} in this time", under, counted(f.calls, "call", "calls"));
  if (f.unassessed_calls > 0) {
    text += fmt::format("; {} before any assessment{}, {} sent to CAF",
                        counted(f.unassessed_calls, "call", "calls"), since_when(f),
                        f.sent_to_caf == 0 ? "none" : number(f.sent_to_caf));
    if (f.caf_throughout) text += " (CAF throughout)";
    if (f.adult_hidden) text += ", a dangerous adult there and not known";
  }
  text += fmt::format("; {} completed; {}", counted(f.assessments, "assessment", "assessments"),
                      child_days(f.unprotected_minutes));
  if (f.harms > 0) text += fmt::format("; {}", counted(f.harms, "serious harm", "serious harms"));
  if (f.predictable_harms > 0)
    text += fmt::format(", {} after a call that the reference worker would have had assessed",
                        f.predictable_harms == f.harms ? (f.harms == 1 ? "which came" : "all of them")
                                                       : number(f.predictable_harms));
  put_wrapped(out, 2 * indent, text + ".", indent);
}

void put_family(std::string& out, const FamiliesResult& result, const experiment::FoundFamily& family,
                const std::vector<std::string>& asked) {
  out += '\n';
  put_row(
      out, indent,
      fmt::format("Replication {}, family {}", number(family.key.replication), number(family.key.family)));
  if (result.scenarios.size() == 2 && figures_differ(family)) {
    put_figures(out, family.figures.first, fmt::format("Under {}: ", result.scenarios[0].name));
    put_figures(out, family.figures.second, fmt::format("Under {}: ", result.scenarios[1].name));
  } else {
    put_figures(out, family.figures.first, result.scenarios.size() == 2 ? "Under both: " : "");
  }
  if (family.figures.parted != Instant::never()) {
    put_wrapped(out, 2 * indent,
                fmt::format("The courses part on {}{}.", date_in_words(family.figures.parted),
                            family.figures.differs == Instant::never()
                                ? "; nothing comes of it in this time"
                                : fmt::format("; something comes out differently from {} on",
                                              date_in_words(family.figures.differs))));
  }
  out += fmt::format("    {}\n", family_command(family.key, asked));
}

/// Of the review's pattern, which is looked for whatever else is asked: whether there is one.
void put_seed_pattern(std::string& out, const FamiliesResult& result) {
  for (const FilteredFamilies& one : result.filters) {
    if (std::string_view{one.filter->id} != "seed-pattern") continue;
    const bool found = std::any_of(one.frequencies.begin(), one.frequencies.end(),
                                   [](const FamilyFrequency& f) { return f.families > 0; });
    out += '\n';
    if (!found) {
      put_wrapped(out, 0,
                  fmt::format("The review's pattern was not found in {}: no simulated family came to it.",
                              counted(result.replications, "replication", "replications")));
    } else {
      put_wrapped(out, 0, "The review's pattern was found: --filter seed-pattern lists the families.");
    }
  }
}

}  // namespace

std::string family_command(const experiment::FamilyKey& key, const std::vector<std::string>& asked) {
  const auto word = [](const std::string& name) {
    const bool plain = name.find_first_not_of(
                           "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                           "-_./+,=@") == std::string::npos;
    if (plain) return name;
    std::string quoted{"'"};
    for (const char c : name) {
      if (c == '\'') quoted.append("'\\'");
      quoted.push_back(c);
    }
    quoted.push_back('\'');
    return quoted;
  };
  std::string text = fmt::format("lscb family {} --family {} --replication {}", word(asked.front()),
                                 key.family, key.replication);
  if (key.seed != experiment::FamilyKey{}.seed) text += fmt::format(" --seed {}", key.seed);
  if (asked.size() == 2) text += fmt::format(" --against {}", word(asked.back()));
  return text;
}

std::string families_text(const FamiliesResult& result, const std::vector<std::string>& asked) {
  std::string out;
  put_beginning(out, result);
  for (const FilteredFamilies& one : result.filters) {
    if (result.listed == nullptr || result.listed == one.filter) put_filter(out, result, one);
  }
  if (result.listed == nullptr) {
    put_seed_pattern(out, result);
  } else if (result.families.empty()) {
    out += '\n';
    put_wrapped(
        out, 0,
        fmt::format("No such family in {}.", counted(result.replications, "replication", "replications")));
  } else {
    out += '\n';
    const auto shown = static_cast<std::int64_t>(result.families.size());
    put_wrapped(out, 0,
                fmt::format("{} of {}, by {}, most first; none is a real family:",
                            shown == result.matching ? "All" : fmt::format("The first {}", number(shown)),
                            counted(result.matching, "family", "families"), result.listed->order));
    for (const auto& family : result.families) put_family(out, result, family, asked);
  }
  out += '\n';
  put_row(out, 0, caution);
  return out;
}

}  // namespace lscb::report

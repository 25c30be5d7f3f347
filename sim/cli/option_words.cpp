#include "cli/option_words.h"

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstdlib>
#include <stdexcept>

namespace lscb::cli {
namespace {

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return std::isdigit(static_cast<unsigned char>(c)) != 0;
  });
}

std::optional<Instant> date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const std::string_view y = text.substr(0, 4), m = text.substr(5, 2), d = text.substr(8, 2);
  if (!all_digits(y) || !all_digits(m) || !all_digits(d)) return std::nullopt;
  const auto number = [](std::string_view digits) {
    return static_cast<unsigned>(std::stoul(std::string{digits}));
  };
  const std::chrono::year_month_day day{std::chrono::year{static_cast<int>(number(y))},
                                        std::chrono::month{number(m)}, std::chrono::day{number(d)}};
  if (!day.ok()) return std::nullopt;
  return at_date(day);
}

void read_seed(const std::string& text, std::uint64_t& seed, std::vector<std::string>& mistakes) {
  if (text.empty()) return;
  try {
    if (!all_digits(text)) throw std::invalid_argument{text};
    seed = std::stoull(text);
  } catch (const std::exception&) {
    mistakes.push_back(wrong("--seed", text, "a whole number from 0 to 18446744073709551615"));
  }
}

void read_date(const char* option, const std::string& text, std::optional<Instant>& value,
               std::vector<std::string>& mistakes) {
  if (text.empty()) return;
  value = date(text);
  if (!value) mistakes.push_back(wrong(option, text, "a date as year-month-day, such as 2011-04-01"));
}

}  // namespace

std::string wrong(std::string_view option, std::string_view found, std::string_view expected) {
  return fmt::format("{}: found {}, expected {}", option, found, expected);
}

void add_to(CLI::App& command, ExperimentWords& words, const experiment::Options& defaults) {
  const auto add = [&command](const char* name, std::string& value, const char* type, std::string text) {
    command.add_option(name, value, std::move(text))->type_name(type);
  };
  add("--replications", words.replications, "N",
      fmt::format("How many times each scenario is simulated, {} to {} ({}). More narrow the intervals.",
                  words.least_replications, words.most_replications, defaults.replications));
  add("--seed", words.seed, "N",
      fmt::format("Names the simulated lives ({}); the same seed repeats them.", defaults.seed));
  add("--threads", words.threads, "N",
      "How many work at once (as many as the machine has). Changes no figure.");
  add("--from", words.from, "DATE",
      "First day counted, such as 2011-01-01, inside the scenario's own dates.");
  add("--to", words.to, "DATE", "The day after the last one counted.");
  command
      .add_option("--json", words.json,
                  "Also write the result as JSON; --json alone prints it instead of the text.")
      ->type_name("=FILE");
  if (!words.page_only) {
    command
        .add_option("--csv", words.csv,
                    "Also write the result as CSV; --csv alone prints it instead of the text.")
        ->type_name("=FILE");
    command.add_flag("--all", words.output.all_measures, "Print every measure, not only the first page.");
  }
  command.add_flag("--progress", words.progress, "Show how far it has come even where no terminal is.");
  command.add_flag("--no-progress", words.no_progress, "Do not show how far it has come.");
}

void add_to(CLI::App& command, FamilyWords& words, bool one_family) {
  auto* family = command.add_option("--family", words.families,
                                    one_family ? "Its number in the replication, from 1."
                                               : "Only this family, by its number; may be repeated.");
  family->type_name("N")->allow_extra_args(false);
  if (one_family) family->required();
  command.add_option("--replication", words.replication, "Which replication, from 1 (1).")->type_name("N");
  command.add_option("--seed", words.seed, "The seed of the experiment (1).")->type_name("N");
}

void add_to(CLI::App& command, FamiliesWords& words, std::string& csv) {
  const auto add = [&command](const char* name, std::string& value, const char* type,
                              const std::string& text) {
    command.add_option(name, value, text)->type_name(type);
  };
  add("--filter", words.filter, "ID", "List the families of this kind: " + experiment::filter_ids() + ".");
  add("--top", words.top, "N", fmt::format("List so many ({}).", experiment::FamilySearch{}.top));
  add("--csv", csv, "=FILE", "Also write the result as CSV; --csv alone prints it instead of the text.");
  command.footer(
      "Without --filter: how often families of each kind are found, of every 10,000 children in the area.\n"
      "Example: lscb families no-change --against isle-of-wight-2011 --filter seed-pattern");
}

void read_whole(const char* option, const std::string& text, int least, int most, int& value,
                std::vector<std::string>& mistakes) {
  if (text.empty()) return;
  if (all_digits(text) && text.size() <= 9) {
    const int number = std::stoi(text);
    if (number >= least && number <= most) {
      value = number;
      return;
    }
  }
  mistakes.push_back(wrong(option, text, fmt::format("a whole number from {} to {}", least, most)));
}

void read_families(const char* option, const std::vector<std::string>& texts,
                   std::vector<std::uint32_t>& families, std::vector<std::string>& mistakes) {
  for (const std::string& text : texts) {
    int number = 0;
    read_whole(option, text, 1, 100'000'000, number, mistakes);
    families.push_back(static_cast<std::uint32_t>(number));
  }
}

void ExperimentWords::read(experiment::Options& options, Output& out, ShowProgress& show,
                           std::vector<std::string>& mistakes) const {
  read_whole("--replications", replications, least_replications, most_replications, options.replications,
             mistakes);
  read_whole("--threads", threads, 0, 1024, options.threads, mistakes);
  read_seed(seed, options.seed, mistakes);
  read_date("--from", from, options.from, mistakes);
  read_date("--to", to, options.to, mistakes);
  if (!delta.empty()) {
    char* end = nullptr;
    const double value = std::strtod(delta.c_str(), &end);
    if (*end == '\0' && std::isfinite(value) && value >= 0.0) {
      options.delta = value;
    } else {
      mistakes.push_back(wrong("--delta", delta, "a number of children a year, 0 or more, such as 10"));
    }
  }
  out = output;
  if (!json.empty()) out.json = json;
  if (!csv.empty()) out.csv = csv;
  if (out.json == "-" && out.csv == "-") {
    mistakes.push_back(
        "--json and --csv cannot both be printed; name a file for one, as in --csv=result.csv");
  } else if (out.json && out.csv && *out.json == *out.csv) {
    mistakes.push_back(fmt::format("--json and --csv both name {}; expected two files", *out.json));
  }
  if (progress && no_progress) mistakes.push_back("--progress and --no-progress contradict each other");
  show = progress ? ShowProgress::always : (no_progress ? ShowProgress::never : ShowProgress::on_a_terminal);
}

void FamilyWords::read(std::uint64_t& seed_out, int& replication_out,
                       std::vector<std::uint32_t>& families_out, std::vector<std::string>& mistakes) const {
  read_seed(seed, seed_out, mistakes);
  read_whole("--replication", replication, 1, 1'000'000, replication_out, mistakes);
  read_families("--family", families, families_out, mistakes);
}

void FamiliesWords::read(FamiliesCommand& families, std::vector<std::string>& mistakes) const {
  read_whole("--top", top, 1, 1'000'000, families.search.top, mistakes);
  if (!top.empty() && filter.empty()) mistakes.emplace_back("--top: found no --filter, expected one");
  if (filter.empty()) return;
  families.search.filter = experiment::find_filter(filter);
  if (families.search.filter == nullptr) {
    mistakes.push_back(wrong("--filter", filter, "one of " + experiment::filter_ids()));
  } else if (families.search.filter->needs_two() && !families.against) {
    mistakes.push_back(fmt::format("--filter {} compares two scenarios; expected --against", filter));
  }
}

}  // namespace lscb::cli

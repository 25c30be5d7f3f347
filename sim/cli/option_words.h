// What the command line says of experiments and of families: the options of several commands, their words as
// they stand, and the values they mean.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"
#include "experiment/options.h"

namespace CLI {
class App;
}

namespace lscb::cli {

/// "--seed: found x, expected y".
[[nodiscard]] std::string wrong(std::string_view option, std::string_view found, std::string_view expected);

/// A whole number from `least` to `most` into `value`, or a mistake; an empty text leaves the value.
void read_whole(const char* option, const std::string& text, int least, int most, int& value,
                std::vector<std::string>& mistakes);

/// Families' numbers, appended.
void read_families(const char* option, const std::vector<std::string>& texts,
                   std::vector<std::uint32_t>& families, std::vector<std::string>& mistakes);

/// What commands that simulate have in common.
struct ExperimentWords {
  std::string replications, seed, threads, from, to, delta;
  Output output;
  std::string json, csv;
  bool progress = false, no_progress = false;
  int least_replications = 2;
  int most_replications = 1'000'000;
  bool page_only = false;  ///< the answer is one page: no CSV, no further measures

  void read(experiment::Options& options, Output& out, ShowProgress& show,
            std::vector<std::string>& mistakes) const;
};

/// A family of a replication, or several.
struct FamilyWords {
  std::string seed, replication;
  std::vector<std::string> families;

  void read(std::uint64_t& seed_out, int& replication_out, std::vector<std::uint32_t>& families_out,
            std::vector<std::string>& mistakes) const;
};

/// What is asked of `families` beside the experiment's options.
struct FamiliesWords {
  std::string filter, top;

  void read(FamiliesCommand& families, std::vector<std::string>& mistakes) const;
};

/// The options of which these are the words; `defaults` stand in the help.
void add_to(CLI::App& command, ExperimentWords& words, const experiment::Options& defaults = {});
void add_to(CLI::App& command, FamilyWords& words, bool one_family);
void add_to(CLI::App& command, FamiliesWords& words, std::string& csv);

}  // namespace lscb::cli

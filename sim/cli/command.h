// What the command line asks for, as plain values, and how each command answers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "experiment/course.h"
#include "experiment/families.h"
#include "experiment/options.h"
#include "experiment/why_organisation.h"
#include "spec/parameter.h"

namespace lscb::cli {

inline constexpr int exit_ok = 0;
inline constexpr int exit_internal = 1;   ///< a mistake in the program
inline constexpr int exit_bad_input = 2;  ///< a mistake in what the program was given; nothing was written
inline constexpr int exit_interrupted = 130;  ///< stopped by the user; what had finished was told

/// Where results for other programs go.
struct Output {
  std::optional<std::string> json;  ///< a file, or "-" for standard output
  std::optional<std::string> csv;   ///< likewise
  bool all_measures = false;        ///< of the text
  [[nodiscard]] bool to_stdout() const { return json == "-" || csv == "-"; }
};

enum class ShowProgress { on_a_terminal, always, never };

struct RunCommand {
  std::string scenario;
  std::optional<std::string> trace;           ///< a file for the courses of families
  std::vector<std::uint32_t> trace_families;  ///< none: all
  bool coverage = false;
  bool effort = false;
  experiment::Options options;
  Output output;
  ShowProgress progress = ShowProgress::on_a_terminal;
};

/// The courses of families, step by step, into a file.
struct TraceCommand {
  std::string scenario;
  std::string file;
  std::vector<std::uint32_t> families;  ///< none: all
  int replication = 1;
  std::uint64_t seed = 1;
};

struct FamilyCommand {
  std::string scenario;
  std::optional<std::string> against;
  experiment::FamilyKey key;
  std::optional<std::string> html;  ///< a file
};

/// What the decisions rested on that missed children, or what the organisation took away.
struct WhyCommand {
  std::string scenario;
  std::optional<std::string> against;
  bool organisation = false;
  int sample = experiment::usual_sample;  ///< of the missed, for the organisation's second table
  experiment::Options options;
  Output output;  ///< no CSV
  ShowProgress progress = ShowProgress::on_a_terminal;
};

/// Predictable harm, and what hindsight makes of it.
struct HindsightCommand {
  std::string scenario;
  std::optional<std::string> against;
  experiment::Options options;
  Output output;
  ShowProgress progress = ShowProgress::on_a_terminal;
};

/// Families looked for over many replications.
struct FamiliesCommand {
  std::string scenario;
  std::optional<std::string> against;
  experiment::FamilySearch search;
  experiment::Options options;
  Output output;
  ShowProgress progress = ShowProgress::on_a_terminal;
};

struct CompareCommand {
  std::string base;
  std::vector<std::string> alternatives;
  experiment::Options options;
  Output output;
  ShowProgress progress = ShowProgress::on_a_terminal;
};

struct EnglandCommand {
  std::vector<std::string> scenarios;    ///< the first is the one that others are compared with
  std::vector<std::string> authorities;  ///< by name or number; none: all
  experiment::Options options;
  Output output;
  ShowProgress progress = ShowProgress::on_a_terminal;
};

struct CheckCommand {
  std::vector<std::string> files;
  std::vector<std::string> workload_areas;
};

struct ListCommand {};

struct ParametersCommand {
  std::optional<std::string> area;  ///< with its own figures, and what it borrows
  std::optional<spec::Grade> grade;
};

/// What a scenario file may change.
struct LeversCommand {
  std::optional<std::string> kind;  ///< only this kind of change
  bool cost = false;                ///< instead of the list, what recommendations cost as simulated
  experiment::Options options;      ///< of the simulation
  Output output;                    ///< no CSV
  ShowProgress progress = ShowProgress::on_a_terminal;
};

using Command =
    std::variant<RunCommand, TraceCommand, FamilyCommand, FamiliesCommand, WhyCommand, HindsightCommand,
                 CompareCommand, EnglandCommand, CheckCommand, ListCommand, ParametersCommand, LeversCommand>;

/// Each writes its answer to standard output, everything else to standard error, and returns the exit code.
/// Throws only for mistakes in the program.
[[nodiscard]] int execute(const RunCommand& command);
[[nodiscard]] int execute(const TraceCommand& command);
[[nodiscard]] int execute(const FamilyCommand& command);
[[nodiscard]] int execute(const WhyCommand& command);
[[nodiscard]] int execute(const HindsightCommand& command);
[[nodiscard]] int execute(const FamiliesCommand& command);
[[nodiscard]] int execute(const CompareCommand& command);
[[nodiscard]] int execute(const EnglandCommand& command);
[[nodiscard]] int execute(const CheckCommand& command);
[[nodiscard]] int execute(const ListCommand& command);
[[nodiscard]] int execute(const ParametersCommand& command);
[[nodiscard]] int execute(const LeversCommand& command);
/// With `cost`. REQUIRES: the kind asked for, if one is, is one.
[[nodiscard]] int tell_cost(const LeversCommand& command);

/// The program's version, as results carry it.
[[nodiscard]] const char* version();

}  // namespace lscb::cli

#include "cli/arguments.h"

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/command_options.h"

namespace lscb::cli {
namespace {

constexpr const char* examples = R"(Examples:
  lscb list
  lscb run no-change
  lscb compare no-change restructure caf-pressure
  lscb compare no-change my/plan.toml --replications 500 --json=result.json
  lscb family no-change --family 296 --against isle-of-wight-2011 --html=family.html
  lscb families no-change --against isle-of-wight-2011
  lscb why no-change --against isle-of-wight-2011
  lscb hindsight no-change --against isle-of-wight-2011
  lscb england no-change caf-pressure --csv=england.csv
  lscb check my/plan.toml my/area.toml
  lscb check --workload isle-of-wight-2010
  lscb parameters --grade assumption
  lscb levers
  lscb levers --cost

SCENARIO, BASE and ALTERNATIVE are names that `lscb list` shows, or paths of .toml files.
`lscb help COMMAND` explains a command. Exit codes: 0 done, 1 a fault in the program, 2 a mistake in the input
(all of them are listed and no file is written), 130 stopped by Ctrl-C (what had finished is told).)";

Answer refusal(const std::vector<std::string>& mistakes, std::string_view command) {
  std::string text;
  for (const auto& mistake : mistakes) text += fmt::format("lscb: {}\n", mistake);
  const std::string help = command.empty() ? "lscb --help" : fmt::format("lscb {} --help", command);
  return {text + fmt::format("`{}` shows what can be asked for.\n", help), exit_bad_input};
}

/// A word after --json is a scenario, not a file: `=FILE` alone names a file.
void give_bare_outputs_a_value(std::vector<std::string>& words) {
  for (auto& word : words) {
    if (word == "--") break;
    if (word == "--json" || word == "--csv") word += "=-";
  }
}

/// `help COMMAND` asks what `COMMAND --help` does.
void turn_help_round(std::vector<std::string>& words) {
  if (words.empty() || words.front() != "help") return;
  words.erase(words.begin());
  words.emplace_back("--help");
}

using Commands = std::vector<std::unique_ptr<CommandOptions>>;

Answer refusal(const CLI::ParseError& error, const Commands& commands) {
  std::string all;
  for (const auto& command : commands) {
    if (command->chosen())
      return refusal({fmt::format("{}: {}", command->name(), error.what())}, command->name());
    all += fmt::format("{}{}", all.empty() ? "" : ", ", command->name());
  }
  return refusal({fmt::format("{}; expected one of the commands {}", error.what(), all)}, {});
}

}  // namespace

const char* version() {
  return LSCB_VERSION;
}

std::variant<Command, Answer> parse(std::vector<std::string> words) {
  CLI::App app{
      "What does a change of organisation do to the children who needed an assessment and will not get one?\n"
      "lscb simulates children's services before and after a change, on the same simulated lives.",
      "lscb"};
  app.footer(examples);
  app.set_version_flag("--version", fmt::format("lscb {}", version()));
  app.require_subcommand(1);
  app.get_formatter()->column_width(28);
  const Commands commands = add_commands(app);
  try {
    turn_help_round(words);
    give_bare_outputs_a_value(words);
    std::reverse(words.begin(), words.end());
    app.parse(words);
  } catch (const CLI::CallForHelp&) {
    for (const CLI::App* command : app.get_subcommands()) return Answer{command->help(), exit_ok};
    return Answer{app.help(), exit_ok};
  } catch (const CLI::CallForVersion& call) {
    return Answer{fmt::format("{}\n", call.what()), exit_ok};
  } catch (const CLI::ParseError& error) {
    return refusal(error, commands);
  }
  const auto chosen =
      std::find_if(commands.begin(), commands.end(), [](const auto& command) { return command->chosen(); });
  std::vector<std::string> mistakes;
  Command command = (*chosen)->read(mistakes);
  if (!mistakes.empty()) return refusal(mistakes, (*chosen)->name());
  return command;
}

}  // namespace lscb::cli

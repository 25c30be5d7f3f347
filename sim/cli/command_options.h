// What each command takes: its options, and the command that they make.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/command.h"

namespace CLI {
class App;
}

namespace lscb::cli {

/// One command's options, with the words that were given for them once the program's line has been parsed.
class CommandOptions {
 public:
  virtual ~CommandOptions() = default;
  CommandOptions(const CommandOptions&) = delete;
  CommandOptions& operator=(const CommandOptions&) = delete;

  [[nodiscard]] std::string name() const;
  /// Whether it is the command that the line names.
  [[nodiscard]] bool chosen() const;
  /// The command; what is wrong with its words is added to the mistakes, and it is then not to be executed.
  [[nodiscard]] virtual Command read(std::vector<std::string>& mistakes) = 0;

 protected:
  CommandOptions(CLI::App& program, const char* name, const char* words);
  CLI::App* app_;  ///< of the program
};

/// Adds every command to the program, in the order in which its help lists them. The program is not to be
/// used once they are gone.
[[nodiscard]] std::vector<std::unique_ptr<CommandOptions>> add_commands(CLI::App& program);

}  // namespace lscb::cli

#include "cli/results.h"

#include <cstdio>
#include <optional>

#include "cli/loading.h"
#include "report/files.h"

namespace lscb::cli {
namespace {

/// Empty, or what went wrong.
std::optional<std::string> put(const std::optional<std::string>& where,
                               const std::function<std::string()>& form) {
  if (!where) return std::nullopt;
  const std::string bytes = form();
  if (*where != "-") return report::write_file(*where, bytes);
  std::fwrite(bytes.data(), 1, bytes.size(), stdout);
  return std::nullopt;
}

}  // namespace

int deliver(const Forms& forms, const Output& output) {
  std::vector<std::string> mistakes;
  if (auto mistake = put(output.json, forms.json)) mistakes.push_back(*mistake);
  if (auto mistake = put(output.csv, forms.csv)) mistakes.push_back(*mistake);
  if (!output.to_stdout()) (void)put("-", forms.text);
  tell(mistakes);
  return mistakes.empty() ? exit_ok : exit_bad_input;
}

}  // namespace lscb::cli

#include "cli/results.h"

#include <fmt/core.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <optional>
#include <vector>

#include "cli/loading.h"
#include "report/files.h"

namespace lscb::cli {
namespace {

/// A file written beside its place and not yet in it.
struct Written {
  std::string beside;
  std::string path;
};

bool is_file(const std::optional<std::string>& where) {
  return where && *where != "-";
}

/// Writes the form beside its file, which stays as it is. What went wrong, or empty.
std::optional<std::string> write_beside(const std::string& path, const std::string& bytes,
                                        std::vector<Written>& written) {
  if (auto mistake = report::cannot_write(path)) return mistake;
  // Numbered, for two forms may have been sent to one file: the later holds.
  const std::string beside =
      fmt::format("{}.new{}-{}", path, static_cast<long>(::getpid()), written.size() + 1);
  if (auto mistake = report::write_file(beside, bytes)) {
    return mistake->replace(0, beside.size(), path);  // it begins with the name that was asked for
  }
  written.push_back({beside, path});
  return std::nullopt;
}

/// Puts all in their places, or none where one was not written. All were writable a moment ago, so that only
/// somebody else's act in between can part them.
void put_in_place(const std::vector<Written>& written, std::vector<std::string>& mistakes) {
  for (const Written& file : written) {
    if (mistakes.empty() && std::rename(file.beside.c_str(), file.path.c_str()) == 0) continue;
    if (mistakes.empty()) {
      mistakes.push_back(fmt::format("{}: cannot be written: {}", file.path, std::strerror(errno)));
    }
    std::remove(file.beside.c_str());
  }
}

void print(const std::string& bytes) {
  std::fwrite(bytes.data(), 1, bytes.size(), stdout);
}

}  // namespace

int deliver(const Forms& forms, const Output& output) {
  std::vector<std::string> mistakes;
  std::vector<Written> written;
  const auto file = [&](const std::optional<std::string>& where, const std::function<std::string()>& form) {
    if (!is_file(where)) return;
    if (auto mistake = write_beside(*where, form(), written)) mistakes.push_back(std::move(*mistake));
  };
  file(output.json, forms.json);
  file(output.csv, forms.csv);
  put_in_place(written, mistakes);
  if (output.json == "-") print(forms.json());
  if (output.csv == "-") print(forms.csv());
  if (!output.to_stdout()) print(forms.text());
  tell(mistakes);
  return mistakes.empty() ? exit_ok : exit_bad_input;
}

int deliver(const Forms& forms, const Output& output, Finished finished) {
  if (finished.done == 0) {
    std::fputs("lscb: stopped before the first replication was done; nothing to tell\n", stderr);
    return exit_interrupted;
  }
  const int code = deliver(forms, output);
  return code == exit_ok && finished.done < finished.asked ? exit_interrupted : code;
}

}  // namespace lscb::cli

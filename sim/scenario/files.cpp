#include "scenario/files.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace lscb::scenario {
namespace {

namespace fs = std::filesystem;

bool ends_in_toml(std::string_view name) {
  constexpr std::string_view ending = ".toml";
  return name.size() > ending.size() && name.substr(name.size() - ending.size()) == ending;
}

FileText refused(std::string found, std::string expected) {
  return {std::nullopt, std::move(found), std::move(expected)};
}

FileText too_large(std::uintmax_t size) {
  return refused(fmt::format("a file of {:.1f} MiB", static_cast<double>(size) / (1024.0 * 1024.0)),
                 "at most 1 MiB of text");
}

}  // namespace

bool DiskFiles::exists(const std::string& path) const {
  std::error_code ignored;
  return fs::exists(path, ignored);
}

FileText DiskFiles::read(const std::string& path) const {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) return refused("no such file", "a scenario, area or parameter file");
  if (fs::is_directory(status)) return refused("a folder", "a file of text");
  if (!fs::is_regular_file(status)) return refused("a device or a pipe", "a file of text");
  const std::uintmax_t size = fs::file_size(path, error);
  if (error) return refused("a file whose size cannot be read", "a file of text");
  if (size > largest_file) return too_large(size);
  std::ifstream in(path, std::ios::binary);
  if (!in) return refused("a file that may not be read", "a file you have permission to read");
  // One byte more than allowed, in case the file grows while it is read.
  std::string text(largest_file + 1, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (in.bad()) return refused("a file that cannot be read to its end", "a file of text");
  text.resize(static_cast<std::size_t>(in.gcount()));
  if (text.size() > largest_file) return too_large(text.size());
  return {std::move(text), {}, {}};
}

std::vector<std::string> DiskFiles::list(const std::string& folder) const {
  std::vector<std::string> found;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (ends_in_toml(name)) found.push_back(name);
  }
  std::sort(found.begin(), found.end());
  return found;
}

FileText MemoryFiles::read(const std::string& path) const {
  const auto place = files_.find(path);
  if (place == files_.end()) return refused("no such file", "a scenario, area or parameter file");
  if (place->second.size() > largest_file) return too_large(place->second.size());
  return {place->second, {}, {}};
}

std::vector<std::string> MemoryFiles::list(const std::string& folder) const {
  std::vector<std::string> found;
  const std::string start = folder + "/";
  for (const auto& [path, text] : files_) {
    if (path.compare(0, start.size(), start) != 0) continue;
    const std::string name = path.substr(start.size());
    if (name.find('/') == std::string::npos && ends_in_toml(name)) found.push_back(name);
  }
  return found;
}

}  // namespace lscb::scenario

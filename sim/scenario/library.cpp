#include "scenario/library.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

namespace lscb::scenario {
namespace {

bool is_path(std::string_view name) {
  constexpr std::string_view ending = ".toml";
  return name.find('/') != std::string_view::npos ||
         (name.size() > ending.size() && name.substr(name.size() - ending.size()) == ending);
}

const char* subfolder(Kind kind) {
  switch (kind) {
    case Kind::scenario:
      return "";
    case Kind::area:
      return "areas/";
    case Kind::parameters:
      return "parameters/";
  }
  return "";
}

std::string tidy(const std::string& path) {
  return std::filesystem::path(path).lexically_normal().generic_string();
}

std::string with_slash(std::string_view folder) {
  return folder.empty() ? "" : std::string(folder) + "/";
}

}  // namespace

const char* name_of(Kind kind) {
  switch (kind) {
    case Kind::scenario:
      return "scenario";
    case Kind::area:
      return "area";
    case Kind::parameters:
      return "parameters";
  }
  return "scenario";
}

Library Library::at(std::string folder) {
  return {{std::move(folder)}, std::make_shared<DiskFiles>()};
}

Library Library::standard() {
  Library library;
  library.files = std::make_shared<DiskFiles>();
  if (const char* chosen = std::getenv("LSCB_SCENARIOS"); chosen != nullptr && *chosen != '\0') {
    library.folders.emplace_back(chosen);
  }
  library.folders.emplace_back("scenarios");
  std::error_code error;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
  if (!error) {
    library.folders.push_back((program.parent_path().parent_path() / "scenarios").string());
  }
#ifdef LSCB_SOURCE_SCENARIOS
  library.folders.emplace_back(LSCB_SOURCE_SCENARIOS);
#endif
  return library;
}

std::string find(const Library& library, Kind kind, std::string_view name, std::string_view beside) {
  const std::string text(name);
  if (is_path(name)) {
    const std::string near = tidy(with_slash(beside) + text);
    if (!beside.empty() && library.files->exists(near)) return near;
    return library.files->exists(text) ? tidy(text) : std::string{};
  }
  std::vector<std::string> places;
  if (!beside.empty()) {
    places.push_back(with_slash(beside) + text + ".toml");
    places.push_back(with_slash(beside) + subfolder(kind) + text + ".toml");
  }
  for (const std::string& folder : library.folders) {
    places.push_back(with_slash(folder) + subfolder(kind) + text + ".toml");
  }
  for (const std::string& place : places) {
    if (library.files->exists(place)) return tidy(place);
  }
  return {};
}

std::string find_authorities(const Library& library) {
  for (const std::string& folder : library.folders) {
    const std::string place = tidy(with_slash(folder) + "england/authorities.csv");
    if (library.files->exists(place)) return place;
  }
  return {};
}

std::vector<std::string> names(const Library& library, Kind kind) {
  std::vector<std::string> found;
  for (const std::string& folder : library.folders) {
    std::string where = with_slash(folder) + subfolder(kind);
    if (!where.empty()) where.pop_back();
    for (const std::string& name : library.files->list(where)) found.push_back(stem_of(name));
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::string stem_of(std::string_view path) {
  const std::size_t slash = path.find_last_of('/');
  if (slash != std::string_view::npos) path.remove_prefix(slash + 1);
  constexpr std::string_view ending = ".toml";
  if (path.size() > ending.size() && path.substr(path.size() - ending.size()) == ending) {
    path.remove_suffix(ending.size());
  }
  return std::string(path);
}

}  // namespace lscb::scenario

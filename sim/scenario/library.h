// Where scenario files are looked for.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/files.h"

namespace lscb::scenario {

/// Folders laid out as scenarios/ is: <scenario>.toml, areas/<area>.toml, parameters/<room>.toml. A name is
/// looked for in each in turn, the first that has it wins.
struct Library {
  std::vector<std::string> folders;
  std::shared_ptr<const FileSource> files;

  /// The folder named by the environment's LSCB_SCENARIOS if there is one, then ./scenarios, then
  /// ../scenarios beside the running program, then the folder the program was built from.
  [[nodiscard]] static Library standard();
  /// One folder on disk.
  [[nodiscard]] static Library at(std::string folder);
};

/// What can be asked for by name.
enum class Kind { scenario, area, parameters };
[[nodiscard]] const char* name_of(Kind kind);

/// The path of a file of that kind: `name` itself if it ends in ".toml" or holds a '/', else the first found
/// as <beside>/<name>.toml and in the library's folders. Empty if there is none. `beside` is the folder of
/// the file that mentions the name, or empty. Steps like "./" and "x/../" are taken out, so that a file has
/// one path.
[[nodiscard]] std::string find(const Library& library, Kind kind, std::string_view name,
                               std::string_view beside = {});

/// The path of the table of England's authorities, england/authorities.csv in the first folder that has it;
/// empty if there is none.
[[nodiscard]] std::string find_authorities(const Library& library);

/// The names of that kind that `find` would find, sorted, each once.
[[nodiscard]] std::vector<std::string> names(const Library& library, Kind kind);

/// A file's name without folder and ".toml": how scenarios and areas are called.
[[nodiscard]] std::string stem_of(std::string_view path);

}  // namespace lscb::scenario

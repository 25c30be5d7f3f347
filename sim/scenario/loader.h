// One loading: follows `extends`, keeps what was already read, gathers mistakes. Internal to the room.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/drafts.h"
#include "scenario/library.h"
#include "scenario/load.h"

namespace lscb::scenario::detail {

class Loader {
 public:
  Loader(const Library& library, std::vector<Diagnostic>& problems)
      : library_(library), problems_(problems) {}

  /// The file with everything under it; nullptr after a report. Each file is read once, however often it is
  /// mentioned. `chain` holds the paths that lead here, for the message about one that extends itself.
  const AreaDraft* area(const std::string& path, const std::vector<std::string>& chain = {});
  const ScenarioDraft* scenario(const std::string& path, const std::vector<std::string>& chain = {});

  /// The path of a mentioned name, or a report at the mention.
  std::optional<std::string> resolve(Kind kind, const Mention& mention, const std::string& file);

 private:
  bool refuse_circle(Kind kind, const std::string& path, const std::vector<std::string>& chain,
                     const Mention& mention, const std::string& file);
  void merge(ScenarioDraft& draft, const std::vector<const ScenarioDraft*>& bases,
             const std::vector<Mention>& mentions, const FileContext& context);

  const Library& library_;
  std::vector<Diagnostic>& problems_;
  std::map<std::string, std::unique_ptr<AreaDraft>> areas_;  // null: could not be read
  std::map<std::string, std::unique_ptr<ScenarioDraft>> scenarios_;
};

/// The folder a path lies in, empty if none is named.
[[nodiscard]] std::string folder_of(const std::string& path);

}  // namespace lscb::scenario::detail

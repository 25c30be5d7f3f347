// One loading: follows `extends`, keeps what was already read, gathers mistakes. Internal to the room.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/authority_reader.h"
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

  /// Every authority of England, in the table's order; empty after a report. Read once.
  const std::vector<AuthorityDraft>& authorities();
  /// The path by which `area` knows an authority, from its name or number; empty if there is none.
  std::string authority_path(std::string_view name_or_number);
  /// Of those of the kind, and of authorities where it is areas.
  std::string nearest(Kind kind, const std::string& name);
  /// "no scenario called "county", which is an area": that there is none of the kind, and what else is called
  /// so.
  std::string none_called(Kind kind, std::string_view name);

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
  std::optional<std::vector<AuthorityDraft>> authorities_;
};

/// The folder a path lies in, empty if none is named.
[[nodiscard]] std::string folder_of(const std::string& path);

}  // namespace lscb::scenario::detail

// Files as read, before they are put together. Internal to the room.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "change/change.h"
#include "door/parameters.h"
#include "scenario/parameter_reader.h"
#include "scenario/reader.h"
#include "spec/area.h"

namespace lscb::scenario::detail {

/// A change with the places of its keys, for the checks that need the whole scenario.
struct ReadChange {
  change::Change change;
  std::string kind;
  bool dated = false;                      ///< the date could be read
  std::map<std::string, Position> places;  ///< of the values, by key; "" is the table's own
  std::vector<Figure> figures;

  [[nodiscard]] Position place_of(const std::string& key) const {
    const auto found = places.find(key);
    return found != places.end() ? found->second : places.at("");
  }
};

struct TeamDraft {
  spec::Team team;
  std::vector<Figure> figures;
};

struct CentreDraft {
  spec::Centre centre;
  std::vector<Figure> figures;
};

/// An area file with what it extends laid under it; a national profile is kept apart.
struct AreaDraft {
  std::string path;
  std::string id;  ///< how the area is called: the file's stem, or the authority's name
  std::string title;
  std::string summary;
  Position at;
  bool national = false;
  bool broken = false;  ///< a base could not be read: what is missing may have stood there
  std::map<std::string, ReadFigure> figures;  ///< "referrals", "referral_sources.police", "ages.under_1"
  std::set<std::string> mentioned;            ///< keys of figures that are there, sound or not
  std::vector<TeamDraft> teams;
  std::vector<CentreDraft> centres;
  std::vector<ReadChange> history;
  std::vector<ParameterFigure> parameters;             ///< other values than parameters/<room>.toml has
  std::string national_path;                           ///< of the profile it borrows from; may be empty
  std::map<std::string, ReadFigure> national_figures;  ///< that profile's
};

struct ScenarioDraft {
  std::string path;
  std::string title;
  std::string summary;
  bool broken = false;
  std::optional<std::string> area;  ///< path of the area's file
  std::string area_file;            ///< where `area` was written
  Position area_at;
  std::optional<std::chrono::year_month_day> from;
  std::optional<std::chrono::year_month_day> to;
  bool window_faulty = false;  ///< a date is there that could not be read
  std::string window_file;     ///< where `to` was written
  Position to_at;
  std::vector<ReadChange> changes;
};

/// The name in a file of `extends` and where it stands.
using Mention = std::pair<std::string, Position>;

/// Reads one area file without its bases. `bases` receives what it extends.
[[nodiscard]] AreaDraft read_area(const FileContext& context, const Node& root, std::vector<Mention>& bases);
/// Lays `draft` over `base`: what the draft does not state comes from the base.
void extend(AreaDraft& draft, const AreaDraft& base);

/// Reads one scenario file without its bases; `area` is left as the mentioned name.
[[nodiscard]] ScenarioDraft read_scenario(const FileContext& context, const Node& root,
                                          std::vector<Mention>& bases);

/// Reads `[[key]]` changes; what cannot be read of one is left at its neutral value after the report.
[[nodiscard]] std::vector<ReadChange> read_changes(const FileContext& context, TableReader& table,
                                                   std::string_view key);

/// Where posts of the role belong, which would cost and do nothing in a team of the kind; nullptr if they
/// have work there.
[[nodiscard]] const char* place_of_work(spec::Role role, spec::TeamKind kind);

/// Everything an area needs, from its own figures and, marked as borrowed, from the national profile. Reports
/// what can be had from neither. The figures used are added to `provenance`.
[[nodiscard]] spec::Area complete(const AreaDraft& draft, const std::string& id, const FileContext& context,
                                  Provenance& provenance);

/// The checks that need area, parameters, history and changes together. `changes` are sorted by date.
void check_together(const spec::Area& area, const door::Parameters& parameters,
                    const std::vector<ReadChange>& history, const std::vector<ReadChange>& changes,
                    std::optional<Interval> window, std::vector<Diagnostic>& problems);

}  // namespace lscb::scenario::detail

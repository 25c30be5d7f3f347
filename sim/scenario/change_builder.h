// What a reader of one kind of change is given. Internal to the room.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/drafts.h"

namespace lscb::scenario::detail {

/// Takes figures, dates and names out of a change's table, and keeps each figure's evidence.
struct ChangeBuilder {
  const FileContext& context;
  TableReader& table;
  const Evidence& evidence;
  ReadChange& read;
  std::string stem;  ///< of the figures' ids

  std::optional<double> keep(std::optional<ReadFigure> figure);
  /// The key's value in its unit, if it is there and sound.
  std::optional<double> figure(std::string_view key, const FigureRule& rule);
  /// Reported where it is missing, and then 0.
  double need(std::string_view key, const FigureRule& rule);
  std::optional<Instant> date(std::string_view key);
  void at_least_one(const std::vector<std::string>& keys);
};

/// 0 to 100 %, as 0..1.
[[nodiscard]] FigureRule share();
/// A shift of a threshold, in levels.
[[nodiscard]] FigureRule shift();
/// Working hours a worker, up to `most`.
[[nodiscard]] FigureRule hours_up_to(double most);

[[nodiscard]] const std::vector<std::string>& role_names();
[[nodiscard]] std::optional<spec::Role> role_named(std::string_view name);

/// Agencies that have a tie to the front door, as files name them.
[[nodiscard]] const std::vector<std::string>& agency_names();
[[nodiscard]] std::optional<spec::Referrer> agency_named(std::string_view name);

/// A kind of change as a file names it, and who reads it. To add one: its reader in a `change_<noun>.cpp`,
/// its line in `change_kinds()`.
struct ChangeKind {
  const char* name;
  change::Effect (*read)(ChangeBuilder&);
};
[[nodiscard]] const std::vector<ChangeKind>& change_kinds();

[[nodiscard]] change::Effect read_restructure(ChangeBuilder& build);
[[nodiscard]] change::Effect read_threshold_policy(ChangeBuilder& build);
[[nodiscard]] change::Effect read_centre_cut(ChangeBuilder& build);
[[nodiscard]] change::Effect read_posts(ChangeBuilder& build);
[[nodiscard]] change::Effect read_recruitment(ChangeBuilder& build);
[[nodiscard]] change::Effect read_target_policy(ChangeBuilder& build);
[[nodiscard]] change::Effect read_publicity(ChangeBuilder& build);
[[nodiscard]] change::Effect read_challenge(ChangeBuilder& build);
[[nodiscard]] change::Effect read_earlier_files(ChangeBuilder& build);

}  // namespace lscb::scenario::detail

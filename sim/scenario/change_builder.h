// What a reader of one kind of change is given. Internal to the room.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "scenario/change_kinds.h"
#include "scenario/drafts.h"

namespace lscb::scenario::detail {

/// Takes figures, dates and names out of a change's table, by the rules that its kind states for each key,
/// and keeps each figure's evidence. Throws std::logic_error where a reader asks for a key that its kind does
/// not list, or in another form.
struct ChangeBuilder {
  const FileContext& context;
  TableReader& table;
  const Evidence& evidence;
  ReadChange& read;
  std::string stem;  ///< of the figures' ids
  const ChangeKind& kind;
  std::vector<std::string> asked = {};  ///< keys that the reader asked for

  /// The key's value in the model's unit, if it is there and sound.
  std::optional<double> figure(std::string_view key);
  /// As figure, but reported where it is missing.
  std::optional<double> required(std::string_view key);
  /// As required; 0 where there is none.
  double need(std::string_view key) { return required(key).value_or(0.0); }
  std::optional<Instant> date(std::string_view key);
  std::optional<Instant> need_date(std::string_view key);
  std::optional<std::string> name(std::string_view key);
  std::string need_name(std::string_view key, std::string_view expected);
  std::optional<bool> truth(std::string_view key);
  /// Any of the key's choices, one or a list; what is none of them is reported and left out.
  std::vector<std::pair<std::string, Position>> choices(std::string_view key);
  std::optional<std::string> choice(std::string_view key);
  /// One of the key's choices, reported where it is missing.
  std::optional<std::string> need_choice(std::string_view key);
  void at_least_one(const std::vector<std::string>& keys);

 private:
  std::optional<double> keep(std::optional<ReadFigure> figure);
  const ChangeKey& listed_key(std::string_view key, ChangeKey::Form form);
};

// Keys, as a kind lists them.
[[nodiscard]] ChangeKey figure_key(const char* name, const char* label, const FigureRule& rule,
                                   const char* costs = "", std::vector<const char*> rests_on = {});
[[nodiscard]] ChangeKey date_key(const char* name, const char* label, std::vector<const char*> rests_on = {});
[[nodiscard]] ChangeKey name_key(const char* name, const char* label);
[[nodiscard]] ChangeKey choice_key(const char* name, const char* label,
                                   const std::vector<std::string>& choices);
[[nodiscard]] ChangeKey choices_key(const char* name, const char* label,
                                    const std::vector<std::string>& choices);
[[nodiscard]] ChangeKey truth_key(const char* name, const char* label, const char* costs = "",
                                  std::vector<const char*> rests_on = {});
/// `until`, of kinds that may end.
[[nodiscard]] ChangeKey until_key();

/// 0 to 100 %, as 0..1.
[[nodiscard]] FigureRule share();
/// A shift of a threshold, in levels.
[[nodiscard]] FigureRule shift();
/// Working hours a worker, up to `most`.
[[nodiscard]] FigureRule hours_up_to(double most);

[[nodiscard]] const std::vector<std::string>& role_names();
[[nodiscard]] std::optional<spec::Role> role_named(std::string_view name);

// The kinds, each in the file of its noun.
[[nodiscard]] const ChangeKind& restructure_kind();
[[nodiscard]] const ChangeKind& threshold_policy_kind();
[[nodiscard]] const ChangeKind& centre_cut_kind();
[[nodiscard]] const ChangeKind& posts_kind();
[[nodiscard]] const ChangeKind& recruitment_kind();
[[nodiscard]] const ChangeKind& budget_cut_kind();
[[nodiscard]] const ChangeKind& overspend_rules_kind();
[[nodiscard]] const ChangeKind& trees_and_chronologies_kind();
[[nodiscard]] const ChangeKind& measurable_outcomes_kind();
[[nodiscard]] const ChangeKind& specific_recording_kind();
[[nodiscard]] const ChangeKind& perpetrator_removal_kind();
[[nodiscard]] const ChangeKind& good_enough_parenting_kind();
[[nodiscard]] const ChangeKind& caf_monitoring_kind();
[[nodiscard]] const ChangeKind& centre_management_kind();
[[nodiscard]] const ChangeKind& inspection_kind();
[[nodiscard]] const ChangeKind& target_policy_kind();
[[nodiscard]] const ChangeKind& publicity_kind();
[[nodiscard]] const ChangeKind& challenge_kind();
[[nodiscard]] const ChangeKind& earlier_files_kind();
/// Agencies that have a tie to the front door, as files name them.
[[nodiscard]] const std::vector<std::string>& agency_names();
[[nodiscard]] std::optional<spec::Referrer> agency_named(std::string_view name);

}  // namespace lscb::scenario::detail

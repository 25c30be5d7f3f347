// The levers: every kind of change that a file may hold, and every key of each, described once. The readers
// take form, unit and range of a key from here, and `lscb levers` lists what stands here, so that the two
// cannot disagree.
//
// To add a kind: `<noun>_kind()` in a `change_<noun>.cpp`, with its keys and its reader, and its line in
// `change_kinds()` (change_kinds.cpp). To add a key: a line in its kind's keys.
#pragma once

#include <string_view>
#include <vector>

#include "change/change.h"
#include "scenario/reader.h"

namespace lscb::scenario {

namespace detail {
struct ChangeBuilder;
}

/// What the serious case review of Baby T recommended (published 5 November 2013; Community Care, 6 November
/// 2013). `none`: a lever that no recommendation asks for.
enum class Recommendation {
  none,
  good_enough_parenting,
  measurable_outcomes,
  specific_records,
  trees_and_chronologies,
  perpetrator_removal,
  caf_pressure_monitored,
  changes_monitored_and_challenged,
};
inline constexpr int recommendation_count = 8;
/// In a few words; empty for `none`.
[[nodiscard]] const char* words_of(Recommendation recommendation);

/// One key of a kind of change.
struct ChangeKey {
  enum class Form { figure, date, name, choice, truth };
  const char* name = "";
  const char* label = "";  ///< in words
  Form form = Form::figure;
  FigureRule rule;                                    ///< of a figure
  const std::vector<std::string>* choices = nullptr;  ///< of a choice
  const char* costs =
      "";  ///< hours, posts or pounds, and of whom; empty where the key has no cost of its own
  std::vector<const char*> rests_on;  ///< ids of the parameters that its mechanism uses besides
};

/// A kind of change as a file names it, and who reads it.
struct ChangeKind {
  const char* name = "";
  const char* label = "";           ///< in words
  std::vector<const char*> owners;  ///< who can decide it, as `owner` of a change may say
  const char* example = "";  ///< a shipped scenario that holds it, in its changes or its area's history
  Recommendation answers = Recommendation::none;
  std::vector<ChangeKey> keys;
  change::Effect (*read)(detail::ChangeBuilder&) = nullptr;

  [[nodiscard]] const ChangeKey* find(std::string_view key) const;
};

/// In the order of their adding. References stay good for ever.
[[nodiscard]] const std::vector<const ChangeKind*>& change_kinds();
[[nodiscard]] std::vector<std::string> kind_names();

/// Whose decision a change may be.
[[nodiscard]] const std::vector<std::string>& owners();

}  // namespace lscb::scenario

#include "scenario/change_kinds.h"

#include <algorithm>
#include <array>

#include "scenario/change_builder.h"

namespace lscb::scenario {

const char* words_of(Recommendation recommendation) {
  static constexpr std::array<const char*, recommendation_count> words{
      "",
      "consider the effect of parenting on the child, so that poor parenting does not become the norm",
      "measurable outcomes in all plans, CAFs included, and action where they are not achieved",
      "specific descriptions in records instead of general terms",
      "family trees and case chronologies on all cases",
      "remove the perpetrator of domestic violence rather than the children",
      "pressure to use CAF must not cost children in need their social work service",
      "monitor what changes of structure do to children, and challenge it"};
  return words[static_cast<std::size_t>(recommendation)];
}

const ChangeKey* ChangeKind::find(std::string_view key) const {
  const auto found =
      std::find_if(keys.begin(), keys.end(), [&](const ChangeKey& each) { return key == each.name; });
  return found == keys.end() ? nullptr : &*found;
}

const std::vector<const ChangeKind*>& change_kinds() {
  static const std::vector<const ChangeKind*> kinds{
      &detail::restructure_kind(),         &detail::threshold_policy_kind(),
      &detail::centre_cut_kind(),          &detail::posts_kind(),
      &detail::recruitment_kind(),         &detail::budget_cut_kind(),
      &detail::overspend_rules_kind(),     &detail::trees_and_chronologies_kind(),
      &detail::measurable_outcomes_kind(), &detail::specific_recording_kind(),
      &detail::perpetrator_removal_kind(), &detail::good_enough_parenting_kind(),
      &detail::caf_monitoring_kind(),      &detail::centre_management_kind(),
      &detail::inspection_kind(),          &detail::target_policy_kind(),
      &detail::publicity_kind(),           &detail::challenge_kind(),
      &detail::earlier_files_kind(),
  };
  return kinds;
}

std::vector<std::string> kind_names() {
  std::vector<std::string> names;
  for (const ChangeKind* kind : change_kinds()) names.emplace_back(kind->name);
  return names;
}

const std::vector<std::string>& owners() {
  static const std::vector<std::string> names{"council", "board",      "health", "police",
                                              "schools", "government", "nobody"};
  return names;
}

}  // namespace lscb::scenario

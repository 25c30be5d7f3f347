#include "experiment/family_filters.h"

#include <algorithm>
#include <cmath>

namespace lscb::experiment {
namespace {

bool eight_and_none(const FamilyFigures& f) {
  return f.unassessed_call_in_window(eight_calls);
}

double unassessed(const FamilyFigures& f) {
  return f.unassessed_calls;
}

double unprotected(const FamilyFigures& f) {
  return static_cast<double>(f.unprotected_minutes);
}

double unprotected_apart(const FamilyPair& pair) {
  return std::abs(unprotected(pair.second) - unprotected(pair.first));
}

std::vector<FamilyFilter> catalogue() {
  constexpr const char* most_calls = "calls without assessment";
  constexpr const char* most_need = "child-days at unprotected need";
  constexpr const char* most_apart =
      "child-days at unprotected need by which the two scenarios differ for the family";
  return {
      {"most-contacts-without-assessment",
       "called about in this time, and neither assessed for it nor before, nor on a plan", most_calls,
       [](const FamilyFigures& f) { return f.unassessed_calls > f.unassessed_before; }, unassessed, nullptr,
       nullptr},
      {"eight-and-none", "whose eighth call came in this time, with none of the eight assessed and no plan",
       most_calls, eight_and_none, unassessed, nullptr, nullptr},
      {"seed-pattern",
       "of these: with every call sent to CAF or turned away while there was one, and a dangerous adult "
       "there "
       "whom social care did not know (the review's pattern)",
       most_calls,
       [](const FamilyFigures& f) { return eight_and_none(f) && f.caf_throughout && f.adult_hidden; },
       unassessed, nullptr, nullptr},
      {"longest-unprotected",
       "with a child in complex need or at significant harm without a plan that meets it", most_need,
       [](const FamilyFigures& f) { return f.unprotected_minutes > 0; }, unprotected, nullptr, nullptr},
      {"harm-predictable",
       "with a serious harm before which there had been a call on which the reference worker would have had "
       "the family assessed (what that does not mean: lscb hindsight)",
       "such harms", [](const FamilyFigures& f) { return f.predictable_harms > 0; },
       [](const FamilyFigures& f) { return static_cast<double>(f.predictable_harms); }, nullptr, nullptr},
      {"harm-preventable",
       "of these: with such a harm that does not come where the reference worker meets the family from the "
       "first such call on",
       "such harms", [](const FamilyFigures& f) { return f.preventable_harms > 0; },
       [](const FamilyFigures& f) { return static_cast<double>(f.preventable_harms); }, nullptr, nullptr},
      {"diverged", "for whom anything that happened or was done differs between the two scenarios",
       most_apart, nullptr, nullptr, [](const FamilyPair& p) { return p.parted != Instant::never(); },
       unprotected_apart},
      {"outcome-differs",
       "of these: a call, decision, assessment, finding, service or harm is not the same, a few days aside",
       most_apart, nullptr, nullptr, [](const FamilyPair& p) { return p.differs != Instant::never(); },
       unprotected_apart},
  };
}

}  // namespace

bool FamilyFilter::matches(const FamilyPair& pair) const {
  return needs_two() ? holds_of_pair(pair) : holds(pair.first) || holds(pair.second);
}

double FamilyFilter::rank(const FamilyPair& pair) const {
  if (needs_two()) return key_of_pair(pair);
  if (!holds(pair.first)) return key(pair.second);
  return holds(pair.second) ? std::max(key(pair.first), key(pair.second)) : key(pair.first);
}

const std::vector<FamilyFilter>& family_filters() {
  static const std::vector<FamilyFilter> all = catalogue();
  return all;
}

std::string filter_ids() {
  std::string ids;
  for (const FamilyFilter& filter : family_filters()) {
    if (!ids.empty()) ids += ", ";
    ids += filter.id;
  }
  return ids;
}

const FamilyFilter* find_filter(std::string_view id) {
  const auto& all = family_filters();
  const auto found = std::find_if(all.begin(), all.end(), [&](const FamilyFilter& f) { return id == f.id; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace lscb::experiment

// The thresholds that policies leave in force: more need never leads to less.
#include <fmt/format.h>

#include <algorithm>

#include "door/screening.h"
#include "scenario/checks.h"

namespace lscb::scenario::detail {
namespace {

using change::ThresholdPolicy;
using Policies = std::vector<const ReadChange*>;

const ThresholdPolicy& policy_of(const ReadChange& read) {
  return std::get<ThresholdPolicy>(read.change.effect);
}

door::Thresholds thresholds_under(const door::Parameters& parameters, const Policies& in_force) {
  door::Policy sum;
  for (const ReadChange* read : in_force) {
    const ThresholdPolicy& policy = policy_of(*read);
    sum.assessment_shift += policy.initial_assessment_shift;
    sum.section47_shift += policy.section47_shift;
    sum.caf_shift += policy.caf_shift;
  }
  return door::in_force(parameters, sum);
}

/// "the threshold for a CAF at 1.9 levels, above that for an assessment at 1.7"; empty if they are in order.
std::string out_of_order(const door::Thresholds& t) {
  constexpr double rounding = 1e-9;  // sums of tenths
  const auto above = [](const char* one, double at, const char* other, double than) {
    return fmt::format("the threshold for {} at {:.6g} levels, above that for {} at {:.6g}", one, at, other,
                       than);
  };
  if (t.caf > t.assessment + rounding) return above("a CAF", t.caf, "an assessment", t.assessment);
  if (t.assessment > t.section47 + rounding)
    return above("an assessment", t.assessment, "an enquiry", t.section47);
  return {};
}

/// Where each of the others was written: " with those at a.toml:3 and a.toml:9".
std::string beside(const Policies& in_force, const ReadChange* but) {
  std::string out;
  for (const ReadChange* read : in_force) {
    if (read != but) out += (out.empty() ? " beside the policy at " : " and that at ") + written_at(*read);
  }
  return out;
}

/// A key that the policy states, for the place of the report.
std::string key_of(const ReadChange& read) {
  for (const char* key : {"caf", "initial_assessment", "section47"}) {
    if (read.places.count(key) > 0) return key;
  }
  return "";
}

}  // namespace

void check_thresholds(const Together& together, const door::Parameters& parameters,
                      const std::vector<const ReadChange*>& all) {
  if (!out_of_order(thresholds_under(parameters, {})).empty()) return;  // no policy's doing
  Policies policies;
  std::vector<Instant> days;
  for (const ReadChange* read : all) {
    if (!read->dated || !std::holds_alternative<ThresholdPolicy>(read->change.effect)) continue;
    policies.push_back(read);
    days.push_back(read->change.date);
    if (const auto until = policy_of(*read).until) days.push_back(*until);
  }
  std::sort(days.begin(), days.end());
  bool sound = true;
  for (const Instant at : days) {
    Policies in_force;
    const ReadChange* ended = nullptr;
    for (const ReadChange* read : policies) {
      const auto until = policy_of(*read).until;
      if (until == at) ended = read;
      if (read->change.date <= at && !(until && *until <= at)) in_force.push_back(read);
    }
    const std::string found = out_of_order(thresholds_under(parameters, in_force));
    if (sound && !found.empty()) {
      const ReadChange& last = *in_force.back();
      const bool begins = last.change.date == at;
      together.report(
          last, key_of(last),
          fmt::format("{}, from {} on{}{}", found, day(at), beside(in_force, &last),
                      begins || ended == nullptr ? "" : ", once that at " + written_at(*ended) + " ends"),
          "shifts that together leave the threshold for a CAF lowest and that for an enquiry highest");
    }
    sound = found.empty();
  }
}

}  // namespace lscb::scenario::detail

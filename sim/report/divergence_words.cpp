#include "report/divergence_words.h"

#include <fmt/core.h>

#include <algorithm>
#include <utility>
#include <variant>

#include "report/course_sentences.h"
#include "report/phrases.h"

namespace lscb::report {
namespace {

using Facts = std::vector<std::pair<std::string, std::string>>;  // what, and how much

std::string number(double value) {
  const std::string text = fmt::format("{:.2f}", value);
  return text == "-0.00" ? "0.00" : text;
}
std::string percent(double share) {
  return fmt::format("{:.0f} %", 100.0 * share);
}
std::string yes_or_no(bool is) {
  return is ? "yes" : "no";
}

Facts facts(const trace::Experience& e) {
  return {{"what the worker lacks of a full experience", percent(e.lacking)}};
}
Facts facts(const trace::Backlog& b) {
  return {{"weeks of work that wait for who decides", number(b.weeks)}};
}
Facts facts(const trace::Yardstick& y) {
  return {{"the team's yardstick, from what it has lately seen", number(y.levels)}};
}
Facts facts(const trace::PolicyRead& p) {
  return {{"policy: shift of the threshold for an assessment", number(p.assessment_shift)},
          {"policy: shift of the threshold for section 47", number(p.section47_shift)},
          {"policy: shift of the threshold for CAF", number(p.caf_shift)},
          {"policy: pull of an earlier, lower label", number(p.downgrade_anchor)}};
}
Facts facts(const trace::Tie& t) {
  return {{fmt::format("how whole the working relation with {} is", caller_in_words(t.referrer)),
           percent(t.whole)}};
}
Facts facts(const trace::CentreOpen& c) {
  return {{"share of the week that the children's centre is open", percent(c.share)}};
}
Facts facts(const trace::CaseHeld& c) {
  return {{"somebody at work holds the case as the enquiry begins", yes_or_no(c.held)}};
}
Facts facts(const trace::CaseWaits& c) {
  return {{"the case waits on the unallocated list as its review falls due", yes_or_no(c.waits)}};
}
Facts facts(const trace::Reflected& r) {
  return {{"the work was thought over, in supervision or in the unit", yes_or_no(r.reflected)}};
}
Facts facts(const trace::Carried& c) {
  return {{"what the unit keeps at a change of worker", percent(c.share)}};
}
Facts facts(const trace::Standards& s) {
  using trace::Standard;
  switch (s.which) {
    case Standard::work:
      return {{"standard: how often the chronology is read, come what may", percent(s.first)},
              {"standard: how often a family tree is drawn", percent(s.second)},
              {"standard: how often what is told is recorded in particulars", percent(s.third)}};
    case Standard::caf_outcomes:
      return {{"standard: how many CAFs have measurable outcomes", percent(s.first)}};
    case Standard::plan_outcomes:
      return {{"standard: how many plans have measurable outcomes", percent(s.first)}};
    case Standard::adult_removal:
      return {{"standard: how often orders are sought against a dangerous adult", percent(s.first)}};
    case Standard::second_reading:
      return {{"standard: from what sum a decision for CAF is read again", number(s.first)}};
    case Standard::centre_management:
      break;
  }
  return {{"standard: the management of the children's centre is stated", yes_or_no(s.first > 0.0)}};
}
Facts facts(const trace::PublicityRead& p) {
  return {{"how much more people call after publicity", number(p.multiple)}};
}
Facts facts(const trace::Repute& r) {
  return {
      {fmt::format("what earlier answers have done to the willingness of {}", caller_in_words(r.referrer)),
       number(r.factor)}};
}
Facts facts(const trace::Arrangement& a) {
  using trace::Arranged;
  switch (a.which) {
    case Arranged::agency_challenge:
      return {{"how often an agency challenges a decision to turn its call away", percent(a.value)}};
    case Arranged::lead_challenge:
      return {{"how often a CAF's lead professional challenges", percent(a.value)}};
    case Arranged::audit:
      return {{"how often a closed decision is audited", percent(a.value)}};
    case Arranged::file_requested:
      return {{"how often another authority is asked for its file", percent(a.value)}};
    case Arranged::file_arrives:
      return {{"how often a file that was asked for comes", percent(a.value)}};
    case Arranged::file_days:
      break;
  }
  return {{"days until a file that was asked for comes, on average", number(a.value)}};
}
Facts facts(const trace::Judged& j) {
  const door::Evidence& e = j.evidence;
  return {{"the chronology is read", yes_or_no(e.chronology_read)},
          {"earlier concerns on file", number(e.concerns_on_file)},
          {"how much of the file is known unread", percent(e.in_view)},
          {"a dangerous adult is on record", yes_or_no(e.adult_on_record)},
          {"the parents' account is tested", yes_or_no(e.account_tested)},
          {"the family seems to engage", yes_or_no(e.engages)},
          {"what who decides lacks of a full experience", percent(j.decider.inexperience)},
          {"weeks of work that wait for who decides", number(j.decider.backlog_weeks)},
          {"what is weighed in all", number(j.score.total())},
          {"of it the yardstick", number(j.score.norm)},
          {"of it the backlog", number(j.score.backlog)},
          {"of it the last label", number(j.score.anchor)},
          {"of it chance", number(j.score.noise)},
          {"what it had to reach", joined(bars_in_words(j))}};
}
Facts facts(const trace::WorkDone& w) {
  const std::vector<std::string> missing = left_out_in_words(w);
  return {{"work", pathway::name(w.work)},
          {fmt::format("left out of the work ({})", pathway::name(w.work)),
           missing.empty() ? "nothing" : joined(missing)}};
}
Facts facts(const trace::Withheld& w) {
  return {{fmt::format("what {} noticed", caller_in_words(w.referrer)), silence_in_words(w.why)}};
}
template <class Other>
Facts facts(const Other&) {
  return {};
}

/// The terms that were equal and not nothing, so that no reader takes the others for all there was.
std::string equal_terms(const trace::Judged& a, const trace::Judged& b) {
  const auto terms = [](const door::Score& s) {
    return std::vector<std::pair<const char*, double>>{
        {"report", s.report},   {"history", s.history},       {"checks", s.checks},
        {"account", s.account}, {"engagement", s.engagement}, {"yardstick", s.norm},
        {"backlog", s.backlog}, {"label", s.anchor},          {"chance", s.noise}};
  };
  const auto of_a = terms(a.score), of_b = terms(b.score);
  std::vector<std::string> equal;
  for (std::size_t i = 0; i < of_a.size(); ++i) {
    const std::string value = number(of_a[i].second);
    if (value != "0.00" && value == number(of_b[i].second))
      equal.push_back(fmt::format("{} {}", of_a[i].first, value));
  }
  return equal.empty() ? std::string{} : fmt::format("weighed the same in both: {}", joined(equal));
}

Facts facts_of(const trace::Step* step) {
  if (step == nullptr) return {};
  return std::visit([](const auto& what) { return facts(what); }, step->what);
}

}  // namespace

std::vector<std::string> inputs_in_words(const std::vector<experiment::DifferentInput>& inputs) {
  std::vector<std::string> all;
  for (const experiment::DifferentInput& input : inputs) {
    const Facts first = facts_of(input.first);
    const Facts second = facts_of(input.second);
    for (const auto& [what, value] : first) {
      const auto other = std::find_if(second.begin(), second.end(),
                                      [&what = what](const auto& fact) { return fact.first == what; });
      if (other == second.end() || other->second == value) continue;
      std::string sentence = fmt::format("{}: {} against {}", what, value, other->second);
      if (std::find(all.begin(), all.end(), sentence) == all.end()) all.push_back(std::move(sentence));
    }
    const auto* a = input.first != nullptr ? std::get_if<trace::Judged>(&input.first->what) : nullptr;
    const auto* b = input.second != nullptr ? std::get_if<trace::Judged>(&input.second->what) : nullptr;
    if (a == nullptr || b == nullptr) continue;
    if (std::string equal = equal_terms(*a, *b); !equal.empty()) all.push_back(std::move(equal));
  }
  return all;
}

}  // namespace lscb::report

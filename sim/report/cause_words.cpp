#include "report/cause_words.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>
#include <variant>

#include "report/course_sentences.h"
#include "report/phrases.h"
#include "report/weighing_words.h"

namespace lscb::report {
namespace {

using experiment::Course;
using experiment::DifferentInput;
using Sentences = std::vector<std::string>;

/// Sentences on one kind of input each, of the second course beside the first.
class Telling {
 public:
  explicit Telling(const Designs& designs, const Policies& policies = {})
      : names_(designs), policies_(policies) {}

  Sentences operator()(const trace::Experience& a, const trace::Experience& b) const {
    return differ(a.lacking, b.lacking, "the worker was {}",
                  "more experienced: what one worker sees on one day then counts for less",
                  "less experienced: what one worker sees on one day then counts for more");
  }
  Sentences operator()(const trace::Backlog& a, const trace::Backlog& b) const {
    return differ(a.weeks, b.weeks, "{} work waited at the desk", "less", "more");
  }
  Sentences operator()(const trace::Yardstick& a, const trace::Yardstick& b) const {
    return differ(a.levels, b.levels, "the team had lately seen {}",
                  "milder cases, beside which the same concern seems greater",
                  "graver cases, beside which the same concern seems smaller");
  }
  Sentences operator()(const trace::PolicyRead& a, const trace::PolicyRead& b) const {
    Sentences more, less, all;
    const auto shifted = [&](double of_a, double of_b, const char* what) {
      if (std::abs(of_b - of_a) >= shown) (of_b > of_a ? more : less).emplace_back(what);
    };
    shifted(a.caf_shift, b.caf_shift, "CAF");
    shifted(a.assessment_shift, b.assessment_shift, "an assessment");
    shifted(a.section47_shift, b.section47_shift, "section 47");
    if (!more.empty() || !less.empty()) all.push_back(policy_in_words(names_, more, less));
    for (std::string& one : differ(a.downgrade_anchor, b.downgrade_anchor,
                                   "policy let an earlier, lower outcome count for {}", "less", "more"))
      all.push_back(std::move(one));
    return all;
  }
  Sentences operator()(const trace::Tie& a, const trace::Tie& b) const {
    if (a.referrer != b.referrer) return other_callers(a.referrer, b.referrer);
    return differ(a.whole, b.whole,
                  fmt::format("the working relation with {} was {{}}", caller_in_words(b.referrer)),
                  "less whole, and then people hesitate more and tell less often and less clearly",
                  "more whole, and then people hesitate less and tell more often and more clearly");
  }
  Sentences operator()(const trace::CentreOpen& a, const trace::CentreOpen& b) const {
    return differ(a.share, b.share, "the children's centre was open for {}", "less of the week",
                  "more of the week");
  }
  Sentences operator()(const trace::CaseHeld& a, const trace::CaseHeld& b) const {
    if (a.held == b.held) return {};
    return {
        fmt::format("As the enquiry began, somebody at work held the case under {} and nobody did under {}.",
                    (a.held ? names_.first : names_.second), (a.held ? names_.second : names_.first))};
  }
  Sentences operator()(const trace::CaseWaits& a, const trace::CaseWaits& b) const {
    if (a.waits == b.waits) return {};
    return {fmt::format(
        "As the review fell due, the case was waiting for a worker under {} and was not under {}.",
        (a.waits ? names_.first : names_.second), (a.waits ? names_.second : names_.first))};
  }
  Sentences operator()(const trace::Reflected& a, const trace::Reflected& b) const {
    if (a.reflected == b.reflected) return {};
    return {fmt::format(
        "The work was thought over, in supervision or in the unit, under {} and was not under {}.",
        (a.reflected ? names_.first : names_.second), (a.reflected ? names_.second : names_.first))};
  }
  Sentences operator()(const trace::Carried& a, const trace::Carried& b) const {
    return differ(a.share, b.share, "the unit kept {} of what a change of worker loses", "less", "more");
  }
  Sentences operator()(const trace::Standards& a, const trace::Standards& b) const {
    using trace::Standard;
    if (a.which != b.which) return {"The two were held to different standards of practice at this place."};
    switch (a.which) {
      case Standard::work: {
        Sentences all =
            differ(a.first, b.first, "the chronology had to be read {} often, come what may", "less", "more");
        for (std::string& one :
             differ(a.second, b.second, "a family tree had to be drawn {} often", "less", "more"))
          all.push_back(std::move(one));
        for (std::string& one : differ(
                 a.third, b.third, "what is told had to be recorded in particulars {} often", "less", "more"))
          all.push_back(std::move(one));
        return all;
      }
      case Standard::caf_outcomes:
        return differ(a.first, b.first, "{} CAFs had measurable outcomes", "fewer", "more");
      case Standard::plan_outcomes:
        return differ(a.first, b.first, "{} plans had measurable outcomes", "fewer", "more");
      case Standard::adult_removal:
        return differ(a.first, b.first, "orders against a dangerous adult were sought {} often", "less",
                      "more");
      case Standard::second_reading:
        return differ(a.first, b.first, "decisions for CAF were read again from a {} sum on", "lower",
                      "higher");
      case Standard::centre_management:
        break;
    }
    return differ(a.first, b.first, "the management of the children's centre was {}", "not stated", "stated");
  }
  Sentences operator()(const trace::PublicityRead& a, const trace::PublicityRead& b) const {
    return differ(a.multiple, b.multiple, "people called {} readily, for what had been in the news", "less",
                  "more");
  }
  Sentences operator()(const trace::Repute& a, const trace::Repute& b) const {
    if (a.referrer != b.referrer) return other_callers(a.referrer, b.referrer);
    return differ(
        a.factor, b.factor,
        fmt::format("earlier answers had left {} {{}} willing to call", caller_in_words(b.referrer)), "less",
        "more");
  }
  Sentences operator()(const trace::Arrangement& a, const trace::Arrangement& b) const {
    using trace::Arranged;
    if (a.which != b.which) return {"The two asked for different arrangements at this place."};
    switch (a.which) {
      case Arranged::agency_challenge:
        return differ(a.value, b.value, "agencies challenged {} often when a call was turned away", "less",
                      "more");
      case Arranged::lead_challenge:
        return differ(a.value, b.value, "a CAF's lead professional challenged {} often", "less", "more");
      case Arranged::audit:
        return differ(a.value, b.value, "closed decisions were audited {} often", "less", "more");
      case Arranged::file_requested:
        return differ(a.value, b.value, "another authority was asked for its file {} often", "less", "more");
      case Arranged::file_arrives:
        return differ(a.value, b.value, "a file that was asked for came {} often", "less", "more");
      case Arranged::file_days:
        break;
    }
    return differ(a.value, b.value, "a file that was asked for came after {} days", "fewer", "more");
  }
  Sentences operator()(const trace::Judged& a, const trace::Judged& b) const {
    return weighing_in_words(names_, a, b, policies_);
  }
  Sentences operator()(const trace::WorkDone& a, const trace::WorkDone& b) const {
    if (a.work != b.work)
      return {fmt::format("Not the same work had been done: {} under {}, {} under {}.", pathway::name(a.work),
                          names_.first, pathway::name(b.work), names_.second)};
    const Sentences of_a = left_out_in_words(a), of_b = left_out_in_words(b);
    Sentences all;
    if (of_a != of_b) all.push_back(not_in_full(pathway::name(a.work), of_a, of_b));
    if (a.role != b.role)
      all.push_back(fmt::format("It was done by {} under {} and by {} under {}.", role_in_words(a.role),
                                names_.first, role_in_words(b.role), names_.second));
    return all;
  }
  Sentences operator()(const trace::Withheld& a, const trace::Withheld& b) const {
    if (a.why == b.why && a.referrer == b.referrer) return {};
    Sentences all = kept_back(names_.first, a);
    all.push_back(kept_back(names_.second, b).front());
    return all;
  }
  template <class A, class B>
  Sentences operator()(const A&, const B&) const {
    return {};
  }

  static Sentences kept_back(const std::string& scenario, const trace::Withheld& w) {
    return {fmt::format("Under {}, what {} noticed was kept back: {}.", scenario, caller_in_words(w.referrer),
                        silence_in_words(w.why))};
  }

 private:
  [[nodiscard]] Sentences other_callers(spec::Referrer a, spec::Referrer b) const {
    return {fmt::format("It was {} who might tell under {}, and {} under {}.", caller_in_words(a),
                        names_.first, caller_in_words(b), names_.second)};
  }

  [[nodiscard]] std::string not_in_full(const char* work, const Sentences& of_a,
                                        const Sentences& of_b) const {
    if (!of_a.empty() && !of_b.empty())
      return fmt::format("The work ({}) was done in full under neither: {} under {}; {} under {}.", work,
                         joined(of_a), names_.first, joined(of_b), names_.second);
    const bool first_in_full = of_a.empty();
    return fmt::format("The work ({}) was done in full under {} and not under {}: {}.", work,
                       first_in_full ? names_.first : names_.second,
                       first_in_full ? names_.second : names_.first, joined(first_in_full ? of_b : of_a));
  }

  /// "Under restructure less work waited at the desk."; nothing where they are equal.
  [[nodiscard]] Sentences differ(double a, double b, const std::string& what, const char* if_less,
                                 const char* if_more) const {
    if (std::abs(b - a) < shown) return {};
    return {fmt::format("Under {} {}.", names_.second,
                        fmt::format(fmt::runtime(what), b < a ? if_less : if_more))};
  }

  const Designs& names_;
  Policies policies_;
};

template <class Kind>
const Kind* as(const trace::Step* step) {
  return step != nullptr ? std::get_if<Kind>(&step->what) : nullptr;
}

void add(Sentences& all, Sentences more) {
  for (std::string& one : more) {
    if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(std::move(one));
  }
}

std::string span_in_words(Minutes span) {
  const auto told = [](std::int64_t count, const char* unit) {
    return fmt::format("{} {}{}", count, unit, count == 1 ? "" : "s");
  };
  const std::int64_t minutes = span.count();
  if (minutes >= 36 * 60) return told(std::lround(in_days(span)), "day");
  if (minutes < 60) return told(minutes, "minute");
  return told(minutes / 60, "hour") + (minutes % 60 == 0 ? "" : " and " + told(minutes % 60, "minute"));
}

/// The same work on the same matter, or the same place taken up or left, in a course from there on.
const trace::Step* counterpart(const Course& course, std::size_t from, const trace::Step& step) {
  const auto same = [&](const trace::Step& other) {
    if (other.what.index() != step.what.index()) return false;
    if (const auto* w = as<trace::WorkDone>(&step)) {
      const auto& o = *as<trace::WorkDone>(&other);
      return o.work == w->work && o.about == w->about;
    }
    if (const auto* a = as<trace::Allocated>(&step)) return as<trace::Allocated>(&other)->place == a->place;
    if (const auto* r = as<trace::Released>(&step)) return as<trace::Released>(&other)->place == r->place;
    return false;
  };
  for (std::size_t i = from; i < course.steps.size(); ++i) {
    if (same(course.steps[i])) return &course.steps[i];
  }
  return nullptr;
}

/// What the read is about, as it goes on after "did this come into it: ".
class Subject {
 public:
  std::string operator()(const trace::Experience&) const { return "how experienced the worker was"; }
  std::string operator()(const trace::Backlog&) const { return "how much work waited at the desk"; }
  std::string operator()(const trace::Yardstick&) const { return "what the team had lately seen"; }
  std::string operator()(const trace::PolicyRead&) const { return "what policy asked for"; }
  std::string operator()(const trace::Tie&) const { return "the working relation with who might tell"; }
  std::string operator()(const trace::CentreOpen&) const {
    return "for how much of the week the children's centre was open";
  }
  std::string operator()(const trace::CaseHeld&) const { return "whether somebody at work held the case"; }
  std::string operator()(const trace::CaseWaits&) const { return "whether the case waited for a worker"; }
  std::string operator()(const trace::Reflected&) const { return "whether the work was thought over"; }
  std::string operator()(const trace::Carried&) const { return "what the unit kept at a change of worker"; }
  std::string operator()(const trace::Standards& s) const {
    return s.which == trace::Standard::second_reading ? "that decisions for CAF are read a second time"
                                                      : "a standard of practice";
  }
  std::string operator()(const trace::PublicityRead&) const { return "what had been in the news"; }
  std::string operator()(const trace::Repute&) const { return "what earlier answers had done"; }
  std::string operator()(const trace::Arrangement& a) const {
    using trace::Arranged;
    switch (a.which) {
      case Arranged::agency_challenge:
      case Arranged::lead_challenge:
        return "how often a decision is challenged";
      case Arranged::audit:
        return "how often a closed decision is audited";
      default:
        return "the file that another authority held";
    }
  }
  std::string operator()(const trace::Judged&) const { return "a weighing of what was known"; }
  template <class Other>
  std::string operator()(const Other&) const {
    return {};
  }
};

/// What is weighed on a piece of work at the minute at which it is done.
const trace::Step* weighed_on(const Course& course, const std::optional<std::size_t>& place) {
  if (!place || as<trace::WorkDone>(&course.steps[*place]) == nullptr) return nullptr;
  const Instant at = course.steps[*place].at;
  for (std::size_t i = *place + 1; i < course.steps.size() && course.steps[i].at == at; ++i) {
    if (as<trace::WorkDone>(&course.steps[i]) != nullptr) return nullptr;
    if (as<trace::Judged>(&course.steps[i]) != nullptr) return &course.steps[i];
  }
  return nullptr;
}

/// The policy under which that was weighed: read at that minute, just before.
const trace::Step* policy_before(const trace::Step* judged, const Course& course) {
  for (const trace::Step* step = judged; step >= course.steps.data() && step->at == judged->at; --step) {
    if (as<trace::PolicyRead>(step) != nullptr) return step;
    if (as<trace::WorkDone>(step) != nullptr) break;
  }
  return nullptr;
}

std::string list_waited(const trace::Allocated& a, Instant at) {
  const Minutes waited = at - a.waiting_since;
  return waited.count() < 1 ? "no time" : span_in_words(waited);
}

/// What was read in both courses, without saying how it differs.
Sentences subjects_of(const std::vector<DifferentInput>& inputs) {
  Sentences subjects;
  for (const DifferentInput& input : inputs) {
    if (input.first == nullptr || input.second == nullptr) continue;
    const std::string subject = std::visit(Subject{}, input.first->what);
    if (!subject.empty()) add(subjects, {subject});
  }
  return subjects;
}

/// Of what follows from what was read, where no difference is large enough to be told.
std::string by_a_hair(const std::vector<DifferentInput>& inputs) {
  const Sentences subjects = subjects_of(inputs);
  if (subjects.empty()) return "Nothing that was logged for this family since the step before it differs.";
  return fmt::format("It rested on what differs by less than the figures show: {}.", joined(subjects));
}

}  // namespace

std::vector<std::string> causes_in_words(const Course& first, const Course& second,
                                         const std::vector<DifferentInput>& inputs) {
  const Designs designs{first.scenario, second.scenario};
  Policies policies;
  for (const DifferentInput& input : inputs) {
    if (as<trace::PolicyRead>(input.first) != nullptr && as<trace::PolicyRead>(input.second) != nullptr)
      policies = {as<trace::PolicyRead>(input.first), as<trace::PolicyRead>(input.second)};
  }
  const Telling telling{designs, policies};
  const bool weighed = std::any_of(inputs.begin(), inputs.end(), [](const DifferentInput& input) {
    return as<trace::Judged>(input.first) != nullptr && as<trace::Judged>(input.second) != nullptr;
  });
  Sentences all, of_weighing;
  for (const DifferentInput& input : inputs) {
    if (input.first == nullptr || input.second == nullptr) {
      const bool of_first = input.first != nullptr;
      if (const auto* w = as<trace::Withheld>(of_first ? input.first : input.second))
        add(all, Telling::kept_back(of_first ? designs.first : designs.second, *w));
      continue;
    }
    if (weighed &&
        (experiment::is_told_by_weighing(*input.first) || as<trace::PolicyRead>(input.first) != nullptr))
      continue;
    Sentences sentences = std::visit(telling, input.first->what, input.second->what);
    add(as<trace::Judged>(input.first) != nullptr ? of_weighing : all, std::move(sentences));
  }
  add(all, std::move(of_weighing));
  return all;
}

std::vector<std::string> read_under_one_only(const Course& first, const Course& second,
                                             const std::vector<DifferentInput>& inputs) {
  Sentences all;
  for (const DifferentInput& input : inputs) {
    if (input.first != nullptr && input.second != nullptr) continue;
    const trace::Step* step = input.first != nullptr ? input.first : input.second;
    const std::string subject = std::visit(Subject{}, step->what);
    if (subject.empty()) continue;
    add(all, {fmt::format("Only under {} did this come into it: {}.",
                          input.first != nullptr ? first.scenario : second.scenario, subject)});
  }
  return all;
}

std::vector<std::string> arrival_in_words(const Course& first, const Course& second,
                                          const experiment::Divergence& parting) {
  const Course& of_sooner = parting.of_second ? second : first;
  const Course& of_later = parting.of_second ? first : second;
  const std::optional<std::size_t>& place = parting.of_second ? parting.in_second : parting.in_first;
  const std::optional<std::size_t>& from = parting.of_second ? parting.in_first : parting.in_second;
  const trace::Step& sooner = of_sooner.steps[*place];
  const trace::Step* later = counterpart(of_later, from.value_or(of_later.steps.size()), sooner);
  const std::string why =
      "When work is reached, and how much of it is left out, follows from all the other work of whoever "
      "does it, and that differs between the designs. It need not matter.";
  Sentences all;
  if (sooner.origin() != trace::Origin::arrives) return {by_a_hair(parting.inputs)};
  if (later == nullptr) return {fmt::format("Under {} the same never comes.", of_later.scenario), why};
  const Designs designs{first.scenario, second.scenario};
  const std::string how_long = span_in_words(later->at - sooner.at);
  const bool at_once = later->at == sooner.at;
  if (at_once && later->what == sooner.what) {
    return {
        fmt::format("Under {} the same came at that minute too, behind another step.", of_later.scenario)};
  }
  if (const auto* work = as<trace::WorkDone>(&sooner)) {
    if (!at_once) {
      const auto* of_a = as<trace::Judged>(weighed_on(of_sooner, place));
      const auto* of_b =
          as<trace::Judged>(weighed_on(of_later, static_cast<std::size_t>(later - of_later.steps.data())));
      const bool behind = of_a != nullptr && of_b != nullptr &&
                          of_b->decider.backlog_weeks > of_a->decider.backlog_weeks + slight;
      all.push_back(fmt::format("{} same work ({}) came {} later under {} than under {}.",
                                behind ? "The desk was further behind, and the" : "The",
                                pathway::name(work->work), how_long, of_later.scenario, of_sooner.scenario));
    }
    const trace::Step& of_first = parting.of_second ? *later : sooner;
    const trace::Step& of_second = parting.of_second ? sooner : *later;
    add(all, std::visit(Telling{designs}, of_first.what, of_second.what));
    all.push_back(why);
  } else if (const auto* taken = as<trace::Allocated>(&sooner)) {
    const auto& other = *as<trace::Allocated>(later);
    all.push_back(at_once ? fmt::format("Somebody took the case up at that minute under both: it had waited "
                                        "{} under {}, and {} under {}.",
                                        list_waited(other, later->at), of_later.scenario,
                                        list_waited(*taken, sooner.at), of_sooner.scenario)
                          : fmt::format("Somebody took the case up {} later under {} than under {}: it had "
                                        "waited {} there, and {} under {}.",
                                        how_long, of_later.scenario, of_sooner.scenario,
                                        list_waited(other, later->at), list_waited(*taken, sooner.at),
                                        of_sooner.scenario));
    all.emplace_back("Who has room for a case, and when, follows from all other cases.");
  } else {
    all.push_back(fmt::format("Who held the case gave it up {} sooner under {} than under {}.", how_long,
                              of_sooner.scenario, of_later.scenario));
    all.emplace_back("Who leaves or is moved, and when, follows from posts and from all other cases.");
  }
  return all;
}

std::vector<std::string> beside_in_words(const experiment::Divergence& parting) {
  const Sentences subjects = subjects_of(parting.beside);
  if (subjects.empty()) return {};
  return {fmt::format("Also differed before, and no cause of this: {}.", joined(subjects))};
}

std::vector<DifferentInput> weighed_then(const Course& first, const Course& second,
                                         const experiment::Divergence& parting) {
  const trace::Step* of_first = weighed_on(first, parting.in_first);
  const trace::Step* of_second = weighed_on(second, parting.in_second);
  if (of_first == nullptr || of_second == nullptr || of_first->what == of_second->what) return {};
  const trace::Step& work = first.steps[*parting.in_first];
  if (counterpart(second, *parting.in_second, work) != &second.steps[*parting.in_second]) return {};
  std::vector<DifferentInput> all;
  const trace::Step* policy_first = policy_before(of_first, first);
  const trace::Step* policy_second = policy_before(of_second, second);
  if (policy_first != nullptr && policy_second != nullptr && !(policy_first->what == policy_second->what))
    all.push_back({policy_first, policy_second});
  all.push_back({of_first, of_second});
  return all;
}

std::vector<std::string> changes_made_by(const Course& first, const Course& second, Instant at) {
  Sentences made;
  bool differ = false;
  const auto look = [&](const Course& course, const Course& other) {
    Sentences titles;
    for (const experiment::PlannedChange& change : course.changes) {
      const bool in_both = std::any_of(other.changes.begin(), other.changes.end(),
                                       [&](const auto& one) { return experiment::same_change(one, change); });
      if (in_both) continue;
      differ = true;
      if (change.date <= at)
        titles.push_back(change.until && *change.until <= at
                             ? fmt::format("{} ({}, ended {})", change.title, date_in_words(change.date),
                                           date_in_words(*change.until))
                             : fmt::format("{} ({})", change.title, date_in_words(change.date)));
    }
    if (titles.empty()) return;
    std::string sentence = fmt::format("Changed by then under {} alone: ", course.scenario);
    for (std::size_t i = 0; i < titles.size(); ++i) sentence += (i > 0 ? "; " : "") + titles[i];
    made.push_back(sentence + ".");
  };
  look(first, second);
  look(second, first);
  if (differ && made.empty())
    made.emplace_back("None of the changes in which the two designs differ had come by then.");
  return made;
}

}  // namespace lscb::report

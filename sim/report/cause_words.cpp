#include "report/cause_words.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
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
  explicit Telling(const Designs& designs, const Policies& policies = {}, Order order = Order::same_time)
      : names_(designs), policies_(policies), order_(order) {}

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
    return weighing_in_words(names_, a, b, policies_, order_);
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
  Order order_;
};

void add(Sentences& all, Sentences more) {
  for (std::string& one : more) {
    if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(std::move(one));
  }
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

Order order_of(const trace::Step& first, const trace::Step& second) {
  if (first.at == second.at) return Order::same_time;
  return second.at < first.at ? Order::second_earlier : Order::second_later;
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
    const Telling telling{designs, policies, order_of(*input.first, *input.second)};
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

std::vector<std::string> subjects_of(const std::vector<DifferentInput>& inputs) {
  Sentences subjects;
  for (const DifferentInput& input : inputs) {
    if (input.first == nullptr || input.second == nullptr) continue;
    const std::string subject = std::visit(Subject{}, input.first->what);
    if (!subject.empty()) add(subjects, {subject});
  }
  return subjects;
}

}  // namespace lscb::report

#include "report/arrival_words.h"

#include <fmt/core.h>

#include <cmath>
#include <optional>
#include <utility>
#include <variant>

#include "report/cause_words.h"
#include "report/course_sentences.h"
#include "report/weighing_words.h"

namespace lscb::report {
namespace {

using experiment::Course;
using experiment::DifferentInput;
using Sentences = std::vector<std::string>;

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
  for (const trace::Step* step = judged; step != course.steps.data() && step->at == judged->at; --step) {
    if (as<trace::PolicyRead>(step) != nullptr) return step;
    if (as<trace::WorkDone>(step) != nullptr) break;
  }
  return nullptr;
}

std::string list_waited(const trace::Allocated& a, Instant at) {
  const Minutes waited = at - a.waiting_since;
  return waited.count() < 1 ? "no time" : span_in_words(waited);
}

/// What it follows from that it came when it did.
std::string why_then(const trace::Step& arrival) {
  if (as<trace::Allocated>(&arrival) != nullptr)
    return "Who has room for a case, and when, follows from all other cases.";
  if (as<trace::Released>(&arrival) != nullptr)
    return "Who leaves or is moved, and when, follows from posts and from all other cases.";
  return "When work is reached, and how much of it is left out, follows from all the other work of whoever "
         "does it, and that differs between the designs. It need not matter.";
}

/// Of what follows from what was read, where no difference is large enough to be told.
std::string by_a_hair(const std::vector<DifferentInput>& inputs) {
  const Sentences subjects = subjects_of(inputs);
  if (subjects.empty()) return "Nothing that was logged for this family since the step before it differs.";
  return fmt::format("It rested on what differs by less than the figures show: {}.", joined(subjects));
}

}  // namespace

std::vector<std::string> arrival_in_words(const Course& first, const Course& second,
                                          const experiment::Divergence& parting) {
  const Course& of_sooner = parting.of_second ? second : first;
  const Course& of_later = parting.of_second ? first : second;
  const std::optional<std::size_t>& place = parting.of_second ? parting.in_second : parting.in_first;
  const std::optional<std::size_t>& from = parting.of_second ? parting.in_first : parting.in_second;
  const trace::Step& sooner = of_sooner.steps[*place];
  const trace::Step* later = counterpart(of_later, from.value_or(of_later.steps.size()), sooner);
  const std::string why = why_then(sooner);
  Sentences all;
  if (sooner.origin() != trace::Origin::arrives) return {by_a_hair(parting.inputs)};
  if (later == nullptr) return {fmt::format("Under {} the same never comes.", of_later.scenario), why};
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
    for (std::string& one : causes_in_words(first, second, {{&of_first, &of_second}}))
      all.push_back(std::move(one));
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
  } else {
    all.push_back(fmt::format("Who held the case gave it up {} sooner under {} than under {}.", how_long,
                              of_sooner.scenario, of_later.scenario));
  }
  all.push_back(why);
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

}  // namespace lscb::report

#include "report/family_words.h"

#include <fmt/core.h>

#include "report/course_sentences.h"
#include "report/course_words.h"
#include "report/divergence_words.h"
#include "report/phrases.h"

namespace lscb::report {
namespace {

std::string counted(int count, const char* one, const char* many) {
  return count == 0 ? fmt::format("no {}", one) : fmt::format("{} {}", count, count == 1 ? one : many);
}

/// The words of a step, or of the first behind it at the same minute that has any.
std::string step_in_words(const experiment::Course& course, std::size_t place) {
  const Instant at = course.steps[place].at;
  for (; place < course.steps.size() && course.steps[place].at == at; ++place) {
    const std::vector<Draft> drafts = sentences_of(course, place);
    if (!drafts.empty()) return in_words(course, drafts.front(), at);
  }
  return {};
}

}  // namespace

std::string family_name(const experiment::FamilyKey& key) {
  return fmt::format("Simulated family {}", grouped(key.family, 0));
}

std::string simulated_mark() {
  return "No real family: everything here was simulated, from a random key and published averages.";
}

std::vector<std::string> about_family(const experiment::Course& course) {
  std::vector<std::string> all;
  if (!course.centre.empty()) all.push_back(fmt::format("It lives in the catchment of {}.", course.centre));
  std::vector<std::string> children;
  for (std::size_t i = 0; i < course.children.size(); ++i) {
    const bool to_come = course.children[i].born >= course.run.to;
    children.push_back(fmt::format("child {}, {} {}", i + 1, to_come ? "due" : "born",
                                   date_in_words(course.children[i].born)));
  }
  all.push_back(fmt::format("Children: {}.", joined(children)));
  return all;
}

const char* lane_name(trace::Lane lane) {
  switch (lane) {
    case trace::Lane::truth:
      return "happened";
    case trace::Lane::record:
      return "recorded";
    case trace::Lane::in_view:
      break;
  }
  return "in view";
}

const char* lane_meaning(trace::Lane lane) {
  switch (lane) {
    case trace::Lane::truth:
      return "what happened in the family, whoever knew of it";
    case trace::Lane::record:
      return "what an agency noticed, told, did or decided";
    case trace::Lane::in_view:
      break;
  }
  return "what stood before the worker who decided, at that moment, and how it was weighed";
}

std::vector<std::string> how_it_ends(const experiment::Course& course) {
  const CourseSums sums = sums_of(course);
  std::vector<std::string> all;
  all.push_back(fmt::format("{} to children's social care: {} turned away, {} sent to CAF. {} completed.",
                            capital(counted(sums.told, "call", "calls")), sums.turned_away, sums.to_caf,
                            capital(counted(sums.assessments, "assessment", "assessments"))));
  if (sums.not_told > 0)
    all.push_back(fmt::format("{} noticed and did not reach social care.",
                              capital(counted(sums.not_told, "thing was", "things were"))));
  if (sums.harms > 0)
    all.push_back(fmt::format("{}.", capital(counted(sums.harms, "serious harm", "serious harms"))));
  for (std::size_t i = 0; i < course.children.size(); ++i) {
    for (const std::string& spell : spells_in_words(course.children[i]))
      all.push_back(fmt::format("Child {}: {}.", i + 1, spell));
  }
  return all;
}

std::vector<std::string> where_they_part(const experiment::Course& first, const experiment::Course& second) {
  const auto parting = experiment::divergence(first, second);
  if (!parting)
    return {"Nothing that happened to this family or was done for it differs between the two designs."};
  std::vector<std::string> all;
  all.push_back(fmt::format("The two courses part on {}.", moment_in_words(parting->at)));
  const auto told = [&](const experiment::Course& course, const std::optional<std::size_t>& place) {
    if (!place) return fmt::format("Under {}: nothing more, to the end.", course.scenario);
    const Instant at = course.steps[*place].at;
    const std::string when =
        at == parting->at ? std::string{} : fmt::format("not until {}: ", moment_in_words(at));
    return fmt::format("Under {}: {}{}", course.scenario, when, step_in_words(course, *place));
  };
  all.push_back(told(first, parting->in_first));
  all.push_back(told(second, parting->in_second));
  const std::vector<std::string> inputs = inputs_in_words(*parting);
  if (inputs.empty()) {
    all.emplace_back(
        "Nothing that was read for it differs: it came from outside the family, in when work was done, by "
        "whom, or with how much left out.");
  }
  for (const std::string& input : inputs)
    all.push_back(
        fmt::format("What it rested on, {} against {}: {}.", first.scenario, second.scenario, input));
  if (parting->earlier_inputs > 0) {
    all.push_back(fmt::format("Before that, {} read for this family differed and changed nothing.",
                              counted(static_cast<int>(parting->earlier_inputs), "thing", "things")));
  }
  return all;
}

std::vector<std::string> what_is_uncertain() {
  return {
      "This is one of many courses that chance allows. It shows how something can come about, not how often: "
      "for that, compare the scenarios over many replications.",
      "Thresholds, weights and errors are judgements and assumptions for the most part (lscb parameters). "
      "What "
      "happened is known here only because it was simulated.",
      "It says nothing of any real child."};
}

}  // namespace lscb::report

#include "report/family_words.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "experiment/divergence.h"
#include "report/arrival_words.h"
#include "report/cause_words.h"
#include "report/change_words.h"
#include "report/course_sentences.h"
#include "report/course_words.h"
#include "report/divergence_words.h"
#include "report/phrases.h"

namespace lscb::report {
namespace {

std::string counted(int count, const char* one, const char* many) {
  return count == 0 ? fmt::format("no {}", one) : fmt::format("{} {}", count, count == 1 ? one : many);
}

/// What became of each call; the numbers add up to all.
std::string calls_in_words(const CourseSums& sums) {
  std::vector<std::string> parts;
  const auto put = [&parts](int count, const char* what) {
    if (count > 0) parts.push_back(fmt::format("{} {}", count, what));
  };
  put(sums.turned_away, "turned away");
  put(sums.to_caf, "sent to CAF");
  put(sums.taken_up, "taken up for an assessment or a section 47 strategy discussion");
  put(sums.open_case_led_on, "about a case open already, on which an assessment was begun");
  put(sums.open_case_nothing, "about a case open already, on which nothing more was begun");
  put(sums.undecided, "not decided by the end");
  const std::string all = capital(counted(sums.told, "call", "calls")) + " to children's social care";
  return parts.empty() ? all + "." : fmt::format("{}: {}.", all, joined(parts));
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

std::string what_follows(const experiment::Course& first, const experiment::Course& second,
                         const std::vector<PairedEntry>& entries, const experiment::Divergence& parting) {
  using Of = PairedEntry::Of;
  std::array<int, 4> counts{};
  for (const PairedEntry& one : entries) {
    const Instant at = one.of == Of::each ? std::max(one.entry.at, one.other.at) : one.entry.at;
    if (at >= parting.at) ++counts[static_cast<std::size_t>(one.of)];
  }
  const auto entries_of = [&](Of of) {
    return counted(counts[static_cast<std::size_t>(of)], "entry", "entries");
  };
  return fmt::format(
      "From then on the chronology has {} under {} alone, {} under {} alone, {} under each at another minute "
      "of "
      "the day or in other words, and {} under both.",
      entries_of(Of::first), first.scenario, entries_of(Of::second), second.scenario, entries_of(Of::each),
      entries_of(Of::both));
}

/// What came out, without the full stop.
std::string outcome_in_words(const experiment::Course& course, std::size_t place) {
  const trace::Step& step = course.steps[place];
  std::string text;
  if (const auto* decided = std::get_if<trace::Decided>(&step.what)) {
    text = fmt::format("the call is decided: {}", route_in_words(decided->route));
  } else {
    text = step_in_words(course, place);
    if (!text.empty() && text.back() == '.') text.pop_back();
  }
  return text;
}

/// The child's need at the moment of a finding, which the finding was to meet.
std::optional<int> need_found_for(const experiment::Course& course, const trace::Step* step) {
  const auto* found = step != nullptr ? std::get_if<trace::Found>(&step->what) : nullptr;
  if (found == nullptr) return std::nullopt;
  int level = 0;
  for (const trace::Step* one = course.steps.data(); one != step; ++one) {
    const auto* need = std::get_if<trace::Need>(&one->what);
    if (need != nullptr && need->child == found->child) level = need->level;
  }
  return level;
}

void put_figures(Statement& statement, const char* of_what, const experiment::Course& first,
                 const experiment::Course& second, std::vector<std::string> figures) {
  if (figures.empty()) return;
  statement.figures_head = fmt::format("{} ({} against {}):", of_what, first.scenario, second.scenario);
  statement.figures = std::move(figures);
}

void put_all(std::vector<std::string>& all, std::vector<std::string> more) {
  for (std::string& one : more) all.push_back(std::move(one));
}

Statement outcome_statement(const experiment::Course& first, const experiment::Course& second) {
  const auto outcome = experiment::different_outcome(first, second);
  if (!outcome)
    return {"Every call, decision, finding and service comes out the same under both, sooner or later.",
            {},
            "",
            {}};
  const auto told = [](const experiment::Course& course, const trace::Step* step) {
    if (step == nullptr) return fmt::format("Under {}: it never comes.", course.scenario);
    const auto place = static_cast<std::size_t>(step - course.steps.data());
    return fmt::format("Under {}, {}: {}.", course.scenario, moment_in_words(step->at),
                       capital(outcome_in_words(course, place)));
  };
  Statement statement;
  statement.text = "What comes of it differs first here:";
  statement.grounds = {told(first, outcome->first), told(second, outcome->second)};
  std::vector<std::string> causes = causes_in_words(first, second, outcome->inputs);
  std::vector<std::string> figures = inputs_in_words(outcome->inputs);
  const auto need_first = need_found_for(first, outcome->first);
  const auto need_second = need_found_for(second, outcome->second);
  if (need_first && need_second && *need_first != *need_second) {
    causes.push_back(fmt::format("By then the child's need was not the same: {} under {}, {} under {}.",
                                 need_in_words(*need_first), first.scenario, need_in_words(*need_second),
                                 second.scenario));
  }
  if (causes.empty() && outcome->first != nullptr && outcome->second != nullptr)
    causes = read_under_one_only(first, second, outcome->inputs);
  if (causes.empty()) {
    causes.emplace_back(outcome->first != nullptr && outcome->second != nullptr
                            ? "Nothing else that was logged at that moment differs: it comes of what was "
                              "done, or not done, before."
                            : "What led to it, or away from it, was done or not done before: see the "
                              "chronology from where the two part.");
  }
  put_all(statement.grounds, std::move(causes));
  put_all(statement.grounds, changes_made_by(first, second, outcome->at));
  put_figures(statement, "What stood before it, in figures", first, second, std::move(figures));
  return statement;
}

Statement parting_statement(const experiment::Course& first, const experiment::Course& second,
                            const experiment::Divergence& parting) {
  const auto told = [&](const experiment::Course& course, const std::optional<std::size_t>& place) {
    if (!place) return fmt::format("Under {}: nothing more, to the end.", course.scenario);
    const Instant at = course.steps[*place].at;
    return fmt::format("Under {}, {}: {}", course.scenario, moment_in_words(at),
                       step_in_words(course, *place));
  };
  Statement parts;
  parts.text = fmt::format("The two courses part on {}.", moment_in_words(parting.at));
  parts.grounds = {told(first, parting.in_first), told(second, parting.in_second)};
  const auto& step = parting.of_second ? second.steps[*parting.in_second] : first.steps[*parting.in_first];
  const bool arrives = step.origin() == trace::Origin::arrives;
  std::vector<std::string> causes = causes_in_words(first, second, parting.inputs);
  if (causes.empty() && !arrives) causes = read_under_one_only(first, second, parting.inputs);
  if (arrives || causes.empty()) put_all(parts.grounds, arrival_in_words(first, second, parting));
  if (!causes.empty()) {
    put_all(parts.grounds, std::move(causes));
    put_figures(parts, "What it rested on, in figures", first, second, inputs_in_words(parting.inputs));
  }
  put_all(parts.grounds, beside_in_words(parting));
  if (arrives) {
    const auto weighed = weighed_then(first, second, parting);
    std::vector<std::string> then = causes_in_words(first, second, weighed);
    if (!then.empty()) {
      parts.grounds.emplace_back("What was then weighed for this family was not the same either.");
      put_all(parts.grounds, std::move(then));
      if (parts.figures.empty())
        put_figures(parts, "What was weighed then, in figures", first, second, inputs_in_words(weighed));
    }
  }
  put_all(parts.grounds, changes_made_by(first, second, parting.at));
  return parts;
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
  for (std::size_t i = 0; i < course.children.size(); ++i)
    children.push_back(child_in_words(course, static_cast<int>(i), course.run.from));
  all.push_back(fmt::format("Children, as the run begins on {}: {}.", date_in_words(course.run.from),
                            joined(children)));
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

const char* known_by_hindsight() {
  return "What happened is known here only because it was simulated: nobody in this course knew it, unless "
         "the lines say so.";
}

std::vector<std::string> how_it_ends(const experiment::Course& course) {
  const CourseSums sums = sums_of(course);
  std::vector<std::string> all;
  all.push_back(fmt::format(
      "All of this is simulated, as it stands at the end of the run on {}. What was missed or late "
      "is counted of what was due: who has no plan has no visit to miss, so fewer is not better.",
      date_in_words(course.run.to - Minutes{1})));
  all.push_back(calls_in_words(sums));
  all.push_back(fmt::format("{} completed (not all need come of a call).",
                            capital(counted(sums.assessments, "assessment was", "assessments were"))));
  all.push_back(fmt::format(
      "Of {} that others could have noticed, {} noticed; {} of these did not reach social care.",
      counted(sums.incidents, "thing", "things"), counted(sums.noticed, "was", "were"), sums.not_told));
  if (sums.dropped > 0)
    all.push_back(fmt::format("{} dropped at a change of worker.",
                              capital(counted(sums.dropped, "assessment was", "assessments were"))));
  if (sums.missed > 0)
    all.push_back(fmt::format("{} not taken place when the next was due.",
                              capital(counted(sums.missed, "visit or review had", "visits or reviews had"))));
  const auto clocks = clocks_of(course);
  const auto breaches = std::count_if(clocks.begin(), clocks.end(),
                                      [](const ClockLine& clock) { return breached(clock.fate); });
  all.push_back(fmt::format("Of {} {} breached.",
                            counted(static_cast<int>(clocks.size()), "statutory clock", "statutory clocks"),
                            counted(static_cast<int>(breaches), "was", "were")));
  if (sums.harms > 0)
    all.push_back(fmt::format("{}.", capital(counted(sums.harms, "serious harm", "serious harms"))));
  for (std::size_t i = 0; i < course.children.size(); ++i) {
    for (const std::string& spell : spells_in_words(course, static_cast<int>(i)))
      all.push_back(fmt::format("Child {}: {}.", i + 1, spell));
    all.push_back(capital(child_at_end(course, static_cast<int>(i))));
  }
  return all;
}

const char* nothing_to_tell() {
  return "Nothing happened that others could have noticed, and nothing was done.";
}

std::vector<Statement> where_they_part(const experiment::Course& first, const experiment::Course& second,
                                       const std::vector<PairedEntry>& entries) {
  const auto parting = experiment::divergence(first, second);
  if (!parting)
    return {{"Nothing that happened to this family or was done for it differs between the two designs.",
             {},
             "",
             {}}};
  Statement parts = parting_statement(first, second, *parting);
  parts.grounds.push_back(what_follows(first, second, entries, *parting));
  std::vector<Statement> all{std::move(parts), outcome_statement(first, second)};
  if (parting->earlier_inputs > 0) {
    all.push_back(
        {fmt::format("Before they parted, {} read for this family differed and had changed nothing by then.",
                     counted(static_cast<int>(parting->earlier_inputs), "thing", "things")),
         {},
         "",
         {}});
  }
  return all;
}

std::string design_in_words(const experiment::Course& course) {
  return fmt::format("Design: {} ({}).", course.title, course.scenario);
}

std::vector<std::string> what_changes(const experiment::Course& course) {
  std::vector<std::string> all;
  all.reserve(course.changes.size());
  for (const experiment::PlannedChange& change : course.changes)
    all.push_back(fmt::format("{}: {}", date_in_words(change.date), change.title));
  return all;
}

std::vector<std::string> words_explained() {
  return {
      "Need: 0 universal, 1 additional, 2 complex (section 17: a child in need), 3 significant harm (section "
      "47). Concerns are weighed on a scale of their own, 0 to 4 or more: the thresholds say where a service "
      "begins, not the levels of need.",
      "CAF, the common assessment framework: early help, assessed and planned with the family's consent, "
      "below the threshold of child protection.",
      "An initial assessment (by the guidance within 7 working days, from 2010 within 10) asks whether a "
      "child is in need; a core "
      "assessment (within 35) looks into it in depth. Section 47: the enquiry where significant harm is "
      "likely, "
      "begun with a strategy discussion between social care, police and health.",
      "A time in need is counted by the highest need in it. It is missed if it ends and no assessment has "
      "found the need: though social care was told, or because nobody told. It is already in service where "
      "an assessment or a plan met it without a call; recognised where an assessment on a call found it. "
      "Under 20 working days it is not counted.",
      "Told in particulars: what was seen, when and of whom. In general terms: only that there is a worry.",
      "What is weighed adds up from: report (what was told, less where the caller is trusted less), history "
      "(what is known of the file), checks (what partner agencies' records show), account (how far the "
      "parents reassure where they are not tested; \"it convinces by 1.0\" is how strongly, from 0, before "
      "it is given its weight), engagement (a family that seems to engage with CAF), yardstick (how grave "
      "the cases are that the team has lately seen: beside grave ones this one seems smaller), backlog "
      "(work that waits), label (the last label on file: the last outcome, where it was CAF or no further "
      "action and so lower than an assessment) and chance (how one worker sees it on one day). Judgement "
      "counts for less where the case is clear.",
      "Experience that counts as full: some years in the work (lscb parameters). Who has less of it judges "
      "more by chance.",
      "Screening asks whether to accept a referral; the decision on the referral asks whether to assess. "
      "Each has a threshold of its own, and policy can move them.",
      "A clock is met, or breached; it is no longer due where what it was for falls away, as when a call is "
      "not taken on as a referral.",
      "A unit holds cases together: a consultant social worker, a social worker, a practitioner (a "
      "children's practitioner, not a qualified social worker), a clinician (as a family "
      "therapist) and a unit coordinator (who keeps its diary and papers).",
      "Replication and seed: the number of this play of chance, and of the row of them. The same two give "
      "the same family again. Uncalibrated: not fitted to the records of any real area."};
}

std::vector<std::string> what_is_uncertain() {
  return {
      "This is one of many courses that chance allows. It shows how something can come about, not how often: "
      "for that, compare the scenarios over many replications.",
      "Thresholds, weights and errors are judgements and assumptions for the most part (lscb parameters). "
      "The "
      "figures are rounded: parts may seem to add up to a little more or less than their sum.",
      "Plans and cases held on the first day have begun before it, and little is known of their past. The "
      "area is "
      "taken to keep initial and core assessments throughout. Things happen, and people call, at any hour.",
      "It says nothing of any real child."};
}

}  // namespace lscb::report

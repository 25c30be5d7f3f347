#include "report/course_sentences.h"

#include <fmt/core.h>

#include <array>
#include <optional>

#include "report/branch_words.h"
#include "report/course_words.h"
#include "report/phrases.h"

namespace lscb::report {
namespace {

using experiment::Course;
using trace::Lane;

constexpr std::array<const char*, 4> needs = {"0 (universal)", "1 (additional)", "2 (complex)",
                                              "3 (significant harm)"};
constexpr std::array<const char*, spec::referrer_count> callers = {"the police",
                                                                   "a health service",
                                                                   "a school",
                                                                   "the children's centre",
                                                                   "a relative or neighbour",
                                                                   "somebody who gives no name",
                                                                   "the housing service",
                                                                   "the family itself"};
constexpr std::array<const char*, spec::role_count> roles = {
    "a social worker", "a practitioner",     "a clinician",       "a family support worker",
    "a team manager",  "a unit coordinator", "a conference chair"};
constexpr std::array<const char*, 3> holders = {"social worker", "practitioner", "family support worker"};
constexpr std::array<const char*, 4> parts_left_out = {"the chronology not read",
                                                       "partner agencies not asked", "the children not seen",
                                                       "no supervision or reflection"};
constexpr std::array<const char*, 4> services = {"CAF", "child-in-need plan", "child protection plan",
                                                 "looked-after placement"};
constexpr std::array<const char*, 4> assessments = {"an initial assessment", "a core assessment",
                                                    "a section 47 enquiry with its core assessment",
                                                    "a single assessment"};
constexpr std::array<const char*, 8> clock_names = {
    "decision on the referral", "initial assessment",
    "core assessment",          "initial child protection conference",
    "first core group",         "first review conference",
    "review conference",        "single assessment"};

/// The police are many.
const char* verb(spec::Referrer referrer, const char* one, const char* many) {
  return referrer == spec::Referrer::police ? many : one;
}

template <std::size_t count, class Kind>
const char* of(const std::array<const char*, count>& words, Kind kind) {
  return words[static_cast<std::size_t>(kind)];
}

/// One decimal, and never "-0.0".
std::string tenths(double value) {
  const std::string text = fmt::format("{:.1f}", value);
  return text == "-0.0" ? "0.0" : text;
}
std::string hundredths(double value) {
  const std::string text = fmt::format("{:.2f}", value);
  return text == "-0.00" ? "0.00" : text;
}
std::string percent(double share) {
  return fmt::format("{:.0f} %", 100.0 * share);
}

enum class Held { yes, no_longer, not_yet, unknown };

/// Whether a social worker holds the family's case at that step. That a case is closed is not logged; but a
/// decision on a call, unless it passes it on to an open case, shows that none was open. Whether one that is
/// opened thereafter has been taken up is then not known until it is logged.
Held held_at(const Course& course, std::size_t place) {
  Held held = Held::not_yet;
  for (std::size_t i = 0; i < place; ++i) {
    const trace::What& what = course.steps[i].what;
    if (const auto* a = std::get_if<trace::Allocated>(&what)) {
      if (a->place == trace::Holding::social_worker) held = Held::yes;
    } else if (const auto* r = std::get_if<trace::Released>(&what)) {
      if (r->place == trace::Holding::social_worker) held = Held::no_longer;
    } else if (const auto* d = std::get_if<trace::Decided>(&what)) {
      if (d->route != measures::Route::existing_case && held == Held::yes) held = Held::unknown;
    }
  }
  return held;
}

const char* open_case_in_words(Held held) {
  switch (held) {
    case Held::no_longer:
      return "The case is open, and no social worker holds it now: what is told is judged as one would, with "
             "what the last one knew of the file.";
    case Held::not_yet:
      return "The case is open, and no social worker holds it yet: what is told is judged as one would.";
    case Held::unknown:
      return "The case is open: what is told is judged as its own worker would judge it.";
    case Held::yes:
      break;
  }
  return words(trace::Branch::existing_case);
}

std::string judged_in_words(const trace::Judged& j, Held held) {
  const door::Evidence& e = j.evidence;
  std::string out = fmt::format("told: concern {} of 4, {}", tenths(e.signal),
                                e.specific ? "in particulars" : "in general terms");
  if (e.concerns_on_file > 0.0) {
    const std::string known = e.chronology_read ? "read"
                              : e.in_view >= 0.995
                                  ? held == Held::yes ? "known to the worker" : "all of them known"
                                  : fmt::format("unread, {} of them known", percent(e.in_view));
    out += fmt::format("; on file: earlier concerns of {}, {}", tenths(e.concerns_on_file), known);
  } else {
    out += "; nothing on file";
  }
  if (e.adult_on_record) out += "; a dangerous adult is on record";
  if (!e.account_tested)
    out += fmt::format("; the parents' account accepted (it convinces by {})", tenths(e.account));
  if (e.engages) out += "; the family seems to engage";
  if (e.label == record::Label::no_further_action) out += "; last label: no further action";
  if (e.label == record::Label::caf) out += "; last label: CAF";
  if (j.decider.inexperience > 0.05)
    out += fmt::format("; who decides has {} of the experience that counts as full",
                       percent(1.0 - j.decider.inexperience));
  if (j.decider.backlog_weeks > 0.05)
    out += fmt::format("; {} weeks of work wait", tenths(j.decider.backlog_weeks));

  const door::Score& s = j.score;
  std::string terms = fmt::format("report {}", hundredths(s.report));
  const std::array<std::pair<const char*, double>, 8> others = {{{"history", s.history},
                                                                 {"checks", s.checks},
                                                                 {"account", s.account},
                                                                 {"engagement", s.engagement},
                                                                 {"yardstick", s.norm},
                                                                 {"backlog", s.backlog},
                                                                 {"label", s.anchor},
                                                                 {"chance", s.noise}}};
  for (const auto& [term, value] : others) {
    if (hundredths(value) != "0.00")
      terms += fmt::format(", {} {}{}", term, value > 0.0 ? "+" : "", hundredths(value));
  }
  return fmt::format("{}: {}. It weighs {} ({}). {}.",
                     held == Held::yes ? "Before the worker who decides" : "Before whoever decides", out,
                     hundredths(s.total()), terms, capital(joined(bars_in_words(j))));
}

/// Turns steps into drafts. One object a course.
class Teller {
 public:
  explicit Teller(const Course& course) : course_(course) {}

  std::vector<Draft> tell(std::size_t place) {
    place_ = place;
    out_.clear();
    std::visit([this](const auto& what) { say(what); }, course_.steps[place].what);
    return std::move(out_);
  }

 private:
  void truth(std::string text) { out_.push_back({Lane::truth, std::move(text), "", {}, false, false, ""}); }
  void truth(std::string before, trace::Child child, std::string after) {
    out_.push_back({Lane::truth, std::move(before), std::move(after), one(child), false, false, ""});
  }
  void record(std::string text) { out_.push_back({Lane::record, std::move(text), "", {}, false, false, ""}); }
  void record(std::string before, trace::Children children, std::string after) {
    out_.push_back({Lane::record, std::move(before), std::move(after), children, false, false, ""});
  }
  void clock(std::string text) { out_.push_back({Lane::record, std::move(text), "", {}, true, false, ""}); }
  static trace::Children one(trace::Child child) { return {static_cast<std::uint8_t>(1U << child.position)}; }

  // What happened.
  void say(const trace::Need& n) {
    truth(fmt::format("Need is {} from now on: ", of(needs, n.level)), n.child, ".");
  }
  void say(const trace::Incident& i) {
    truth("Something happens that others could notice: ", i.child,
          fmt::format(", severity {} of 4.", tenths(static_cast<double>(i.severity))));
  }
  void say(const trace::Harm& h) { truth("A serious harm: ", h.child, "."); }
  void say(const trace::Crisis&) { truth("A crisis in the family (domestic abuse, a relapse)."); }
  void say(const trace::AdultArrived&) { truth("A dangerous adult joins the family."); }
  void say(const trace::AdultLeft&) { truth("The dangerous adult has gone."); }
  void say(const trace::Conceived& c) { truth("A pregnancy: ", c.child, "."); }
  void say(const trace::Born& b) { truth("Is born: ", b.child, "."); }
  void say(const trace::Turned18& t) { truth("Turns eighteen: ", t.child, "."); }
  void say(const trace::MovedIn& m) {
    truth(m.file_elsewhere ? "The family moves in; another authority has a file on it."
                           : "The family moves in.");
  }
  void say(const trace::MovedAway&) { truth("The family moves away."); }

  // What agencies do.
  void say(const trace::Noticed& n) {
    record(fmt::format("{} {} something about ", capital(of(callers, n.referrer)),
                       verb(n.referrer, "notices", "notice")),
           one(n.child), ", and may tell social care.");
  }
  void say(const trace::Withheld& w) {
    record(fmt::format("What {} noticed does not reach social care: {}.", of(callers, w.referrer),
                       silence_in_words(w.why)));
  }
  void say(const trace::Misrouted& m) {
    record(fmt::format("{} {} the wrong place first; it is passed on.", capital(of(callers, m.referrer)),
                       verb(m.referrer, "tells", "tell")));
  }
  void say(const trace::Told& t) {
    record(fmt::format("{} {} children's social care, {} (concern {} of 4), of ",
                       capital(of(callers, t.referrer)), verb(t.referrer, "tells", "tell"),
                       t.specific ? "in particulars" : "in general terms", tenths(t.signal)),
           t.children, ".");
  }
  void say(const trace::Judged& j) {
    const Held held = j.stage == trace::Stage::open_case ? held_at(course_, place_) : Held::yes;
    out_.push_back({Lane::in_view, judged_in_words(j, held), "", {}, false, false, ""});
  }
  void say(const trace::Decided&) {}  // the turn before it says the same
  void say(const trace::Turn& t) {
    const std::string text = t.branch == trace::Branch::existing_case
                                 ? open_case_in_words(held_at(course_, place_))
                                 : words(t.branch);
    if (text.empty()) return;
    record(text);
    out_.back().decides_call = decides_a_call(t.branch);
    if (is_routine(t.branch)) {
      out_.back().routine = true;
      out_.back().summary = "review that changes nothing";
    }
  }
  void say(const trace::AssessmentBegun& a) {
    record(fmt::format("{} begins, of ", capital(of(assessments, a.kind))), a.children, ".");
  }
  void say(const trace::Found& f) {
    record(fmt::format("It finds need {}: ", of(needs, f.level)), one(f.child), ".");
  }
  void say(const trace::ServiceBegins& s) {
    record(fmt::format("{} begins: ", capital(of(services, s.kind))), one(s.child), ".");
  }
  void say(const trace::ServiceEnds& s) {
    record(fmt::format("{} ends: ", capital(of(services, s.kind))), one(s.child), ".");
  }
  void say(const trace::ClockStarted& c) {
    clock(fmt::format("Clock: {} due by {}.", of(clock_names, c.kind), date_in_words(c.due)));
  }
  void say(const trace::ClockEnded& c) {
    const Instant now = course_.steps[place_].at;
    const char* how = now <= c.due ? "done in time" : "done late";
    if (c.how == trace::Ending::lapsed) how = now <= c.due ? "no longer due" : "overdue, and no longer due";
    if (c.how == trace::Ending::lost) how = "dropped: nobody will do it";
    clock(fmt::format("Clock: {} {}.", of(clock_names, c.kind), how));
    out_.back().ends_with_decision = c.kind == pathway::ClockKind::decision;
  }
  void say(const trace::NothingBegun& n) {
    record(fmt::format("Nothing more is begun: {}.", obstacle_in_words(n.why)));
  }

  // What comes from the workforce.
  void say(const trace::WorkDone& w) {
    const bool told_by_turns = w.work == pathway::Work::referral_checks ||
                               w.work == pathway::Work::referral_decision ||
                               w.work == pathway::Work::screening;
    std::string text = fmt::format("{}, by {}", capital(pathway::name(w.work)), who(w.role));
    const std::vector<std::string> missing = left_out_in_words(w);
    if (!missing.empty() && !told_by_turns) text += fmt::format("; {}", joined(missing));
    record(text + ".");
    using pathway::Work;
    switch (w.work) {
      case Work::protection_visit:
      case Work::child_in_need_visit:
      case Work::looked_after_visit:
      case Work::caf_review:
      case Work::review_conference:
      case Work::chairing:
      case Work::administration:
      case Work::closure:
      case Work::centre_supervision:
        out_.back().routine = true;
        out_.back().summary =
            std::string(pathway::name(w.work)) +
            (w.asked.has(pathway::visit) && !w.done.has(pathway::visit) ? ", the children not seen" : "");
        break;
      default:
        break;
    }
  }
  void say(const trace::Allocated& a) {
    const Instant now = course_.steps[place_].at;
    const double waited = in_days(now - a.waiting_since);
    std::string text = fmt::format("A {} takes the case up", of(holders, a.place));
    if (a.handover) text = fmt::format("Another {} takes the case over", of(holders, a.place));
    if (waited >= 1.0)
      text += fmt::format(", after {:.0f} day{} on the list", waited, waited >= 1.5 ? "s" : "");
    record(text + ".");
  }
  void say(const trace::Released& r) {
    record(fmt::format("The {} who held the case has gone or was moved.", of(holders, r.place)));
  }
  void say(const trace::Carried& c) {
    if (c.share > 0.0)
      record(fmt::format("The unit keeps {} of what would have been lost.", percent(c.share)));
  }
  template <class Other>
  void say(const Other&) {}  // read, and told where it is weighed

  std::string who(spec::Role role) const {
    std::string text = of(roles, role);
    if (place_ + 1 < course_.steps.size()) {
      const auto* by = std::get_if<trace::ByWhom>(&course_.steps[place_ + 1].what);
      if (by != nullptr && by->agency) text += " from an agency";
      if (by != nullptr && by->qualified && !by->agency &&
          course_.steps[place_].at - by->in_post_since < days(90))
        text += " new in post";
    }
    return text;
  }

  const Course& course_;
  std::size_t place_ = 0;
  std::vector<Draft> out_;
};

}  // namespace

std::vector<Draft> sentences_of(const Course& course, std::size_t place) {
  return Teller{course}.tell(place);
}

const char* need_in_words(int level) {
  return of(needs, level);
}

std::vector<Bar> bars_of(const trace::Judged& j) {
  using door::Decision;
  const door::Thresholds& t = j.thresholds;
  const Bar section47{"section 47", t.section47, Decision::strategy_discussion};
  if (j.stage == trace::Stage::open_case)
    return {{"a core assessment of a child without a plan", t.assessment, Decision::assessment}, section47};
  const Bar assessment{"an assessment", t.assessment, Decision::assessment};
  // Read again, a decision stands unless it comes to an assessment.
  if (j.stage != trace::Stage::screening && j.stage != trace::Stage::referral) return {assessment, section47};
  const Bar advice{"information and advice", t.advice, Decision::information_and_advice};
  const Bar caf{"CAF", t.caf, Decision::caf};
  if (j.stage == trace::Stage::referral) return {advice, caf, assessment, section47};
  return {advice, caf, {"acceptance as a referral", t.referral, Decision::assessment}, section47};
}

std::vector<std::string> bars_in_words(const trace::Judged& j) {
  std::vector<std::string> all;
  for (const Bar& bar : bars_of(j)) all.push_back(fmt::format("{} from {}", bar.what, hundredths(bar.from)));
  return all;
}

std::vector<std::string> left_out_in_words(const trace::WorkDone& w) {
  std::vector<std::string> missing;
  for (int i = 0; i < pathway::part_count; ++i) {
    if (w.asked.has(i) && !w.done.has(i)) missing.emplace_back(of(parts_left_out, i));
  }
  return missing;
}

const char* role_in_words(spec::Role role) {
  return of(roles, role);
}

const char* service_in_words(measures::ServiceKind kind) {
  return of(services, kind);
}

const char* route_in_words(measures::Route route) {
  static constexpr std::array<const char*, 6> routes = {
      "no further action", "information and advice", "CAF",
      "an assessment",     "a strategy discussion",  "passed to the worker of the open case"};
  return of(routes, route);
}

const char* silence_in_words(trace::Silence why) {
  switch (why) {
    case trace::Silence::gave_up:
      return "earlier calls came to nothing, and they have given up";
    case trace::Silence::lost:
      return "they tell the wrong place, and nobody passes it on";
    case trace::Silence::unwilling:
      break;
  }
  return "it weighs too little with them";
}

const char* obstacle_in_words(trace::Obstacle why) {
  switch (why) {
    case trace::Obstacle::enquiry_under_way:
      return "a section 47 enquiry is under way already";
    case trace::Obstacle::assessment_under_way:
      return "an assessment is under way already";
    case trace::Obstacle::children_planned:
      break;
  }
  return "those whom the call names have a plan already";
}

const char* clock_in_words(pathway::ClockKind kind) {
  return of(clock_names, kind);
}

const char* caller_in_words(spec::Referrer referrer) {
  return of(callers, referrer);
}

std::string in_words(const Course& course, const Draft& draft, Instant at) {
  std::vector<std::string> names;
  for (int i = 0; i < 8; ++i) {
    if (draft.children.has(i)) names.push_back(child_in_words(course, i, at));
  }
  return draft.before + joined(names) + draft.after;
}

std::string time_in_words(Instant at) {
  const auto minute = (at - start_of_day(day_number(at))).count();
  return fmt::format("{:02}:{:02}", minute / 60, minute % 60);
}

std::string moment_in_words(Instant at) {
  return fmt::format("{}, {}", date_in_words(at), time_in_words(at));
}

std::string capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

std::string joined(const std::vector<std::string>& all) {
  std::string out;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i > 0) out += i + 1 == all.size() ? " and " : ", ";
    out += all[i];
  }
  return out;
}

}  // namespace lscb::report

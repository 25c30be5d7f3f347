#include "family_rig.h"

#include <algorithm>
#include <initializer_list>
#include <stdexcept>
#include <utility>

#include "base/statutory_limits.h"
#include "base/working_calendar.h"
#include "life/causes.h"
#include "life/rates.h"
#include "observe/notice.h"
#include "world/watch.h"

namespace lscb::world {
namespace {

// So slow that it does not happen in a run, yet quick enough to divide by.
constexpr double hardly_ever = 1e-7;
// Rises a year from below the need that a family is to have: with `hardly_ever` down it is where all begin.
constexpr double slow_rise = 1e-3;
constexpr double fall_when_healing = 150.0;
constexpr double few_incidents = 0.5;

spec::Area one_family_area(spec::Area area) {
  using spec::Role;
  area.children = 0.5;
  area.flows = {};
  area.teams = {{"duty",
                 "Duty",
                 spec::TeamKind::duty,
                 {{Role::social_worker, 3, 0.0}, {Role::practitioner, 3, 0.0}, {Role::clinician, 1, 0.0}}},
                {"long-term",
                 "Long-term",
                 spec::TeamKind::long_term,
                 {{Role::social_worker, 3, 0.0}, {Role::practitioner, 3, 0.0}}}};
  spec::Centre centre = area.centres.front();
  centre.family_support_posts = 2;
  centre.open_days = 5;
  centre.catchment = 1.0;
  area.centres = {centre};
  area.leaving_per_year = 0.0;
  area.agency_cover = 0.0;
  area.months_to_fill = 1.0;
  area.assessment_rules = {};
  return area;
}

void set_all(Parameters& p, double value, const std::string& room, std::initializer_list<const char*> names) {
  for (const char* name : names) parameter(p, room + name) = value;
}

void take_chance_out(Parameters& p) {
  set_all(p, 0.0, "life.",
          {"families_moving", "file_elsewhere", "frailty_on_higher_needs", "crises", "adult_arrives",
           "harms_need_1", "harms_need_2", "harms_need_3"});
  set_all(
      p, 0.0, "observe.",
      {"notice_per_severity", "giving_up_per_refusal", "delayed_share", "sibling_named", "vague_share",
       "vague_share_without_tie", "report_error", "vague_error", "checks_reveal_adult", "account_convinces",
       "engagement_share", "finding_error", "finding_error_unseen", "finding_error_chronology",
       "finding_error_checks", "finding_error_reflection", "finding_bias_unseen", "finding_bias_chronology"});
  set_all(p, 0.0, "effect.",
          {"caf_prevention", "caf_protection", "child_in_need_prevention", "child_in_need_protection",
           "protection_prevention", "protection_protection", "looked_after_protection"});
  set_all(p, 0.0, "door.",
          {"police_protection_share", "weight_history", "weight_adult_record", "weight_account",
           "discount_engagement", "weight_norm", "weight_backlog", "weight_anchor", "decision_noise",
           "decision_noise_inexperienced", "challenge_share", "audit_share"});
  set_all(p, 0.0, "pathway.",
          {"core_share", "section47_share", "conference_share", "plan_share", "accommodation_share",
           "proceedings_share", "step_down_share", "reunification_share", "adult_removal_share",
           "caf_step_down_share", "earlier_file_requested", "earlier_file_arrives", "handover_loss",
           "caf_engaged_step_up_discount"});
  set_all(p, 0.0, "workforce.", {"absence_spells_year", "newly_qualified_share"});
  set_all(
      p, 1.0, "life.",
      {"expecting_factor", "moved_factor", "adult_factor", "removed_down_factor", "incidents_unborn_factor",
       "harms_under_1_factor", "harms_1_to_4_factor", "harms_11_to_17_factor", "removed_harm_factor"});
  set_all(p, 1.0, "observe.", {"call_willingness"});
  set_all(p, 1.0, "effect.",
          {"caf_recovery", "child_in_need_recovery", "protection_recovery", "looked_after_recovery"});
  set_all(p, 1.0, "door.", {"credibility_relative", "credibility_anonymous", "credibility_self"});
  set_all(p, 1.0, "pathway.", {"caf_consent", "caf_measurable_share"});
  set_all(p, 1.0, "workforce.", {"ramp_start"});
  // Whatever waits, nothing is left out.
  set_all(p, 1000.0, "workforce.",
          {"squeeze_chronology_weeks", "squeeze_checks_weeks", "squeeze_visit_weeks",
           "squeeze_reflection_weeks"});
  parameter(p, "life.adult_leaves") = hardly_ever;
  parameter(p, "life.frailty_shape") = 1e4;  // every family is the mean family
  parameter(p, "observe.notice_base") = 0.95;
  parameter(p, "observe.prompt_days") = 1e-6;
  // Between the gravities.
  parameter(p, "door.threshold_advice") = 0.5;
  parameter(p, "door.threshold_caf") = 1.0;
  parameter(p, "door.threshold_referral") = 2.0;
  parameter(p, "door.threshold_assessment") = 2.0;
  parameter(p, "door.threshold_section47") = 3.0;
  parameter(p, "door.threshold_emergency") = 3.75;
}

life::Setting setting_of(const Design& design, Interval run) {
  life::Setting setting;
  setting.children = design.area.children;
  setting.catchments = {1.0};
  setting.horizon = run;
  return setting;
}

template <class Point, class Words>
std::string in_words(const std::vector<Point>& points, std::size_t first, const Words& words) {
  std::string list;
  for (std::size_t i = 0; i < std::min(first, points.size()); ++i) {
    list += (i == 0 ? "" : ", ") + words(points[i]);
  }
  return list;
}

// As the truth draws it for a family whose circumstances make no difference.
int first_need(const life::Rates& rates, const life::Household& household, const life::Child& child,
               kernel::WorldKey key) {
  life::Circumstances family;
  family.frailty = household.frailty;
  const auto weight = rates.stationary_need(family);
  double share = kernel::Draws(key, child.cause.child(life::causes::beginning)).uniform01() *
                 (weight[0] + weight[1] + weight[2] + weight[3]);
  int need = 0;
  while (need < 3 && share >= weight[static_cast<std::size_t>(need)]) {
    share -= weight[static_cast<std::size_t>(need++)];
  }
  return need;
}

const char* word(measures::Route route) {
  static constexpr const char* words[] = {"no_further_action",   "advice",       "caf", "assessment",
                                          "strategy_discussion", "existing_case"};
  return words[static_cast<std::size_t>(route)];
}

const char* word(measures::AssessmentKind kind) {
  static constexpr const char* words[] = {"initial", "core", "enquiry", "single"};
  return words[static_cast<std::size_t>(kind)];
}

const char* word(measures::ServiceKind kind) {
  static constexpr const char* words[] = {"caf", "child_in_need", "protection", "looked_after"};
  return words[static_cast<std::size_t>(kind)];
}

}  // namespace

bool Facts::all_at_school() const {
  for (std::size_t i = 0; i < children.size(); ++i) {
    if (!at_school(static_cast<int>(i))) return false;
  }
  return true;
}

bool Facts::spaced(const std::vector<Gap>& gaps, Minutes quiet) const {
  if (incidents.size() < gaps.size()) return false;
  Instant last = run.from;
  for (std::size_t i = 0; i < gaps.size(); ++i) {
    const Minutes gap = incidents[i].at - last;
    if (gap < gaps[i].least || gap > gaps[i].most) return false;
    last = incidents[i].at;
  }
  return incidents.size() == gaps.size() || incidents[gaps.size()].at >= last + quiet;
}

std::string ChildCourse::told(std::size_t first) const {
  return in_words(contacts, first,
                  [](const measures::ContactPoint& c) { return std::string(word(c.route)); });
}

std::string ChildCourse::assessed(std::size_t first) const {
  return in_words(assessments, first, [](const measures::AssessmentPoint& a) {
    const bool finished = a.completed != Instant::never();
    return std::string(word(a.kind)) + ' ' + (finished ? std::to_string(a.found) : "unfinished");
  });
}

std::string ChildCourse::served(std::size_t first) const {
  return in_words(services, first, [](const measures::ServiceSpan& span) {
    return std::string(word(span.kind)) + (span.to == Instant::never() ? "" : " ended");
  });
}

int ChildCourse::need_at(Instant at) const {
  int level = 0;
  for (const auto& point : need) {
    if (point.at <= at) level = point.need;
  }
  return level;
}

double ChildCourse::harm_rate_at(Instant at) const {
  double rate = 0.0;
  for (const auto& point : harm) {
    if (point.at <= at) rate = point.rate;
  }
  return rate;
}

FamilyRig::FamilyRig() : design(shipped("no-change")) {
  design.area = one_family_area(design.area);
  design.demand_intensity = 1.0;
  design.history.clear();
  design.changes.clear();
  design.window = {at_date(2011, 4, 1), at_date(2012, 4, 1)};
  take_chance_out(design.parameters);
  children(1);
  need(2);
  incidents(few_incidents);
  gravity_of_all(gravity::assessment);
  referrer(spec::Referrer::school);
}

FamilyRig& FamilyRig::set(std::string_view id, double value) {
  parameter(design.parameters, id) = value;
  return *this;
}

FamilyRig& FamilyRig::children(int count) {
  set("life.families_of_one", count == 1 ? 1.0 : 0.0);
  set("life.families_of_two", count == 2 ? 1.0 : 0.0);
  return set("life.families_of_three", 0.0);
}

FamilyRig& FamilyRig::need(int level) {
  const char* const up[] = {"life.need_up_from_0", "life.need_up_from_1", "life.need_up_from_2"};
  const char* const down[] = {"life.need_down_from_1", "life.need_down_from_2", "life.need_down_from_3"};
  for (int i = 0; i < 3; ++i) {
    set(up[i], i < level ? slow_rise : 0.0);
    set(down[i], hardly_ever);
  }
  return *this;
}

FamilyRig& FamilyRig::any_need() {
  for (const char* step :
       {"up_from_0", "up_from_1", "up_from_2", "down_from_1", "down_from_2", "down_from_3"}) {
    set(std::string("life.need_") + step, hardly_ever);
  }
  return *this;
}

FamilyRig& FamilyRig::dangerous_adult() {
  return set("life.adult_arrives", slow_rise);
}

FamilyRig& FamilyRig::incidents(double a_year) {
  for (const char* need : {"need_0", "need_1", "need_2", "need_3"}) {
    set(std::string("life.incidents_") + need, a_year);
  }
  return *this;
}

FamilyRig& FamilyRig::gravities(double lowest, double highest) {
  for (const char* need : {"need_0", "need_1", "need_2", "need_3"}) {
    set(std::string("life.severity_lowest_") + need, lowest);
    set(std::string("life.severity_highest_") + need, highest);
  }
  return *this;
}

FamilyRig& FamilyRig::judged(double child_in_need_from, double significant_harm_from) {
  // Judgement after an assessment is moved by a policy; the same policy moves the door, which is moved back.
  const double child_in_need = child_in_need_from - 1.5;
  const double harm = significant_harm_from - 2.5;
  Parameters& p = design.parameters;
  parameter(p, "door.threshold_referral") += judged_child_in_need_ - child_in_need;
  parameter(p, "door.threshold_assessment") += judged_child_in_need_ - child_in_need;
  parameter(p, "door.threshold_section47") += judged_harm_ - harm;
  judged_child_in_need_ = child_in_need;
  judged_harm_ = harm;
  change::ThresholdPolicy policy;
  policy.initial_assessment_shift = child_in_need;
  policy.section47_shift = harm;
  design.history = {{run_of(design).from - days(1), "judgement", "test", policy, {}}};
  return *this;
}

FamilyRig& FamilyRig::heals(const std::string& service) {
  return set("effect." + service + "_recovery", fall_when_healing / hardly_ever);
}

FamilyRig& FamilyRig::referrer(spec::Referrer only) {
  design.area.referral_sources = {};
  design.area.referral_sources[spec::index(only)] = 1.0;
  return *this;
}

FamilyRig& FamilyRig::busy(Instant from, int hours) {
  constexpr int piece = 8;
  for (int given = 0; given < hours; given += piece) {
    change::Restructure talk;
    talk.announced = from;
    talk.consultation_hours = piece;
    design.changes.push_back({from + years(1), "talk", "council", talk, {}});
  }
  return *this;
}

FamilyRig& FamilyRig::cases_transferred(Instant on) {
  change::Restructure move;
  move.announced = on - days(1);
  move.cases_transferred = 1.0;
  design.changes.push_back({on, "move", "council", move, {}});
  return *this;
}

Facts FamilyRig::facts_of(const life::Population& population, kernel::WorldKey key) const {
  const Parameters& p = design.parameters;
  Facts facts;
  facts.run = run_of(design);
  facts.household = population.households().front();
  facts.children = population.children();
  const life::Rates rates{p.life, 1.0};
  const life::Field field{key};
  const auto each_point = [&](const life::Child& child, Interval stay, life::Kind kind, double rate,
                              const auto& act) {
    life::Place from = life::place_at(std::max(stay.from, facts.run.from));
    const life::Place before = life::place_at(std::min(stay.to, facts.run.to));
    while (rate > 0.0 && from < before) {
      const life::Place place =
          field.first(child.cause, kind, 0.0F, static_cast<float>(rate), from, before).place;
      if (place == life::never) return;
      act(place, life::Field::cause(child.cause, kind, place));
      from = place + 1;
    }
  };
  for (std::size_t i = 0; i < facts.children.size(); ++i) {
    const life::Child& child = facts.children[i];
    facts.needs.push_back(first_need(rates, facts.household, child, key));
    const Interval stay = population.here(ChildId{static_cast<ChildId::Value>(i)});
    each_point(
        child, stay, life::Kind::incident, p.life.incidents[2], [&](life::Place place, kernel::Cause cause) {
          Foreseen incident;
          incident.at = life::minute_of(place);
          incident.child = static_cast<int>(i);
          // The bounds are the same at every need.
          incident.severity = static_cast<double>(rates.severity(2, kernel::Draws(key, cause).uniform01()));
          const observe::Scene scene{incident.severity, in_years(incident.at - child.born), 1.0};
          const auto witness = observe::witness(p.observe, design.area.referral_sources, scene, key, cause);
          incident.reluctance = witness.reluctance;
          if (witness.noticed) facts.incidents.push_back(incident);
        });
    if (i > 0) continue;
    each_point(child, stay, life::Kind::harm, p.life.harms[1],
               [&](life::Place place, kernel::Cause) { facts.harms.push_back(life::minute_of(place)); });
  }
  std::sort(facts.incidents.begin(), facts.incidents.end(),
            [](const Foreseen& a, const Foreseen& b) { return a.at < b.at; });
  return facts;
}

const Facts& FamilyRig::find(const std::function<bool(const Facts&)>& wanted) {
  constexpr std::uint64_t most_tries = 400'000;
  const life::Setting setting = setting_of(design, run_of(design));
  for (std::uint64_t replication = 0; replication < most_tries; ++replication) {
    const kernel::WorldKey key{7, replication};
    const life::Population population{design.parameters.life, setting, key};
    if (population.households().size() != 1 || population.children().empty()) continue;
    Facts facts = facts_of(population, key);
    if (!wanted(facts)) continue;
    key_ = key;
    facts_ = std::move(facts);
    return facts_;
  }
  throw std::runtime_error("no family like that is near");
}

const Facts& FamilyRig::find_one_call() {
  return find_calls({{days(30), days(365)}});
}

const Facts& FamilyRig::find_calls(const std::vector<Facts::Gap>& gaps, Minutes quiet,
                                   const std::function<bool(const Facts&)>& besides) {
  return find([&](const Facts& facts) {
    return facts.all_at_school() && facts.spaced(gaps, quiet) && (!besides || besides(facts));
  });
}

Course FamilyRig::run() const {
  Course course;
  Watch watch;
  watch.reference = true;
  watch.child = [&](const measures::ChildHistory& child, const life::Household& family) {
    if (family.cause.value != facts_.household.cause.value) throw std::logic_error("another family");
    course.children.push_back({{child.need.begin(), child.need.end()},
                               {child.contacts.begin(), child.contacts.end()},
                               {child.assessments.begin(), child.assessments.end()},
                               {child.services.begin(), child.services.end()},
                               {child.harm.begin(), child.harm.end()}});
  };
  watch.step = [&](const trace::Step& step) {
    if (step.household.valid()) course.steps.push_back(step);
  };
  course.outcome = replicate_watched(design, key_, design.window, watch);
  if (course.children.size() != facts_.children.size()) throw std::logic_error("find comes before run");
  return course;
}

}  // namespace lscb::world

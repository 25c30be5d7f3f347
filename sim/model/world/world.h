// One replication's world: the only place where the rooms meet. It schedules and wires, and holds no rule:
// what is noticed, decided, done and achieved is asked of the rooms.
//
// Truth and knowledge meet here and nowhere else: `scene_of` and `truth_of` carry truth to the observing
// room; deciding rooms are given only what that room or the file returned.
//
// README.md lists its files. Thread rule: one world, one thread. Worlds share nothing.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/working_calendar.h"
#include "door/returns.h"
#include "door/screening.h"
#include "door/yardstick.h"
#include "kernel/diary.h"
#include "kernel/keyed_random.h"
#include "life/truth.h"
#include "measures/case_work.h"
#include "measures/clock_book.h"
#include "measures/history_log.h"
#include "measures/organisation.h"
#include "measures/quarterly.h"
#include "money/accounts.h"
#include "money/bottom_up.h"
#include "money/budget.h"
#include "observe/notice.h"
#include "observe/partners.h"
#include "observe/publicity.h"
#include "observe/repute.h"
#include "pathway/after_assessment.h"
#include "pathway/clock.h"
#include "pathway/work.h"
#include "workforce/workforce.h"
#include "world/alone.h"
#include "world/arrangements.h"
#include "world/coverage.h"
#include "world/decision_log.h"
#include "world/design.h"
#include "world/event.h"
#include "world/family.h"
#include "world/hands.h"
#include "world/orders.h"
#include "world/posts_in_force.h"
#include "world/practice.h"
#include "world/readings.h"
#include "world/record.h"
#include "world/reference_log.h"
#include "world/replicate.h"
#include "world/restraint.h"
#include "world/steered_target.h"
#include "world/supervision.h"
#include "world/teams.h"
#include "world/timetable.h"
#include "world/units.h"
#include "world/watch.h"

namespace lscb::world {

class World {
 public:
  /// `design` outlives the world. `watch` may be null; else it outlives the world.
  World(const Design& design, kernel::WorldKey key, Interval counted, const Watch* watch = nullptr);
  /// A world that is taken down. REQUIRES: `record` is empty and outlives it.
  World(const Design& design, kernel::WorldKey key, Interval counted, const Watch* watch, Record& record);
  /// One family alone, in a world that is as the record has it. REQUIRES: what is referred to outlives it;
  /// `family` is one of the recorded run's (life::Population::only); the design is of the same window and
  /// families.
  World(const Design& design, kernel::WorldKey key, Interval counted, const Watch* watch, Alone& alone,
        life::Population family);
  /// A world with the same past and another design from here on. REQUIRES: the designs have the same window,
  /// area and parameters (asserted) and part no earlier than `past` was played; the designs of `past` and of
  /// those that it was forked from outlive both worlds; nobody watches `past`.
  World(const World& past, const Design& design);

  /// From now on decisions are kept, and the outcome says what those that missed a child rested on.
  void keep_decisions() { decisions_.emplace(); }
  /// From now on every call is judged as the reference worker would, too, and the outcome says what that and
  /// chance come to (measures/hindsight.h).
  void keep_reference() { reference_.emplace(family_of_.size()); }

  /// All that is due before `until`, or before the end.
  void play(Instant until);
  /// Plays to the end and counts. Call once, last.
  [[nodiscard]] Outcome finish();
  /// Of a world played to its end: use(child's history, its family, its cause), by id (histories.h).
  template <class Use>
  void each_history(Use&& use);
  [[nodiscard]] const life::Population& population() const { return truth_.population(); }
  /// The whole run, in which acts of changes may lie.
  [[nodiscard]] Interval stretch() const { return {begin_, end_}; }

 private:
  World(const World&) = default;  // of the fork, which sets right what a copy leaves wrong
  World(const Design& design, kernel::WorldKey key, Interval counted, const Watch* watch,
        std::optional<life::Population> only);
  using Truth = life::Truth;
  using WorkDone = decltype(measures::OrganisationTally::work);

  // --- world.cpp: the loop
  void start();
  void advance_to(Instant now);
  void dispatch(const Event& event);
  void foresee();  ///< foresight.cpp
  void fetch_subject(const Event& event) const;
  [[nodiscard]] HouseholdId household_of(const Event& event) const;  ///< none where it is of no family
  void on_timer(const Timer& timer);
  void settle();  ///< acts on what the rooms have put out until nothing is left
  void on_occurrence(const life::Occurrence& occurrence);
  void on_notice(const workforce::Notice& notice);
  void on_task_done(const workforce::TaskDone& done);
  void on_case_allocated(const workforce::CaseAllocated& allocated);
  void schedule(Instant at, const Timer& timer);
  [[nodiscard]] double uniform(kernel::Cause cause, std::uint64_t choice) const;
  [[nodiscard]] bool chosen(double share, kernel::Cause cause, std::uint64_t choice) const {
    return uniform(cause, choice) < share;
  }
  [[nodiscard]] WorkDone worked_so_far() const;
  [[nodiscard]] Hands hands() { return {workforce_, work_out_, now_}; }
  /// What `real()` says of others, as this family comes to read it; alone, what the record says, or
  /// `otherwise` where it says nothing.
  template <class Real>
  [[nodiscard]] double outside(Reading what, std::uint32_t which, HouseholdId household, double otherwise,
                               Real&& real) {
    if (alone_ != nullptr) return alone_->reading(what, which, now_, otherwise);
    const auto value = static_cast<double>(real());
    if (recorder_) recorder_->read(what, which, household, now_, value);
    return value;
  }
  void fingerprint(std::uint64_t value);  ///< fingerprint.cpp
  /// For who watches: a step of a family's course.
  template <class What>
  void note(HouseholdId household, const What& what) const {
    if (watch_ != nullptr && watch_->step) watch_->step({now_, household, what});
  }
  void note_work(const workforce::TaskDone& done) const;
  void take(Branch branch, HouseholdId household) {
    coverage_.take(branch);
    note(household, trace::Turn{branch});
  }
  void note_policy(HouseholdId household) const;
  void note_nothing_begun(const Contact& contact) const;
  [[nodiscard]] std::uint64_t state_fingerprint() const;

  // --- households
  [[nodiscard]] Family& family(HouseholdId household);
  [[nodiscard]] Family* met(HouseholdId household);
  [[nodiscard]] ChildId child_at(HouseholdId household, int position) const;
  [[nodiscard]] int position_of(ChildId child) const;
  [[nodiscard]] Children children_here(HouseholdId household) const;
  /// Of `children`, those who are here and born.
  [[nodiscard]] Children born(HouseholdId household, Children children) const;
  [[nodiscard]] kernel::Cause cause_of(HouseholdId household) const;
  [[nodiscard]] kernel::Cause cause_of(ChildId child) const { return truth_.cause(child); }
  [[nodiscard]] std::size_t duty_number(HouseholdId household) const;  ///< in teams_.duty and yardsticks_
  [[nodiscard]] TeamId duty_team(HouseholdId household) const;
  [[nodiscard]] TeamId long_term_team(HouseholdId household) const;
  [[nodiscard]] TeamId centre_team(HouseholdId household) const;
  template <class Act>
  void for_each_child(HouseholdId household, Children children, Act&& act) {
    for (int i = 0; i < most_children; ++i) {
      if ((children >> i & 1U) != 0) act(i, child_at(household, i));
    }
  }

  // --- contacts.cpp: from incident to decision
  void on_incident(const life::Occurrence& incident);
  void on_harm(const life::Occurrence& harm);
  void on_call(std::uint32_t call);
  void call_later(const PendingCall& call, Minutes delay);
  void make_contact(const PendingCall& call);
  void chronology_at_door(HouseholdId household, bool was_read);
  /// The score of a decision, taken down for who watches.
  [[nodiscard]] double weigh(HouseholdId household, trace::Stage stage, kernel::Cause about,
                             const door::Evidence& evidence, const door::Decider& decider,
                             const door::Policy& policy) const;
  void keep_decision(std::uint32_t contact, door::Bar bar, const door::Evidence& evidence,
                     const door::Decider& decider);
  /// What checks at a whole tie would show, or the file does.
  [[nodiscard]] bool adult_obtainable(HouseholdId household, kernel::Cause call, bool on_record) const;
  void to_open_case(std::uint32_t contact);
  void emergency(std::uint32_t contact);
  void screened(const workforce::TaskDone& done);
  void referral_accepted(std::uint32_t contact);
  void checks_done(const workforce::TaskDone& done);
  void referral_decided(const workforce::TaskDone& done);
  void tell_referrers(const Contact& contact, bool acted);
  void turn_away(std::uint32_t contact, measures::Route route);
  void to_caf(std::uint32_t contact);
  /// The clock of the assessment runs from `referral`.
  void to_assessment(std::uint32_t contact, bool strategy, Instant referral);
  [[nodiscard]] double tie(HouseholdId household, spec::Referrer referrer) const;
  [[nodiscard]] double publicity(HouseholdId household) const;
  [[nodiscard]] double repute(HouseholdId household, spec::Referrer referrer);
  [[nodiscard]] observe::Scene scene_of(HouseholdId household, int child, double severity);
  [[nodiscard]] door::Evidence evidence_for(const Contact& contact, std::uint8_t parts_done) const;
  [[nodiscard]] door::Decider decider_for(const workforce::TaskDone& done, kernel::Cause cause,
                                          std::uint64_t stage);
  /// An assessment, a conference to come or a plan: a call goes to the case's own worker.
  [[nodiscard]] static bool is_open(const Family& family);
  [[nodiscard]] bool enquiry_under_way(const Family& family) const;
  [[nodiscard]] bool is_referral(double total) const;

  // --- alone.cpp: of a family that is played alone
  void start_alone();
  void act_alone(const Act& act);
  /// The record's next before `until`; null where there is none, or no record.
  [[nodiscard]] const Moment* next_moment(Instant until) const;
  void on_moment(const Moment& moment);
  void meet_reference();
  /// The family meets the reference worker from now on, or has for a while.
  [[nodiscard]] bool by_reference() const { return alone_ != nullptr && now_ >= alone_->reference_from(); }
  [[nodiscard]] double weigh_as_reference(HouseholdId household, kernel::Cause about,
                                          const door::Evidence& evidence) const;
  /// The children for whom such a decision on an open case begins an assessment.
  [[nodiscard]] Children begun_for(const Contact& contact, door::Decision decision) const;
  class Hindsight;  ///< reference.h: beside the decisions; nothing in the model reads it

  // --- challenges.cpp: decisions read again
  void on_challenge(std::uint32_t contact);
  /// The lead professional of a CAF that has begun, if the door sent the family there.
  void lead_professional_reads(HouseholdId household, observe::Care care);
  void audit();
  void challenge_reviewed(const workforce::TaskDone& done);

  // --- assessments.cpp
  void begin_assessment(HouseholdId household, Children children, measures::AssessmentKind kind,
                        Instant referral, kernel::Cause trigger, std::uint32_t contact);
  void assessment_work_done(const workforce::TaskDone& done);
  void complete_assessment(std::uint32_t assessment);
  void act_on_initial(std::uint32_t assessment);
  void act_on_core(std::uint32_t assessment, Children whom);
  void enquiry_made(std::uint32_t assessment, const workforce::TaskDone& done);
  void give_up(std::uint32_t assessment);
  void handed_over(HouseholdId household, double carried);
  void file_reread(const workforce::TaskDone& done);
  void drop_assessment(HouseholdId household);
  void conference_due(std::uint32_t assessment);
  [[nodiscard]] Instant conference_notice_ends(Instant begun) const;
  [[nodiscard]] Minutes review_notice(HouseholdId household, PlanKind kind);
  void ask_chair(HouseholdId household, kernel::Cause cause, Instant due, std::uint64_t payload);
  [[nodiscard]] bool is_chaired(HouseholdId household);
  void chaired(const workforce::TaskDone& done);
  void review_called(HouseholdId household, std::uint64_t payload);
  void conference_held(const workforce::TaskDone& done);
  void close_case(HouseholdId household, kernel::Cause cause);
  void end_in_caf(HouseholdId household, Children children, kernel::Cause cause);
  void release_if_unused(HouseholdId household);
  void seek_removal_of_adult(HouseholdId household, kernel::Cause cause);
  [[nodiscard]] observe::Truth truth_of(HouseholdId household, ChildId child) const;
  [[nodiscard]] double inexperience(const workforce::Worker& worker) const;
  /// Partners' records may show the dangerous adult who is there; then the file knows.
  void ask_partners(HouseholdId household, kernel::Cause cause);
  void adult_found(HouseholdId household);
  void forget_adult(HouseholdId household);
  void look_for_adult(HouseholdId household, kernel::Cause visit);
  [[nodiscard]] observe::Care care_of(const workforce::TaskDone& done);
  [[nodiscard]] pathway::Pressure pressure_on_decisions(HouseholdId household) const;
  void hold_case(HouseholdId household);
  [[nodiscard]] int urgency_of(const Family& family) const;
  /// Truth, for what observes: a dangerous adult is there whom the file does not know.
  [[nodiscard]] bool hidden_adult(HouseholdId household) const;
  [[nodiscard]] bool has_posts(HouseholdId household, TeamId team, spec::Role role);
  [[nodiscard]] Children found_at_least(const Assessment& assessment, int need);
  [[nodiscard]] int most_found(const Assessment& assessment, Children among);
  [[nodiscard]] Children those_concerned(const Assessment& assessment, Children among, int found);

  // --- plans.cpp
  /// `elapsed`: share of the plan's rhythm that lies behind it, for plans held when the run begins.
  void begin_plan(HouseholdId household, PlanKind kind, Children children, kernel::Cause cause,
                  double elapsed = 0.0);
  /// Visits and reviews of a plan that nobody of the household held before.
  void begin_rhythm(HouseholdId household, PlanKind kind, Children children, kernel::Cause cause,
                    double elapsed);
  void end_plan(HouseholdId household, PlanKind kind, Children children);
  void visit_due(HouseholdId household, PlanKind kind, std::uint16_t token);
  void visit_made(const workforce::TaskDone& done);
  void review_due(HouseholdId household, PlanKind kind, std::uint16_t token);
  void review_held(const workforce::TaskDone& done);
  void protection_review(HouseholdId household, const observe::Care& care, kernel::Cause cause);
  void child_in_need_review(HouseholdId household, const observe::Care& care, kernel::Cause cause);
  void looked_after_review(HouseholdId household, const observe::Care& care, kernel::Cause cause);
  void begin_enquiry(HouseholdId household, Children children, kernel::Cause trigger, std::uint32_t contact);
  void refresh_influence(HouseholdId household);
  [[nodiscard]] Minutes review_period(PlanKind kind, int reviews) const;
  void child_leaves_services(HouseholdId household, ChildId child);

  // --- early_help.cpp: CAF and the children's centre
  /// `contact`: the call that the door sends to CAF, if it is one.
  void offer_caf(HouseholdId household, Children children, kernel::Cause trigger,
                 std::uint32_t contact = nothing);
  void join_caf(Family& known, Children children);
  void caf_allocated(const workforce::CaseAllocated& allocated);
  void caf_assessed(const workforce::TaskDone& done);
  void caf_review_due(HouseholdId household, std::uint16_t token);
  void caf_reviewed(const workforce::TaskDone& done);
  void end_caf(HouseholdId household);
  void step_up(HouseholdId household, int child, int found, kernel::Cause cause);

  // --- reflection.cpp
  void supervise();
  void supervised(const workforce::TaskDone& done);
  void unit_meetings();
  void met_in_unit(const workforce::TaskDone& done);
  [[nodiscard]] bool reflected(const workforce::TaskDone& done, bool had_time);
  [[nodiscard]] double thought_over(const workforce::Worker& worker) const;

  // --- unit_cases.cpp
  /// Whose the family's case is or is to be.
  [[nodiscard]] TeamId holding_team(const Family& family) const;
  /// To the least loaded. False where the family has a unit already, or there is none to give it to.
  bool give_to_unit(Family& family);
  void relieve(workforce::Task& task);
  void draw_up_units(const change::Restructure& r, Instant date);
  void form_units(const change::Restructure& r, int stage);
  void form_unit(std::size_t number, const change::Restructure& r);
  void coach(const Timer& timer);
  void bring_held_cases(TeamId unit);
  void bring_the_rest();
  void bring_to_unit(const Family& known);
  [[nodiscard]] TeamId team_of(PostId post) const;
  void bring_practitioner(const Family& known);
  void dissolve_units(const change::Restructure& r, int stage);
  void return_work(TeamId unit);
  void back_to_team(Family& known);

  // --- changes.cpp
  // One overload a kind of change.
  void do_act(const Act& act);
  void act_on(const change::Restructure& effect, const Act& act);
  void break_ties(const change::Restructure& r);
  void act_on(const change::ThresholdPolicy& effect, const Act& act);
  void act_on(const change::CentreCut& effect, const Act& act);
  void act_on(const change::Posts& effect, const Act& act);
  void undo(const change::Posts& posts, Instant since);
  [[nodiscard]] std::vector<PostId> posts_for_a_time() const;
  void act_on(const change::Recruitment& effect, const Act& act);
  void act_on(const change::BudgetCut& effect, const Act& act);
  void act_on(const change::OverspendRules& effect, const Act& act);

  // --- finance.cpp: budgets, the monthly report, the rules against overspending
  void begin_budget();
  void finance_report();  ///< on the first of each month
  [[nodiscard]] std::vector<Pence> need_of_budget() const;
  void cut_early_help();
  [[nodiscard]] std::array<Pence, measures::spend_count> by_spend(const money::Ledger& ledger,
                                                                  Interval stretch) const;
  void count_money();
  [[nodiscard]] std::vector<measures::FinancialYear> financial_years() const;
  void act_on(const change::TreesAndChronologies& effect, const Act& act);
  void act_on(const change::MeasurableOutcomes& effect, const Act& act);
  void act_on(const change::SpecificRecording& effect, const Act& act);
  void act_on(const change::PerpetratorRemoval& effect, const Act& act);
  void act_on(const change::GoodEnoughParenting& effect, const Act& act);
  void act_on(const change::CafMonitoring& effect, const Act& act);
  void act_on(const change::CentreManagement& effect, const Act& act);
  void act_on(const change::Inspection& effect, const Act& act);

  // --- practice.cpp, removals.cpp, second_reading.cpp, centre_management.cpp, inspections.cpp
  template <class Kind, class Use>
  void each_in_force(Use&& use) const;
  void gather_practice();
  /// Whether a standard that holds for this share holds for this piece of work.
  [[nodiscard]] bool practised(double share, kernel::Cause cause, std::uint64_t standard) const;
  void hold_to_standards(pathway::Work work, workforce::Task& task) const;
  [[nodiscard]] bool draws_family_tree(kernel::Cause assessment) const;
  void family_tree_drawn(HouseholdId household, kernel::Cause assessment);
  [[nodiscard]] bool checks_bring_out_adult(HouseholdId household, kernel::Cause cause);  ///< a hidden one
  void record_in_particulars(Contact& contact);
  [[nodiscard]] Outcomes outcomes_of_caf(HouseholdId household) const;
  [[nodiscard]] Outcomes outcomes_of_plan(HouseholdId household, kernel::Cause plan) const;
  void trained_in_parenting(const workforce::TaskDone& done);
  void removal_prepared(const workforce::TaskDone& done);
  void take_up_removals();
  void begin_removal(const Order& order, Instant from);
  void removal_takes_effect(HouseholdId household);
  void caf_decided(std::uint32_t contact, double score);
  void caf_read_again(const workforce::TaskDone& done);
  /// Whether any change has ever stated the management of the family's centre.
  [[nodiscard]] bool management_stated(HouseholdId household) const;
  void ask_for_supervision(HouseholdId household, Instant by);
  void supervision_given(const workforce::TaskDone& done);

  // --- policy.cpp: what stands for all decisions at once
  void act_on(const change::TargetPolicy& effect, const Act& act);
  void refresh_policy();  ///< policies in force and steered shifts add up
  void act_on(const change::Publicity& effect, const Act& act);
  void act_on(const change::Challenge& effect, const Act& act);
  void act_on(const change::EarlierFiles& effect, const Act& act);
  void refresh_arrangements();
  /// For who watches: an arrangement is read on a family's way.
  double read(trace::Arranged which, HouseholdId household) const;

  // --- beginning.cpp, bookkeeping.cpp
  void begin_caseload();
  void begin_caseload(const StartShares& shares);
  void sample_levels();
  void refresh_staff_cost();
  void count_contact(Contact& contact, std::uint32_t number, const PendingCall& call);
  void set_route(Contact& contact, measures::Route route);
  void open_span(HouseholdId household, int position, measures::ServiceKind kind);
  void close_span(HouseholdId household, int position, measures::ServiceKind kind);
  /// Lapses when the last of the children leaves.
  [[nodiscard]] std::uint32_t start_clock(pathway::ClockKind kind, Instant started, HouseholdId household,
                                          Children children);
  [[nodiscard]] std::uint32_t start_plan_clock(pathway::ClockKind kind, Instant started,
                                               HouseholdId household, int children);
  void clock_lapsed(HouseholdId household, std::uint32_t clock);
  void note_ending(HouseholdId household, std::uint32_t clock, trace::Ending how) const;
  void clock_stopped(HouseholdId household, pathway::ClockKind kind, Instant started, std::uint32_t clock);
  [[nodiscard]] bool counts() const { return counted_.contains(now_); }
  void count_up(Outcome& outcome);
  void count_waiting_at_end();  ///< waiting.cpp
  [[nodiscard]] Children without_worker(const Family& family) const;
  [[nodiscard]] measures::Waits waits_for(const Family& family, Children child) const;
  void count_quarter_end();  ///< quarters.cpp
  void count_quarters();     ///< but what follows from the children's histories
  [[nodiscard]] measures::StaffLevels staff_levels();
  void count_case_work(const workforce::TaskDone& done);
  void count_paid_week();
  TaskId add(const workforce::Task& task);
  [[nodiscard]] workforce::Task make_task(pathway::Work work, HouseholdId household, kernel::Cause cause,
                                          int children, Instant due, std::uint64_t payload) const;

  // Immutable, but that a fork has a design of its own.
  const Design* design_;
  const Parameters& p_;
  kernel::WorldKey key_;
  Interval counted_;
  const Watch* watch_;
  Alone* alone_ = nullptr;            ///< of a family that is played alone
  std::optional<Recorder> recorder_;  ///< of a world that is taken down
  Instant begin_;
  Instant end_;
  const WorkingCalendar& calendar_;
  Teams teams_;
  std::vector<Act> acts_;
  std::size_t acts_done_ = 0;
  std::size_t moments_done_ = 0;  ///< of the record

  // Rooms.
  kernel::Diary<Event> agenda_;  ///< a page a day
  Truth truth_;
  workforce::Workforce workforce_;
  workforce::Service* service_ = &workforce_;  ///< who does families' work and holds their cases
  money::Accounts accounts_;
  money::Budget budget_;
  Restraint restraint_;
  observe::Partners partners_;
  observe::Publicity publicity_;
  observe::Repute repute_;
  std::vector<door::Yardstick> yardsticks_;  ///< by duty team
  std::vector<PostsInForce> posts_in_force_;
  Units units_;
  Supervision supervision_;
  door::Policy policy_;
  door::ReturnsBook returns_;
  Arrangements arrangements_;
  std::vector<SteeredTarget> steered_;  ///< targets in force, in order of their dates
  life::Outbox life_out_;
  workforce::Outbox work_out_;

  // Arenas.
  std::vector<std::uint32_t> family_of_;  ///< by household; `nothing` until met
  std::vector<Family> families_;
  std::vector<PendingCall> calls_;
  std::vector<std::uint32_t> free_calls_;
  std::vector<Contact> contacts_;
  std::vector<Assessment> assessments_;

  // Counting.
  measures::HistoryLog log_;
  measures::ClockBook clocks_;
  measures::OrganisationTally tally_;
  measures::QuarterlyCounter quarters_;
  measures::CaseWorkCounter case_work_;
  std::vector<std::uint32_t> closed_lately_;  ///< contacts turned away or sent to CAF since the last audit
  Practice practice_;
  Orders orders_;
  std::vector<bool> centre_managed_;  ///< by centre
  std::int64_t caf_children_ = 0;
  std::array<std::int64_t, plan_kinds> plan_children_{};
  WorkDone work_before_{};  ///< at the window's start
  WorkDone work_at_end_{};
  Coverage coverage_;
  std::optional<DecisionLog> decisions_;
  std::optional<ReferenceLog> reference_;
  Effort effort_;
  std::uint64_t fingerprint_ = 0xcbf29ce484222325U;
  Instant now_;
  std::size_t foreseen_ = 0;  ///< of the day's page, when last looked ahead
  Instant month_;             ///< the next that is to be watched
  bool before_counted_ = true;
  bool before_counted_ends_ = true;
};

}  // namespace lscb::world

#include "world/world.h"

#include <algorithm>
#include <utility>

#include "base/statutory_limits.h"
#include "kernel/assert.h"
#include "kernel/distributions.h"
#include "world/causes.h"
#include "world/slots.h"
#include "world/task.h"

namespace lscb::world {
namespace {

// The run begins two years before the window, so that caseloads, files and queues have a past (MODEL, Start).
constexpr int run_in_months = 24;
// And runs on until the last limit of a contact made in the window is out: 1 + 10 + 35 working days.
constexpr int run_on_working_days = 1 + 10 + 35;

}  // namespace

void World::play(Instant until) {
  const kernel::ReportedClock clock{agenda_.now()};
  until = std::min(until, end_);
  kernel::Fired<Event> fired;
  while (true) {
    const bool act_next = acts_done_ < acts_.size() && acts_[acts_done_].at < until;
    const Moment* moment = next_moment(until);
    const bool moment_first = moment != nullptr && (!act_next || moment->at < acts_[acts_done_].at);
    const Instant stop = moment_first ? moment->at : (act_next ? acts_[acts_done_].at : until);
    while (stop.count() > agenda_.now() && agenda_.next_until(stop.count() - 1, fired)) {
      advance_to(Instant{fired.at});
      foresee();
      dispatch(fired.event);
      settle();
    }
    if (stop == until) return;
    advance_to(stop);
    if (moment_first) {
      on_moment(*moment);
    } else {
      do_act(acts_[acts_done_++]);
    }
    settle();
  }
}

void World::advance_to(Instant now) {
  if (watch_ != nullptr && watch_->month) {
    for (; month_ <= now; month_ = add_months(month_, 1)) {
      now_ = month_;
      watch_->month(month_, [this] { return state_fingerprint(); });
    }
  }
  const bool meets = alone_ != nullptr && now_ < alone_->reference_from() && now >= alone_->reference_from();
  now_ = now;
  if (meets) meet_reference();
  if (before_counted_ && now_ >= counted_.from) {
    before_counted_ = false;
    work_before_ = worked_so_far();
  }
  if (before_counted_ends_ && now_ >= counted_.to) {
    before_counted_ends_ = false;
    work_at_end_ = worked_so_far();
  }
  if (now_ < design_->window.from) {
    ++effort_.events_run_in;
  } else if (now_ < design_->window.to) {
    ++effort_.events_window;
  } else {
    ++effort_.events_run_on;
  }
}

Outcome World::finish() {
  play(end_);
  const kernel::ReportedClock clock{agenda_.now()};
  now_ = end_;
  if (recorder_) recorder_->ended();

  Outcome outcome;
  count_up(outcome);
  for (std::size_t i = 0; i < trace::branch_count; ++i) {
    const auto branch = static_cast<Branch>(i);
    outcome.branches.push_back(
        {trace::info(branch).id, trace::info(branch).when_zero, coverage_.taken(branch)});
  }
  outcome.effort = effort_;
  outcome.years = financial_years();
  fingerprint(workforce_.fingerprint());
  outcome.fingerprint = fingerprint_;
  return outcome;
}

World::WorkDone World::worked_so_far() const {
  WorkDone done{};
  for (int k = 0; k < pathway::work_count; ++k) {
    for (int r = 0; r < spec::role_count; ++r) {
      done[static_cast<std::size_t>(k)][static_cast<std::size_t>(r)] =
          workforce_.worked(static_cast<workforce::TaskKind>(k), static_cast<spec::Role>(r));
    }
  }
  return done;
}

void World::dispatch(const Event& event) {
  if (const auto* life_event = std::get_if<life::Event>(&event)) {
    truth_.handle(*life_event, now_, life_out_);
  } else if (const auto* work_event = std::get_if<workforce::Event>(&event)) {
    service_->handle(*work_event, now_, work_out_);
  } else {
    on_timer(std::get<Timer>(event));
  }
}

void World::on_timer(const Timer& timer) {
  const HouseholdId household{timer.subject};
  switch (timer.kind) {
    case TimerKind::call:
      on_call(timer.subject);
      break;
    case TimerKind::fieldwork:
      complete_assessment(timer.subject);
      break;
    case TimerKind::conference:
      conference_due(timer.subject);
      break;
    case TimerKind::visit:
      visit_due(household, static_cast<PlanKind>(timer.detail), timer.token);
      break;
    case TimerKind::review:
      review_due(household, static_cast<PlanKind>(timer.detail), timer.token);
      break;
    case TimerKind::caf_review:
      caf_review_due(household, timer.token);
      break;
    case TimerKind::earlier_file:
      family(household).file.earlier_file = record::EarlierFile::received;
      family(household).file.earlier_concerns = 2.0 + 2.0 * uniform(cause_of(household), causes::choice + 1);
      take(Branch::earlier_file_received, household);
      break;
    case TimerKind::adult_removed:
      removal_takes_effect(household);
      break;
    case TimerKind::challenge:
      on_challenge(timer.subject);
      break;
    case TimerKind::audit:
      audit();
      schedule(add_months(now_, 1), timer);
      break;
    case TimerKind::supervision:
      supervise();
      schedule(add_months(now_, 1), timer);
      break;
    case TimerKind::unit_meeting:
      unit_meetings();
      schedule(now_ + weeks(1), timer);
      break;
    case TimerKind::coaching:
      coach(timer);
      break;
    case TimerKind::sample:
      sample_levels();
      schedule(now_ + weeks(1), timer);
      break;
    case TimerKind::finance_report:
      finance_report();
      schedule(add_months(now_, 1), timer);
      break;
  }
}

void World::settle() {
  // What the rooms report may lead to further acts, which report again; lists are read by position.
  std::size_t occurrences = 0;
  std::size_t notices = 0;
  while (occurrences < life_out_.occurrences.size() || notices < work_out_.notices.size()) {
    if (occurrences < life_out_.occurrences.size()) {
      const life::Occurrence occurrence = life_out_.occurrences[occurrences++];
      on_occurrence(occurrence);
    } else {
      const workforce::Notice notice = work_out_.notices[notices++];
      on_notice(notice);
    }
  }
  agenda_.schedule_all(
      life_out_.events, [](const life::Scheduled& one) { return one.at.count(); },
      [](const life::Scheduled& one) { return Event{one.event}; });
  for (const auto& scheduled : work_out_.events) {
    if (scheduled.at < end_) agenda_.schedule(scheduled.at.count(), Event{scheduled.event});
  }
  life_out_.clear();
  work_out_.clear();
}

void World::on_occurrence(const life::Occurrence& o) {
  using Kind = life::Occurrence::Kind;
  switch (o.kind) {
    case Kind::need_changed:
      log_.need.append(o.child, {now_, o.need});
      note(o.household, trace::Need{{o.position}, o.need});
      fingerprint(static_cast<std::uint64_t>(o.child.value()) << 8 | o.need);
      break;
    case Kind::harm_rate_changed:
      log_.harm.append(o.child, {now_, o.rate});
      break;
    case Kind::incident:
      on_incident(o);
      break;
    case Kind::harm:
      log_.harm_events.append(o.child, {now_});
      note(o.household, trace::Harm{{o.position}});
      take(Branch::realised_harm, o.household);
      on_harm(o);
      break;
    case Kind::turned_18:
      note(o.household, trace::Turned18{{o.position}});
      child_leaves_services(o.household, o.child);
      break;
    case Kind::moved_away:
      note(o.household, trace::MovedAway{});
      for_each_child(o.household, 0xff, [&](int, ChildId child) {
        if (child.valid()) child_leaves_services(o.household, child);
      });
      break;
    case Kind::adult_arrived:  // whoever is on file, nobody knows this one
      note(o.household, trace::AdultArrived{});
      if (Family* known = met(o.household)) known->adult_followed = known->file.adult_known;
      break;
    case Kind::moved_in:
      note(o.household, trace::MovedIn{truth_.population().household(o.household).file_elsewhere});
      if (truth_.population().household(o.household).file_elsewhere) {
        family(o.household).file.earlier_file = record::EarlierFile::held_elsewhere;
      }
      break;
    case Kind::crisis:
      note(o.household, trace::Crisis{});
      break;
    case Kind::adult_left:
      note(o.household, trace::AdultLeft{});
      break;
    case Kind::conceived:
      note(o.household, trace::Conceived{{o.position}});
      break;
    case Kind::born:
      note(o.household, trace::Born{{o.position}});
      break;
  }
}

void World::on_notice(const workforce::Notice& notice) {
  if (recorder_) recorder_->service().hear(notice, now_);
  if (const auto* done = std::get_if<workforce::TaskDone>(&notice)) {
    fingerprint(static_cast<std::uint64_t>(done->id.value()) << 20 ^
                static_cast<std::uint64_t>(now_.count()));
    on_task_done(*done);
  } else if (const auto* allocated = std::get_if<workforce::CaseAllocated>(&notice)) {
    on_case_allocated(*allocated);
  } else if (const auto* released = std::get_if<workforce::CaseReleased>(&notice)) {
    note(released->ref.household, trace::Released{static_cast<trace::Holding>(released->ref.slot)});
  } else if (const auto* filled = std::get_if<workforce::PostFilled>(&notice)) {
    if (filled->holder == workforce::Holder::permanent && now_ > begin_) accounts_.appointed(now_);
    refresh_staff_cost();
  } else if (std::get_if<workforce::PostVacated>(&notice) != nullptr) {
    refresh_staff_cost();
  }
}

void World::note_work(const workforce::TaskDone& done) const {
  trace::Parts asked;
  for (std::size_t i = 0; i < done.task.parts.size(); ++i) {
    if (done.task.parts[i] > Minutes{0}) asked.bits = static_cast<std::uint8_t>(asked.bits | 1U << i);
  }
  note(done.task.household,
       trace::WorkDone{static_cast<pathway::Work>(done.task.kind), asked, trace::Parts{done.parts_done},
                       done.worker.role, done.task.cause});
  note(done.task.household,
       trace::ByWhom{done.worker.post, done.worker.incumbent, done.worker.qualified,
                     done.worker.holder == workforce::Holder::agency, done.worker.since, done.started});
}

void World::on_task_done(const workforce::TaskDone& done) {
  using pathway::Work;
  note_work(done);
  count_case_work(done);
  switch (static_cast<Work>(done.task.kind)) {
    case Work::screening:
      screened(done);
      break;
    case Work::referral_checks:
      checks_done(done);
      break;
    case Work::referral_decision:
      referral_decided(done);
      break;
    case Work::initial_assessment:
    case Work::core_assessment:
    case Work::core_contribution:
    case Work::section47:
      assessment_work_done(done);
      break;
    case Work::conference:
      conference_held(done);
      break;
    case Work::review_conference:
      review_held(done);
      break;
    case Work::protection_visit:
    case Work::child_in_need_visit:
    case Work::looked_after_visit:
      visit_made(done);
      break;
    case Work::caf_assessment:
      caf_assessed(done);
      break;
    case Work::caf_review:
      caf_reviewed(done);
      break;
    case Work::reread_file:
      file_reread(done);
      break;
    case Work::challenge:
      challenge_reviewed(done);
      break;
    case Work::training:
      if (done.task.payload == practice_training) workforce_.practise(done.worker.post, in_hours(done.given));
      break;
    case Work::supervising:
      supervision_.manager_ready(done, hands());
      break;
    case Work::supervision:
      supervised(done);
      break;
    case Work::chairing:
      chaired(done);
      break;
    case Work::unit_meeting:
      met_in_unit(done);
      break;
    case Work::adult_removal:
      removal_prepared(done);
      break;
    case Work::caf_second_reading:
      caf_read_again(done);
      break;
    case Work::centre_supervision:
      supervision_given(done);
      break;
    case Work::parenting_training:
      trained_in_parenting(done);
      break;
    case Work::closure:
    case Work::consultation:
    case Work::administration:
    case Work::inspection:
      break;
  }
}

void World::on_case_allocated(const workforce::CaseAllocated& allocated) {
  const HouseholdId household = allocated.ref.household;
  note(household, trace::Allocated{static_cast<trace::Holding>(allocated.ref.slot), allocated.handover,
                                   allocated.waiting_since});
  if (allocated.ref.slot == slots::family_support) {
    caf_allocated(allocated);
    return;
  }
  if (allocated.waiting_since < now_) take(Branch::case_waited, household);
  if (allocated.ref.slot != slots::social_worker) return;
  if (!allocated.handover) {
    // A case taken up again: closing notes carry no more than a handover does.
    Family& again = family(household);
    again.file.in_view = std::min(again.file.in_view, 1.0 - p_.pathway.handover_loss);
    return;
  }
  const double carried = outside(Reading::carried, allocated.post.value(), household, 0.0,
                                 [&] { return units_.carried(allocated, workforce_, now_); });
  note(household, trace::Carried{carried});
  handed_over(household, carried);
}

void World::schedule(Instant at, const Timer& timer) {
  const Instant when = at < now_ ? now_ : at;
  if (when < end_) agenda_.schedule(when.count(), Event{timer});
}

double World::uniform(kernel::Cause cause, std::uint64_t choice) const {
  kernel::Draws draws{key_, cause.child(causes::choice, choice)};
  return draws.uniform01();
}

Interval run_of(const Design& design) {
  return {add_months(design.window.from, -run_in_months),
          limit_ends(WorkingCalendar::england(), design.window.to, run_on_working_days) + Minutes{1}};
}

Outcome replicate(const Design& design, kernel::WorldKey key, Interval counted) {
  World world{design, key, counted};
  return world.finish();
}

}  // namespace lscb::world

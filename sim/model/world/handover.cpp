// A case changes hands: what is lost of what was known, and what becomes of work that was under way.
#include "world/causes.h"
#include "world/stages.h"
#include "world/world.h"

namespace lscb::world {

void World::handed_over(HouseholdId household, double carried) {
  take(Branch::handover, household);
  Family& known = family(household);
  known.file.in_view *= 1.0 - p_.pathway.handover_loss * (1.0 - carried);
  // A newcomer opens the file before working on the case: it is due before anything that the case asks.
  const Instant due = known.assessment == nothing ? now_ : assessments_[known.assessment].begun;
  add(make_task(pathway::Work::reread_file, household,
                cause_of(household).child(causes::reread, ++known.handovers), 1, due, known.assessment));
}

void World::file_reread(const workforce::TaskDone& done) {
  Family* known = met(done.task.household);
  if (known == nullptr) return;
  if ((done.parts_done & workforce::bit(workforce::Part::chronology)) != 0) {
    known->file.in_view = 1.0;
    return;
  }
  // There was not: whether an assessment under way is still wanted is judged on what the note says.
  take(Branch::file_unread, done.task.household);
  const auto number = static_cast<std::uint32_t>(done.task.payload);
  if (number == nothing || known->assessment != number) return;
  const Assessment& a = assessments_[number];
  if (a.kind == measures::AssessmentKind::section47 || a.tasks_left == 0 || a.contact == nothing) return;
  door::Evidence evidence = evidence_for(contacts_[a.contact], 0);
  evidence.in_view = known->file.in_view;
  evidence.account_tested = false;
  const auto decider = decider_for(done, done.task.cause, at_handover);
  const double total =
      weigh(done.task.household, trace::Stage::handover, done.task.cause, evidence, decider, policy_);
  if (door::decide(p_.door, total, policy_) < door::Decision::assessment)
    drop_assessment(done.task.household);
}

void World::drop_assessment(HouseholdId household) {
  const std::uint32_t number = family(household).assessment;
  const Assessment& a = assessments_[number];
  take(Branch::dropped_at_handover, household);
  if (a.contact != nothing) {
    const Contact& contact = contacts_[a.contact];
    std::uint32_t point = contact.first_point;
    for_each_child(household, contact.children,
                   [&](int, ChildId) { log_.contacts.at(point++).lost_in_handover = true; });
  }
  note_ending(household, a.clock, trace::Ending::lost);
  clocks_.lose(a.clock, now_);
  give_up(number);
  close_case(household, a.cause);
}

}  // namespace lscb::world

// One family played alone, against a record: only what is its own happens here, and what of the changes and
// of the organisation's moments concerns it.
#include <variant>

#include "world/slots.h"
#include "world/world.h"

namespace lscb::world {
namespace {

template <class... Kinds>
constexpr bool is_one_of(const change::Effect& effect) {
  return (std::holds_alternative<Kinds>(effect) || ...);
}

}  // namespace

void World::start_alone() {
  before_counted_ = before_counted_ends_ = false;  // no work of the area's is counted
  truth_.start(now_, life_out_);
  begin_caseload(alone_->record().shares);
  settle();
  schedule(add_months(now_, 1), Timer{TimerKind::audit, 0, 0, 0});
}

// Posts, hours, budgets and thresholds in force are the record's affair.
void World::act_alone(const Act& act) {
  if (const auto* r = std::get_if<change::Restructure>(&act.change->effect)) {
    if (act.step != announcement) break_ties(*r);
  } else if (const auto* publicity = std::get_if<change::Publicity>(&act.change->effect)) {
    act_on(*publicity, act);
  } else if (is_one_of<change::Challenge, change::EarlierFiles>(act.change->effect)) {
    refresh_arrangements();
  } else if (is_one_of<change::TreesAndChronologies, change::MeasurableOutcomes, change::SpecificRecording,
                       change::CafMonitoring, change::PerpetratorRemoval>(act.change->effect)) {
    gather_practice();
  } else if (const auto* management = std::get_if<change::CentreManagement>(&act.change->effect)) {
    for (std::size_t i = 0; i < design_->area.centres.size(); ++i) {
      if (!management->centre || *management->centre == design_->area.centres[i].id)
        centre_managed_[i] = true;
    }
  }
}

// Work at once and whole, nobody leaving, room for a CAF; the published thresholds; and at the door who
// weighs as the reference worker does. What a worker finds, and what follows an assessment, keeps its chance.
void World::meet_reference() {
  alone_->ease({true, true, true, true, true}, now_, work_out_);
  policy_ = {};
  settle();
}

double World::weigh_as_reference(HouseholdId household, kernel::Cause about,
                                 const door::Evidence& evidence) const {
  door::Evidence obtainable = evidence;
  obtainable.adult_on_record = adult_obtainable(household, about, evidence.adult_on_record);
  return door::reference_score(p_.door, obtainable).total();
}

const Moment* World::next_moment(Instant until) const {
  if (alone_ == nullptr) return nullptr;
  const std::vector<Moment>& moments = alone_->record().moments;
  return moments_done_ < moments.size() && moments[moments_done_].at < until ? &moments[moments_done_]
                                                                             : nullptr;
}

void World::on_moment(const Moment& moment) {
  ++moments_done_;
  if (moment.kind == Moment::Kind::policy) {
    if (!alone_->eased().policy) policy_ = moment.policy;
    return;
  }
  if (alone_->eased().turnover || families_.empty()) return;
  Family& known = families_.front();
  const workforce::CaseRef ref{known.household, slots::social_worker};
  alone_->service().take_due(now_, work_out_);
  settle();
  const bool as_recorded = alone_->service().as_recorded(ref);
  const auto brought = moment.brought.find(alone_->in_record());
  switch (moment.kind) {
    case Moment::Kind::policy:
      break;
    case Moment::Kind::unit_formed: {
      const PostId holder = service_->holder(ref);
      const bool by_holder = holder.valid() && team_of(holder) == moment.unit;
      if (as_recorded ? brought == moment.brought.end() : !by_holder) break;
      known.unit = moment.unit;
      bring_practitioner(known);
      break;
    }
    case Moment::Kind::rest_to_units:
      if (known.unit.valid() || !service_->requested(ref)) break;
      if (as_recorded && brought != moment.brought.end()) {
        known.unit = brought->second;
      } else if (!give_to_unit(known)) {
        break;
      }
      bring_to_unit(known);
      break;
    case Moment::Kind::unit_dissolved:
      if (known.unit == moment.unit) back_to_team(known);
      break;
  }
}

}  // namespace lscb::world

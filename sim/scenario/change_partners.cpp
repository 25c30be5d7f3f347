#include "scenario/change_builder.h"

namespace lscb::scenario::detail {

change::Effect read_publicity(ChangeBuilder& build) {
  change::Publicity out;
  out.surge = build.need("surge", {&units::times(), 1.0, 5.0, false});
  out.fades_months = build.need("fades", {&units::months(), 0.5, 60.0, false});
  return out;
}

change::Effect read_challenge(ChangeBuilder& build) {
  change::Challenge out;
  build.at_least_one({"agency_challenge", "lead_challenge", "audit"});
  out.agency = build.figure("agency_challenge", share());
  out.lead_professional = build.figure("lead_challenge", share());
  out.audit = build.figure("audit", share());
  out.until = build.date("until");
  return out;
}

change::Effect read_earlier_files(ChangeBuilder& build) {
  change::EarlierFiles out;
  build.at_least_one({"requested", "arrives", "days"});
  out.requested = build.figure("requested", share());
  out.arrives = build.figure("arrives", share());
  out.days = build.figure("days", {&units::days(), 1.0, 365.0, false});
  out.until = build.date("until");
  return out;
}

}  // namespace lscb::scenario::detail

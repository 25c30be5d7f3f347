// Families led by hand, recorded, and played again with one group of the organisation's workings restored:
// the one that keeps the family from help has it helped, by what the record gives way to and by what stands
// in the design, and the others do not. A first call before anything goes wrong shows who does such work and
// how.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <ostream>
#include <stdexcept>
#include <string>
#include <vector>

#include "experiment/restorings.h"
#include "family_rig.h"
#include "world/watch.h"

namespace lscb::world {
namespace {

using experiment::Group;

constexpr Minutes between_calls = days(150);

/// A call that is assessed and finds nothing, and later another.
FamilyRig called_twice(FamilyRig rig, const std::function<bool(const Facts&)>& besides = nullptr) {
  rig.find_calls({{days(30), days(365)}, {between_calls, days(500)}}, no_end, besides);
  return rig;
}

Instant second_call(const FamilyRig& rig) {
  return rig.facts().incidents.at(1).at;
}

FamilyRig without_need() {
  FamilyRig rig;
  rig.need(0).gravity_of_all(gravity::assessment);
  return rig;
}

FamilyRig under_pressure() {
  FamilyRig rig = called_twice(without_need());
  change::ThresholdPolicy policy;
  policy.initial_assessment_shift = 1.0;
  rig.design.changes.push_back({second_call(rig) - days(20), "Pressure", "board", policy, {}});
  return rig;
}

/// The second call is too little by itself, and nobody has time to read of the first.
FamilyRig without_time() {
  FamilyRig rig = without_need();
  rig.gravities(1.2, 2.9).set("pathway.caf_consent", 0.0);
  rig.set("door.weight_history", 1.0).set("door.history_saturation", 1e-6);
  rig = called_twice(std::move(rig), [](const Facts& facts) {
    return facts.incidents[0].severity > 2.1 && facts.incidents[1].severity < 1.7;
  });
  rig.set("workforce.squeeze_chronology_weeks", 0.5).set("workforce.squeeze_slope", 50.0);
  rig.busy(second_call(rig) - days(7), 240);
  return rig;
}

/// Every case changes hands while its assessment is under way, and the file goes unread.
FamilyRig moved() {
  FamilyRig rig;
  rig.gravity_of_all(gravity::assessment).set("pathway.handover_loss", 1.0);
  rig.set("observe.account_convinces", 1.0).set("door.weight_account", 5.0);
  rig.set("pathway.hours_initial_assessment", 150.0).find_one_call();
  const Instant call = rig.facts().incidents[0].at;
  rig.cases_transferred(call + days(14));
  rig.set("workforce.squeeze_chronology_weeks", 1e-3).set("workforce.squeeze_slope", 1000.0);
  rig.busy(call + days(12), 80);
  return rig;
}

/// The first CAF does its work; for the second a centre that was cut has nobody.
FamilyRig without_room() {
  FamilyRig rig;
  rig.need(1).gravity_of_all(gravity::caf).heals("caf");
  rig = called_twice(std::move(rig));
  change::CentreCut cut;
  cut.budget_cut = 1.0;
  cut.days_closed = 5;
  rig.design.changes.push_back({second_call(rig) - days(20), "Cut", "council", cut, {}});
  return rig;
}

FamilyRig with_broken_ties() {
  FamilyRig rig = called_twice(without_need());
  change::Restructure broken;
  broken.announced = second_call(rig) - days(30);
  broken.partner_ties_broken = 1.0;
  broken.ties_mend_months = 120;
  broken.cases_transferred = 0.0;
  rig.design.changes.push_back({second_call(rig) - days(20), "Anew", "council", broken, {}});
  rig.set("observe.misrouted_share", 1.0).set("observe.misrouted_lost", 1.0);
  return rig;
}

/// Of such families one whom the inexperienced assess first and turn away later.
FamilyRig by_the_inexperienced() {
  for (int passed_over = 0; passed_over < 100; ++passed_over) {
    int left = passed_over;
    FamilyRig rig = without_need();
    rig.set("workforce.experience_years", 1e6).set("door.decision_noise_inexperienced", 0.8);
    rig.set("pathway.caf_consent", 0.0);
    rig = called_twice(std::move(rig), [&left](const Facts&) { return left-- <= 0; });
    const std::string told = rig.run().child().told();
    if (told == "assessment, no_further_action" || told == "assessment, advice" || told == "assessment, caf")
      return rig;
  }
  throw std::logic_error("no family is assessed first and turned away later");
}

/// The parents' word is taken: there is no time for a visit before it is decided.
FamilyRig taken_at_their_word() {
  FamilyRig rig = without_need();
  rig.set("observe.account_convinces", 1.0).set("door.weight_account", 3.0);
  rig = called_twice(std::move(rig));
  rig.set("workforce.squeeze_visit_weeks", 1e-3).set("workforce.squeeze_slope", 1000.0);
  rig.busy(second_call(rig) - days(3), 120);
  return rig;
}

/// What helps: of the last call.
using Helps = bool (*)(const trace::Step&);
bool begun(const trace::Step& step) {
  return std::holds_alternative<trace::AssessmentBegun>(step.what);
}
bool finished(const trace::Step& step) {
  return std::holds_alternative<trace::Found>(step.what);
}
bool caf(const trace::Step& step) {
  const auto* service = std::get_if<trace::ServiceBegins>(&step.what);
  return service != nullptr && service->kind == measures::ServiceKind::caf;
}

bool helped(const FamilyRig& rig, const Recording& recording, const Design& design, const Eased& eased,
            Helps helps) {
  const Instant last = rig.facts().incidents.back().at;
  bool is = false;
  Watch watch;
  watch.step = [&](const trace::Step& step) { is = is || (step.at >= last && helps(step)); };
  (void)recording.replay(HouseholdId{0}, design, eased, &watch);
  return is;
}

struct Kept {
  Group by;
  FamilyRig (*family)();
  Helps helps = begun;
  std::vector<Group> also{};  ///< those whose restoring would help as well
  friend std::ostream& operator<<(std::ostream& out, const Kept& kept) { return out << id(kept.by); }
};

class FamilyRestored : public testing::TestWithParam<Kept> {};

TEST_P(FamilyRestored, IsHelpedOnceWhatKeptItFromThatIsRestored) {
  const Kept& kept = GetParam();
  const FamilyRig rig = kept.family();
  const Recording recording = rig.record();
  const experiment::Restorings restorings{rig.design};
  const auto is_helped = [&](const Design& design, const Eased& eased) {
    return helped(rig, recording, design, eased, kept.helps);
  };
  EXPECT_FALSE(is_helped(rig.design, {}));
  bool played = false;
  for (std::size_t i = 0; i < restorings.players().size(); ++i) {
    const Group group = restorings.players()[i];
    const experiment::GroupSet set = experiment::GroupSet{1} << i;
    const bool expected =
        group == kept.by || std::find(kept.also.begin(), kept.also.end(), group) != kept.also.end();
    EXPECT_EQ(is_helped(restorings.design(set), restorings.eased(set)), expected) << id(group);
    played = played || group == kept.by;
  }
  EXPECT_TRUE(played);
  EXPECT_TRUE(is_helped(restorings.design(restorings.all()), restorings.eased(restorings.all())));
}

INSTANTIATE_TEST_SUITE_P(
    Each, FamilyRestored,
    testing::Values(Kept{Group::policy, under_pressure}, Kept{Group::load, without_time},
                    Kept{Group::turnover, moved, finished, {Group::load, Group::account}},
                    Kept{Group::early_help, without_room, caf}, Kept{Group::partners, with_broken_ties},
                    Kept{Group::experience, by_the_inexperienced},
                    Kept{Group::account, taken_at_their_word, begun, {Group::load}}),
    [](const auto& each) { return std::string(id(each.param.by)); });

// A call that a flag would have assessed is not ended at the door, whose bar may be higher.
TEST(FamilyByReference, AFlaggedCallOnAClosedCaseBeginsAnAssessment) {
  FamilyRig rig;
  rig.gravity_of_all(gravity::assessment).set("door.threshold_referral", 2.9);
  rig.set("pathway.caf_consent", 0.0).find_one_call();
  const Course course = rig.run();
  ASSERT_EQ(course.child().told(), "caf");
  ASSERT_TRUE(course.child().contacts.at(0).flagged);
  const Recording recording = rig.record();
  const Instant call = rig.facts().incidents[0].at;
  for (const bool by_reference : {false, true}) {
    bool begun = false;
    Watch watch;
    watch.step = [&](const trace::Step& step) {
      begun = begun || std::holds_alternative<trace::AssessmentBegun>(step.what);
    };
    (void)recording.aftermath(HouseholdId{0}, {call, rig.design.window.to},
                              by_reference ? call - Minutes{1} : Instant::never(), &watch);
    EXPECT_EQ(begun, by_reference);
  }
}

}  // namespace
}  // namespace lscb::world

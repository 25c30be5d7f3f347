// Changes that stand for all decisions at once: each moves what it names, in order, and nothing where it is
// nothing.
#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "designs.h"
#include "world/watch.h"

namespace lscb::world {
namespace {

/// Rates of one figure in a part of the window.
double figure_in(const Design& design, Interval counted, const std::string& id) {
  return figure(replicate(design, kernel::WorldKey{1, 0}, counted), id);
}

const Interval last_year{at_date(2013, 1, 1), at_date(2014, 1, 1)};

change::TargetPolicy target(std::optional<double> fewer_enquiries, std::optional<double> more_cafs) {
  change::TargetPolicy policy;
  policy.section47_reduction = fewer_enquiries;
  policy.caf_increase = more_cafs;
  policy.step = 0.2;
  return policy;
}

TEST(TargetPolicy, MovesWhatItNames) {
  const Design base = unlimited(small("no-change"));
  const Design fewer = with(base, target(0.5, std::nullopt));
  EXPECT_LT(figure_in(fewer, last_year, "section47_enquiries_children"),
            0.85 * figure_in(base, last_year, "section47_enquiries_children"));
  const Design more = with(base, target(std::nullopt, 0.5));
  EXPECT_GT(figure_in(more, last_year, "cafs_opened_children"),
            1.1 * figure_in(base, last_year, "cafs_opened_children"));
}

// Managers read returns: until the first quarter after the date has ended nothing moves.
TEST(TargetPolicy, ActsFromTheFirstReturnsAfterItsDate) {
  const Design base = unlimited(small("no-change"));
  const Design pressed = with(base, target(0.5, 0.5), at_date(2011, 4, 5));
  const auto months = [](const Design& design) {
    std::vector<std::uint64_t> states;
    Watch watch;
    watch.month = [&](Instant, const std::function<std::uint64_t()>& state) { states.push_back(state()); };
    (void)replicate_watched(design, kernel::WorldKey{1, 0}, design.window, watch);
    return states;
  };
  const auto before = months(base);
  const auto after = months(pressed);
  const auto place = [&](int year, int month) {  // the run begins in January 2008
    return static_cast<std::size_t>((year - 2008) * 12 + month - 1);
  };
  EXPECT_EQ(before.at(place(2011, 7)), after.at(place(2011, 7)));
  EXPECT_NE(before.at(place(2011, 8)), after.at(place(2011, 8)));
}

TEST(TargetPolicy, OfWhatIsDoneAlreadyChangesNothing) {
  Design base = unlimited(small("no-change"));
  parameter(base.parameters, "door.steering_tolerance") = 50.0;  // any count will do
  EXPECT_EQ(run(with(base, target(0.5, 0.5))).fingerprint, run(base).fingerprint);
}

TEST(TargetPolicy, ThatHasEndedMovesNoThreshold) {
  const Design base = unlimited(small("no-change"));
  change::TargetPolicy brief = target(0.5, 0.5);
  brief.until = at_date(2011, 7, 1);  // on the day of the first returns
  EXPECT_EQ(run(with(base, brief)).fingerprint, run(base).fingerprint);
}

// A target from before there are four quarters on record has no baseline, and nobody steers.
TEST(TargetPolicy, NeedsAYearOnRecord) {
  Design base = unlimited(small("no-change"));
  Design early = base;
  early.history.push_back({at_date(2008, 6, 1), "too early", "board", target(0.5, 0.5), {}});
  EXPECT_EQ(run(early).fingerprint, run(base).fingerprint);
  early.history.back().date = at_date(2009, 1, 1);
  EXPECT_NE(run(early).fingerprint, run(base).fingerprint);
}

TEST(TargetPolicy, AddsToAPolicyInForce) {
  const Design base = unlimited(small("no-change"));
  change::ThresholdPolicy policy;
  policy.section47_shift = 0.3;
  const Design both = with(with(base, policy), target(0.9, std::nullopt));
  const double alone = figure_in(with(base, policy), last_year, "section47_enquiries_children");
  EXPECT_LT(figure_in(both, last_year, "section47_enquiries_children"), alone);
}

// --- publicity

TEST(Publicity, BringsMoreCallsAndFades) {
  const Design base = unlimited(small("no-change"));
  const Design after = with(base, change::Publicity{2.0, 3.0});
  const Interval first{change_day, add_months(change_day, 3)};
  const double calls = figure_in(base, first, "calls_contacts");
  EXPECT_GT(figure_in(after, first, "calls_contacts"), 1.3 * calls);
  EXPECT_LT(figure_in(after, first, "calls_contacts"), 2.2 * calls);
  EXPECT_NEAR(figure_in(after, last_year, "calls_contacts") / figure_in(base, last_year, "calls_contacts"),
              1.0, 0.06);
}

TEST(Publicity, WithoutASurgeChangesNothing) {
  const Design base = small("no-change");
  EXPECT_EQ(run(with(base, change::Publicity{1.0, 6.0})).fingerprint, run(base).fingerprint);
}

// What began to fade before the run has gone as far as it had by then.
TEST(Publicity, OfThePastIsWhatIsLeftOfIt) {
  const Design base = unlimited(small("no-change"));
  Design long_ago = base;
  long_ago.history.push_back({at_date(1988, 1, 1), "long ago", "nobody", change::Publicity{5.0, 6.0}, {}});
  Design lately = base;
  lately.history.push_back({at_date(2007, 12, 1), "lately", "nobody", change::Publicity{5.0, 6.0}, {}});
  EXPECT_EQ(taken(run(long_ago), "call_made"), taken(run(base), "call_made"));
  EXPECT_GT(taken(run(lately), "call_made"), taken(run(base), "call_made"));
}

// --- challenge

change::Challenge challenge(std::optional<double> agency, std::optional<double> lead,
                            std::optional<double> audit) {
  change::Challenge out;
  out.agency = agency;
  out.lead_professional = lead;
  out.audit = audit;
  return out;
}

TEST(Challenge, MovesWhatItNamesAndTakesHours) {
  const Design base = small("no-change");
  const Outcome before = run(base);
  const Outcome agency = run(with(base, challenge(0.5, {}, {})));
  EXPECT_GT(taken(agency, "challenged"), 2 * taken(before, "challenged"));
  EXPECT_GT(figure(agency, "work_hours@kind=challenge"), figure(before, "work_hours@kind=challenge"));
  EXPECT_GT(figure(agency, "challenges_decisions"), figure(before, "challenges_decisions"));
  const Outcome audited = run(with(base, challenge({}, {}, 0.3)));
  EXPECT_GT(taken(audited, "audited"), 2 * taken(before, "audited"));
  const Outcome led = run(with(base, challenge({}, 1.0, {})));
  EXPECT_EQ(taken(before, "lead_challenged"), 0U);
  EXPECT_GT(taken(led, "lead_challenged"), 0U);
}

TEST(Challenge, OfNobodyEndsIt) {
  const Design base = small("no-change");
  const Outcome before = run(base);
  const Outcome after = run(with(base, challenge(0.0, {}, 0.0)));
  EXPECT_LT(taken(after, "challenged"), taken(before, "challenged"));
  EXPECT_LT(taken(after, "audited"), taken(before, "audited"));
}

// What holds already is no change; what is replaced holds again at the end.
TEST(Challenge, ReplacesWhatHeldAndGivesItBack) {
  const Design base = small("no-change");
  const door::Parameters& p = base.parameters.door;
  EXPECT_EQ(run(with(base, challenge(p.challenge_share, 0.0, p.audit_share))).fingerprint,
            run(base).fingerprint);
  change::Challenge brief = challenge(1.0, 1.0, 1.0);
  const Instant saturday = change_day + days(1);
  brief.until = saturday + days(1);  // nobody decides, and no audit falls due
  EXPECT_EQ(run(with(base, brief, saturday)).fingerprint, run(base).fingerprint);
  // The later of two that overlap is followed.
  const Design two =
      with(with(base, challenge(0.9, {}, {})), challenge(0.0, {}, {}), change_day + Minutes{1});
  EXPECT_EQ(run(two).fingerprint,
            run(with(base, challenge(0.0, {}, {}), change_day + Minutes{1})).fingerprint);
}

// --- earlier files

TEST(EarlierFiles, AreAskedForAndCome) {
  const Design base = small("no-change");
  change::EarlierFiles none;
  none.requested = 0.0;
  change::EarlierFiles all;
  all.requested = 1.0;
  all.arrives = 1.0;
  all.days = 1.0;
  const Outcome unasked = run(with(base, none));
  const Outcome asked = run(with(base, all));
  EXPECT_LT(taken(unasked, "earlier_file_requested"), taken(asked, "earlier_file_requested"));
  EXPECT_LT(taken(unasked, "earlier_file_received"), taken(asked, "earlier_file_received"));
  EXPECT_LE(taken(asked, "earlier_file_never_came"), taken(run(base), "earlier_file_never_came"));
}

TEST(EarlierFiles, AsTheyAreChangeNothing) {
  const Design base = small("no-change");
  change::EarlierFiles same;
  same.requested = base.parameters.pathway.earlier_file_requested;
  same.days = base.parameters.pathway.earlier_file_days;
  EXPECT_EQ(run(with(base, same)).fingerprint, run(base).fingerprint);
}

// --- partners

change::Restructure breaking_ties() {
  change::Restructure r;
  r.announced = change_day - days(90);
  r.partner_ties_broken = 0.9;
  r.ties_mend_months = 60;
  return r;
}

TEST(PartnersConsulted, KeepTheirTies) {
  const Design base = unlimited(small("no-change"));
  change::Restructure all = breaking_ties();
  all.partners_consulted.fill(true);
  EXPECT_EQ(run(with(base, all)).fingerprint, run(base).fingerprint);
  change::Restructure some = breaking_ties();
  some.partners_consulted[spec::index(spec::Referrer::school)] = true;
  const auto calls = [&](const change::Restructure& r) { return taken(run(with(base, r)), "call_made"); };
  EXPECT_LT(calls(breaking_ties()), calls(some));
  EXPECT_LT(calls(some), calls(all));
}

// Calls that go astray come later, or never; nothing else is lost with a tie that is whole.
TEST(Misrouting, DelaysAndLosesCalls) {
  Design base = unlimited(small("no-change"));
  parameter(base.parameters, "observe.misrouted_share") = 0.0;
  Design astray = base;
  parameter(astray.parameters, "observe.misrouted_share") = 1.0;
  EXPECT_EQ(run(astray).fingerprint, run(base).fingerprint) << "no tie is broken";
  const Design broken = with(base, breaking_ties());
  const Outcome straight = run(broken);
  const Outcome after = run(with(astray, breaking_ties()));
  EXPECT_EQ(taken(straight, "call_misrouted") + taken(straight, "call_lost"), 0U);
  EXPECT_GT(taken(after, "call_misrouted"), taken(after, "call_lost"));
  EXPECT_GT(taken(after, "call_lost"), 0U);
  EXPECT_LT(taken(after, "call_made"), taken(straight, "call_made"));
}

// --- repute

TEST(Repute, ThatWeighsSomethingMovesAgencies) {
  Design base = small("no-change");
  ASSERT_EQ(base.parameters.observe.weight_repute, 0.0) << "shipped without weight";
  Design remembering = base;
  remembering.parameters.observe.weight_repute = 1.0;
  remembering.parameters.observe.repute_reference = 0.8;  // they expect much
  EXPECT_LT(taken(run(remembering), "call_made"), taken(run(base), "call_made"));
  remembering.parameters.observe.repute_reference = 0.0;  // and nothing
  EXPECT_GT(taken(run(remembering), "call_made"), taken(run(base), "call_made"));
}

// --- in company

// Forked or alone, the bytes are the same.
TEST(PolicyTogether, DesignsPartedByTheseAreAsAlone) {
  Design base = small(shipped("no-change"), 1500.0);
  base.window.to = at_date(2012, 1, 1);
  change::Challenge brief = challenge(0.5, 0.5, 0.2);
  brief.until = at_date(2011, 9, 1);
  change::TargetPolicy steered = target(0.4, 0.4);
  steered.until = at_date(2011, 12, 15);
  const std::vector<Design> designs{
      base, with(base, change::Publicity{1.5, 4.0}), with(with(base, steered), brief),
      with(with(base, steered), change::Publicity{2.0, 2.0}, at_date(2011, 8, 3)),
      with(base, brief, at_date(2010, 6, 1))};
  Together together;
  const kernel::WorldKey key{3, 1};
  replicate_together(designs, key, base.window, together);
  for (std::size_t i = 0; i < designs.size(); ++i) {
    EXPECT_EQ(together.outcomes[i].fingerprint, replicate(designs[i], key, base.window).fingerprint) << i;
  }
}

}  // namespace
}  // namespace lscb::world

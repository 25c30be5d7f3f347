// The catalogue, and the figures made of the organisation's counts.
#include "measures/figures.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <string>

#include "child.h"
#include "measures/history_log.h"

namespace lscb::measures {
namespace {

// 2010 to 2013, of 1,461 days: four Julian years exactly.
constexpr Interval four_years{at_date(2010, 1, 1), at_date(2014, 1, 1)};
constexpr Interval around{at_date(2008, 1, 1), at_date(2014, 10, 1)};

std::optional<double> figure(const OrganisationTally& organisation, std::string_view id) {
  const auto index = find(id);
  EXPECT_TRUE(index.has_value()) << id;
  return figures({}, organisation, four_years, around)[*index];
}

// Proves that ids and labels are unique, ids found again, and carry a unit word; that every measure has label
// and unit; and that the headline stands first.
TEST(Catalogue, IsComplete) {
  static const char* const unit_words[] = {"children", "contacts", "households", "decisions",
                                           "spells",   "events",   "days",       "pounds",
                                           "hours",    "share",    "months",     "posts"};
  ASSERT_FALSE(catalogue().empty());
  EXPECT_EQ(catalogue().front().id, "missed_assessments");
  std::set<std::string> seen;
  std::set<std::string> labels;
  for (MeasureIndex i = 0; i < catalogue().size(); ++i) {
    const Measure& measure = catalogue()[i];
    EXPECT_TRUE(labels.insert(measure.label).second) << "two figures are told as: " << measure.label;
    EXPECT_TRUE(seen.insert(measure.id).second) << measure.id;
    EXPECT_EQ(find(measure.id), i);
    EXPECT_FALSE(measure.label.empty()) << measure.id;
    EXPECT_FALSE(measure.unit.empty()) << measure.id;
    const std::string stem = measure.id.substr(0, measure.id.find('@'));
    bool carries_unit = stem == "missed_assessments";  // children; the name is fixed by the interface
    for (const std::string unit : unit_words) {
      carries_unit =
          carries_unit || (stem.size() > unit.size() && stem.substr(stem.size() - unit.size()) == unit);
    }
    EXPECT_TRUE(carries_unit) << measure.id;
  }
  EXPECT_FALSE(find("missed").has_value());
  EXPECT_FALSE(find("").has_value());
}

// Proves that a result has a figure for every measure, and that shares of nothing are empty and never NaN.
TEST(Figures, AreEmptyWhereNotDefined) {
  const Figures none = figures({}, {}, four_years, around);
  ASSERT_EQ(none.size(), catalogue().size());
  for (MeasureIndex i = 0; i < none.size(); ++i) {
    EXPECT_FALSE(none[i] && std::isnan(*none[i])) << catalogue()[i].id;
  }
  EXPECT_FALSE(none[*find("initial_assessment_in_time_share")].has_value());
  EXPECT_FALSE(none[*find("censored_share")].has_value());
  EXPECT_FALSE(none[*find("before_first_assessment_contacts")].has_value());
  EXPECT_EQ(none[*find("missed_assessments")], 0.0);
}

// Proves that counts become figures a year, levels means over the window, money pounds and minutes hours.
TEST(Figures, GiveRatesLevelsMoneyAndHours) {
  OrganisationTally o;
  const std::int64_t minutes = four_years.length().count();
  o.referral_children = 800;
  o.rereferral_children = 200;
  o.clocks[static_cast<std::size_t>(pathway::ClockKind::conference)] = {30, 40};
  o.unallocated_children = 12 * minutes;
  o.unallocated_children_at_end = 7;
  o.social_worker_posts = 32 * minutes;
  o.filled_social_worker_posts = 28 * minutes;
  o.agency_social_workers = 4 * minutes;
  o.held_cases = 420 * minutes;
  o.spend[static_cast<std::size_t>(Spend::placements)] = pounds(400);
  o.spend[static_cast<std::size_t>(Spend::agency_premium)] = pounds(100) + Pence{200};
  const auto screening = static_cast<std::size_t>(pathway::Work::screening);
  o.work[screening][spec::index(spec::Role::social_worker)] = hours(8.0);
  o.work[screening][spec::index(spec::Role::practitioner)] = hours(4.0);
  o.work[static_cast<std::size_t>(pathway::Work::closure)][spec::index(spec::Role::social_worker)] =
      hours(2.0);

  EXPECT_EQ(figure(o, "referrals_children"), 200.0);
  EXPECT_EQ(figure(o, "rereferrals_share"), 0.25);
  EXPECT_EQ(figure(o, "conference_in_time_share"), 0.75);
  EXPECT_EQ(figure(o, "unallocated_children"), 12.0);
  EXPECT_EQ(figure(o, "unallocated_at_end_children"), 7.0);
  EXPECT_EQ(figure(o, "caseload_households"), 15.0);
  EXPECT_EQ(figure(o, "vacancy_share"), 0.25);
  EXPECT_EQ(figure(o, "agency_share"), 1.0 / 7.0);
  EXPECT_EQ(figure(o, "spend_pounds"), 502.0 / 4.0);
  EXPECT_EQ(figure(o, "spend_pounds@on=placements"), 100.0);
  EXPECT_EQ(figure(o, "work_hours@role=social_worker"), 2.5);
  EXPECT_EQ(figure(o, "work_hours@kind=screening"), 3.0);
}

// Proves that children without a worker at the end are split by what runs on them, by age, and by both, and
// that calls stand by who made them.
TEST(Figures, SplitWhoWaitsAndWhoCalls) {
  OrganisationTally o;
  const auto past = static_cast<std::size_t>(Waits::assessment_past_limit);
  const auto plan = static_cast<std::size_t>(Waits::looked_after_plan);
  const auto under_1 = static_cast<std::size_t>(AgeBand::under_1);
  const auto unborn = static_cast<std::size_t>(AgeBand::unborn);
  o.waiting_at_end[past][under_1] = 2;
  o.waiting_at_end[plan][under_1] = 3;
  o.waiting_at_end[plan][unborn] = 5;
  o.contacts_by[spec::index(spec::Referrer::police)] = 40;
  o.turned_away_by[spec::index(spec::Referrer::police)] = 12;
  o.turned_away_by[spec::index(spec::Referrer::self)] = 4;
  o.partner_checks_households = 20;
  const std::string all = "unallocated_at_end_children";
  EXPECT_EQ(figure(o, all + "@waits=assessment_past_limit"), 2.0);
  EXPECT_EQ(figure(o, all + "@waits=looked_after_plan"), 8.0);
  EXPECT_EQ(figure(o, all + "@waits=protection_plan_past_limit"), 0.0);
  EXPECT_EQ(figure(o, all + "@age=under_1"), 5.0);
  EXPECT_EQ(figure(o, all + "@waits=looked_after_plan@age=unborn"), 5.0);
  EXPECT_EQ(figure(o, "calls_contacts@by=police"), 10.0);
  EXPECT_EQ(figure(o, "turned_away_contacts@by=police"), 3.0);
  EXPECT_EQ(figure(o, "turned_away_contacts@by=self"), 1.0);
  EXPECT_EQ(figure(o, "turned_away_contacts"), 4.0);
  EXPECT_EQ(figure(o, "partner_checks_households"), 5.0);
}

// Proves that assessments, enquiries and visits stand by who did them, and that shares are of those done.
TEST(Figures, SplitWhoDidTheWork) {
  OrganisationTally o;
  const auto by = [](DoneBy who) { return index(who); };
  o.initial_by[by(DoneBy::experienced)] = 40;
  o.initial_by[by(DoneBy::not_qualified)] = 8;
  o.core_by[by(DoneBy::newly_qualified)] = 12;
  o.single_by[by(DoneBy::agency)] = 20;
  o.section47_by[by(DoneBy::agency)] = 4;
  o.visits_by[by(DoneBy::not_qualified)] = 60;
  o.visits_by[by(DoneBy::experienced)] = 20;
  o.visits_by_role[spec::index(spec::Role::practitioner)] = 60;
  EXPECT_EQ(figure(o, "initial_assessments_children@by=experienced"), 10.0);
  EXPECT_EQ(figure(o, "initial_assessments_children@by=not_qualified"), 2.0);
  EXPECT_EQ(figure(o, "core_assessments_children@by=newly_qualified"), 3.0);
  EXPECT_EQ(figure(o, "single_assessments_children@by=agency"), 5.0);
  EXPECT_EQ(figure(o, "section47_enquiries_children@by=agency"), 1.0);
  EXPECT_EQ(figure(o, "assessed_by_qualified_share"), 0.9);
  EXPECT_EQ(figure(o, "assessed_by_newly_qualified_share"), 0.15);
  EXPECT_EQ(figure(o, "assessed_by_agency_share"), 0.25);
  EXPECT_EQ(figure(o, "visits_households"), 20.0);
  EXPECT_EQ(figure(o, "visits_households@by=not_qualified"), 15.0);
  EXPECT_EQ(figure(o, "visits_households@role=practitioner"), 15.0);
  EXPECT_EQ(figure(o, "visited_by_qualified_share"), 0.25);
  EXPECT_FALSE(figure(OrganisationTally{}, "assessed_by_qualified_share").has_value());
}

// Proves that counting child by child from the log gives the same bytes as counting whole histories, with
// children appended in turns.
TEST(Figures, AreTheSameFromTheLog) {
  std::vector<Child> children(3);
  children[0].in_need(workday(0), workday(60), 3).harm(workday(0), 0.01);
  children[0].call(workday(5), Route::no_further_action);
  children[2].household(1).in_need(workday(10), workday(40), 2);
  children[2].call(workday(12), Route::assessment);
  children[2].assessed(AssessmentKind::initial, workday(12), workday(20), 2);

  HistoryLog log;
  std::vector<ChildHistory> histories;
  for (std::uint32_t i = 0; i < children.size(); ++i) {
    histories.push_back(children[i].history());
    histories.back().child = ChildId{i};
  }
  for (std::size_t turn = 0; turn < 3; ++turn) {  // entry by entry, the children interleaved
    for (const ChildHistory& h : histories) {
      if (turn < h.need.size()) log.need.append(h.child, h.need[turn]);
      if (turn < h.contacts.size()) log.contacts.append(h.child, h.contacts[turn]);
      if (turn < h.assessments.size()) log.assessments.append(h.child, h.assessments[turn]);
      if (turn < h.harm.size()) log.harm.append(h.child, h.harm[turn]);
    }
  }
  Counter counter{test_window, test_run};
  for (const ChildHistory& h : histories) {
    ChildHistory gathered = h;
    log.gather(gathered);
    ASSERT_EQ(gathered.need.size(), h.need.size());
    counter.add(gathered);
  }
  EXPECT_EQ(counter.finish({}), figures(histories, {}, test_window, test_run));
}

// Proves that an entry of the log can be completed once it is known how it ended.
TEST(HistoryLog, LetsAnEntryBeCompleted) {
  HistoryLog log;
  const auto position = log.assessments.append(ChildId{4}, {AssessmentKind::initial, workday(0)});
  log.assessments.append(ChildId{2}, {AssessmentKind::core, workday(1)});
  log.assessments.at(position).completed = workday(7);
  ASSERT_EQ(log.assessments.of(ChildId{4}).size(), 1U);
  EXPECT_EQ(log.assessments.of(ChildId{4}).front().completed, workday(7));
  EXPECT_TRUE(log.assessments.of(ChildId{3}).empty());
  EXPECT_TRUE(log.assessments.of(ChildId{99}).empty());
}

}  // namespace
}  // namespace lscb::measures

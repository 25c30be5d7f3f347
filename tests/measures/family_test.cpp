// A family by hand: two children of one household and different need, told of together, and what is counted
// of them.
#include <gtest/gtest.h>

#include <vector>

#include "child.h"
#include "measures/figures.h"

namespace lscb::measures {
namespace {

double figure(const Figures& figures, std::string_view id) {
  const auto index = find(id);
  EXPECT_TRUE(index.has_value()) << id;
  return index ? figures[*index].value_or(-1.0) : -1.0;
}

Figures count(const std::vector<Child>& children) {
  std::vector<ChildHistory> histories;
  for (const Child& child : children) histories.push_back(child.history());
  return figures(histories, {}, test_window, test_run);
}

constexpr double window_years = 1096.0 / 365.25;  // 2011 to 2013

// A girl of ten months at need 3 and her brother of six at need 2, to the same day. Both are named in three
// calls: the first is screened out, the second is during nobody's assessment and sent to CAF, the third opens
// an initial assessment of both that finds need 2.
std::vector<Child> family() {
  Child girl{add_months(workday(0), -10)};
  Child boy{add_months(workday(0), -70)};
  girl.in_need(workday(0), workday(60), 3);
  boy.in_need(workday(0), workday(60), 2);
  for (Child* child : {&girl, &boy}) {
    child->call(workday(5), Route::no_further_action);
    child->call(workday(15), Route::caf);
    child->call(workday(30), Route::assessment);
    child->assessed(AssessmentKind::initial, workday(30), workday(38), 2);
  }
  return {girl, boy};
}

// Proves that need, findings and state belong to the child: the same assessment recognises the boy's need
// late and misses the girl's.
TEST(Family, JudgesEachChildByItsOwnNeed) {
  const auto children = family();
  EXPECT_EQ(state_of(children[0]), State::missed_though_told);
  EXPECT_EQ(state_of(children[1]), State::recognised_late);

  const Figures counted = count(children);
  EXPECT_DOUBLE_EQ(figure(counted, "missed_assessments"), 1 / window_years);
  EXPECT_DOUBLE_EQ(figure(counted, "missed_though_told_children"), 1 / window_years);
  EXPECT_DOUBLE_EQ(figure(counted, "never_told_children"), 0.0);
  EXPECT_DOUBLE_EQ(figure(counted, "protection_missed_children"), 1 / window_years);
  EXPECT_DOUBLE_EQ(figure(counted, "missed_assessments@age=under_1"), 1 / window_years);
  EXPECT_DOUBLE_EQ(figure(counted, "missed_assessments@age=5_10"), 0.0);
  EXPECT_DOUBLE_EQ(figure(counted, "late_children"), 1 / window_years);
}

// Proves that a contact which names both is one contact: three missed, by kind one screened out, one sent to
// CAF and one superficial, though the third met the boy's need.
TEST(Family, CountsACallThatNamesTwoOnce) {
  const Figures counted = count(family());
  EXPECT_DOUBLE_EQ(figure(counted, "missed_opportunities_contacts"), 3 / window_years);
  EXPECT_DOUBLE_EQ(figure(counted, "missed_opportunities_contacts@kind=screened_out"), 1 / window_years);
  EXPECT_DOUBLE_EQ(figure(counted, "missed_opportunities_contacts@kind=sent_to_caf"), 1 / window_years);
  EXPECT_DOUBLE_EQ(figure(counted, "missed_opportunities_contacts@kind=superficial"), 1 / window_years);
}

// Proves that the same numbers of contacts in another household are other contacts.
TEST(Family, CountsAnotherHouseholdsCallsApart) {
  auto children = family();
  children[1].household(1);
  const Figures counted = count(children);
  EXPECT_DOUBLE_EQ(figure(counted, "missed_opportunities_contacts"), 5 / window_years);
}

// Proves the parts when nobody calls about the family: both are never told, one of each level, and the
// headline does not fall by the silence.
TEST(Family, IsNeverToldWhereNobodyCalls) {
  Child girl{add_months(workday(0), -10)};
  Child boy{add_months(workday(0), -70)};
  girl.in_need(workday(0), workday(60), 3);
  boy.in_need(workday(0), workday(60), 2);
  const Figures counted = count({girl, boy});
  EXPECT_DOUBLE_EQ(figure(counted, "missed_assessments"), 2 / window_years);
  EXPECT_DOUBLE_EQ(figure(counted, "never_told_children"), 2 / window_years);
  EXPECT_DOUBLE_EQ(figure(counted, "protection_missed_children"), 1 / window_years);
  EXPECT_DOUBLE_EQ(figure(counted, "help_missed_children"), 1 / window_years);
  EXPECT_DOUBLE_EQ(figure(counted, "missed_opportunities_contacts"), 0.0);
}

// Proves that a child whose need falls in the window's first minute counts, and a minute earlier does not.
TEST(Family, CountsFromTheWindowsFirstMinute) {
  const auto ended = [](Instant end) {
    Child child;
    child.in_need(at_date(2010, 6, 1), end, 2);
    return figure(count({child}), "missed_assessments");
  };
  EXPECT_DOUBLE_EQ(ended(test_window.from), 1 / window_years);
  EXPECT_DOUBLE_EQ(ended(test_window.from - Minutes{1}), 0.0);
}

}  // namespace
}  // namespace lscb::measures

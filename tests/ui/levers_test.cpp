#include "ui/session/levers.h"

#include <gtest/gtest.h>

#include "experiment/design_difference.h"
#include "scenario/load.h"
#include "ui/widgets/lever.h"

namespace lscb::ui {
namespace {

scenario::Loaded load(const char* name) {
  auto loaded = scenario::load_scenario(name, scenario::Library::at(LSCB_SCENARIO_FOLDER));
  EXPECT_TRUE(loaded.design.has_value());
  return loaded;
}

LeverValues with(LeverValues values, Lever lever, double value) {
  values[static_cast<std::size_t>(lever)] = value;
  return values;
}

template <class Effect>
const Effect* only(const world::Design& design) {
  const Effect* found = nullptr;
  for (const auto& change : design.changes) {
    if (const auto* effect = std::get_if<Effect>(&change.effect)) {
      EXPECT_EQ(found, nullptr) << "more than one change of this kind";
      found = effect;
    }
  }
  return found;
}

TEST(Levers, UnmovedLeaveTheDesignAsTheFileSaysIt) {
  for (const char* name : {"no-change", "restructure", "isle-of-wight-2011", "done-well"}) {
    const auto design = *load(name).design;
    const auto same = with_levers(design, values_in(design));
    EXPECT_TRUE(experiment::changes_without(same.changes, design.changes).empty()) << name;
    EXPECT_TRUE(experiment::changes_without(design.changes, same.changes).empty()) << name;
    EXPECT_EQ(same.title, design.title);
    EXPECT_EQ(sentence(design, values_in(design)),
              "No lever moved: " + std::string{name} + " as its file says.");
  }
}

TEST(Levers, StandWhereTheFileHasThem) {
  const auto values = values_in(*load("isle-of-wight-2011").design);
  const std::array<double, lever_count> expected{70.0, 15.0, 70.0, 0.2, 27.0, 0.0};
  for (std::size_t i = 0; i < lever_count; ++i) EXPECT_NEAR(values[i], expected[i], 1e-12) << i;
  EXPECT_EQ(values_in(*load("no-change").design), LeverValues{});
  EXPECT_EQ(value_in(*load("done-well").design, Lever::posts_added), 4.0);
}

TEST(Levers, EachWritesItsOwnFieldAndNoOther) {
  const auto design = *load("isle-of-wight-2011").design;
  const auto values = values_in(design);
  {
    auto expected = *only<change::Restructure>(design);
    expected.cases_transferred = 0.4;
    const auto moved = with_levers(design, with(values, Lever::cases_transferred, 40.0));
    EXPECT_EQ(*only<change::Restructure>(moved), expected);
    EXPECT_EQ(experiment::changes_without(moved.changes, design.changes).size(), 1U);
  }
  {
    auto expected = *only<change::Restructure>(design);
    expected.training_hours = 30.0;
    EXPECT_EQ(*only<change::Restructure>(with_levers(design, with(values, Lever::training_hours, 30.0))),
              expected);
  }
  {
    auto expected = *only<change::Restructure>(design);
    expected.partner_ties_broken = 0.1;
    EXPECT_EQ(*only<change::Restructure>(with_levers(design, with(values, Lever::partner_ties_broken, 10.0))),
              expected);
  }
  {
    auto expected = *only<change::ThresholdPolicy>(design);
    expected.initial_assessment_shift = -0.1;
    EXPECT_EQ(
        *only<change::ThresholdPolicy>(with_levers(design, with(values, Lever::assessment_threshold, -0.1))),
        expected);
  }
  {
    auto expected = *only<change::CentreCut>(design);
    expected.budget_cut = 0.5;
    EXPECT_EQ(*only<change::CentreCut>(with_levers(design, with(values, Lever::centre_budget_cut, 50.0))),
              expected);
  }
}

TEST(Levers, MovedFromZeroAddTheChangeThatIsNotThere) {
  const auto design = *load("no-change").design;
  LeverValues values{20.0, 10.0, 30.0, 0.3, 15.0, 3.0};
  const auto moved = with_levers(design, values);
  ASSERT_EQ(moved.changes.size(), 4U);  // three levers share one restructure
  for (const auto& change : moved.changes) {
    EXPECT_EQ(change.date, at_date(2011, 4, 1));
    EXPECT_FALSE(change.title.empty());
    EXPECT_FALSE(change.owner.empty());
  }
  EXPECT_EQ(values_in(moved), values);
  EXPECT_EQ(only<change::Posts>(moved)->team, "duty");
  EXPECT_LT(only<change::Restructure>(moved)->announced, at_date(2011, 4, 1));
  EXPECT_EQ(with_levers(design, LeverValues{}).changes.size(), 0U);
}

TEST(Levers, NoPostsIsNoChange) {
  const auto design = *load("done-well").design;
  const auto moved = with_levers(design, with(values_in(design), Lever::posts_added, 0.0));
  EXPECT_EQ(moved.changes.size(), design.changes.size() - 1);
}

TEST(Levers, TellTheFilesOwnRangeOwnerAndEvidence) {
  const auto loaded = load("isle-of-wight-2011");
  const auto transfers = ground_of(*loaded.design, loaded.provenance, Lever::cases_transferred);
  EXPECT_EQ(transfers.plausible, (scenario::Range{40.0, 95.0}));
  EXPECT_EQ(transfers.owner, "council");
  EXPECT_NE(transfers.edits.find("12 April 2011"), std::string::npos) << transfers.edits;
  EXPECT_NE(transfers.evidence.find("judgement"), std::string::npos) << transfers.evidence;
  EXPECT_EQ(ground_of(*loaded.design, loaded.provenance, Lever::assessment_threshold).owner, "board");
  const auto well = load("done-well");
  EXPECT_EQ(ground_of(*well.design, well.provenance, Lever::posts_added).plausible,
            (scenario::Range{2.0, 8.0}));
  const auto none = load("no-change");
  EXPECT_NE(ground_of(*none.design, none.provenance, Lever::centre_budget_cut).edits.find("1 April 2011"),
            std::string::npos);
}

TEST(Levers, TheSentenceListsWhatWasMoved) {
  const auto design = *load("isle-of-wight-2011").design;
  auto values = with(values_in(design), Lever::cases_transferred, 40.0);
  EXPECT_EQ(sentence(design, values),
            "1 lever moved from isle-of-wight-2011 as its file says: Open cases that change hands from 70 % "
            "to 40 %.");
  values = with(values, Lever::posts_added, 1.0);
  EXPECT_EQ(sentence(design, values),
            "2 levers moved from isle-of-wight-2011 as its file says: Open cases that change hands from 70 % "
            "to 40 %; "
            "social workers' posts added from none to 1 post.");
  EXPECT_EQ(with_levers(design, values).title, design.title + ", with 2 levers moved");
}

TEST(Levers, TypedEntriesAreReadOrRefusedInWords) {
  double value = -1.0;
  EXPECT_EQ(read_entry(Lever::cases_transferred, "12.5", value), "");
  EXPECT_EQ(value, 12.5);
  EXPECT_EQ(read_entry(Lever::cases_transferred, "30 %", value), "");
  EXPECT_EQ(value, 30.0);
  for (const auto& [lever, text] :
       {std::pair{Lever::cases_transferred, "101"}, std::pair{Lever::training_hours, ""},
        std::pair{Lever::training_hours, "ten"}, std::pair{Lever::posts_added, "1.5"},
        std::pair{Lever::assessment_threshold, "nan"}, std::pair{Lever::training_hours, "3 %"}}) {
    EXPECT_NE(read_entry(lever, text, value).find("expected a number from"), std::string::npos) << text;
  }
  EXPECT_EQ(value, 30.0);
}

TEST(Levers, SliderStepsReachWhatIsPlausibleAndWhatIsSet) {
  LeverView view;
  view.lever = Lever::assessment_threshold;
  view.ground.plausible = {0.0, 0.4};
  view.written = view.value = 0.2;
  auto steps = slider_steps(view);
  EXPECT_EQ(steps.low, 0.0);
  EXPECT_EQ(steps.count, 8);
  EXPECT_EQ(steps.value_at(4), 0.2);  // exactly what a file's 0.2 reads as
  EXPECT_EQ(steps.index_of(0.2), 4);
  view.value = -0.3;
  EXPECT_NEAR(slider_steps(view).low, -0.3, 1e-12);
  view.value = 2.0;
  steps = slider_steps(view);
  EXPECT_NEAR(steps.value_at(steps.count), 2.0, 1e-12);
}

}  // namespace
}  // namespace lscb::ui

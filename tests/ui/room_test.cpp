// The room as a person uses it, without a display: pointer and keys in, words and figures out.
#include "ui/views/room.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "report/phrases.h"
#include "rig.h"

namespace lscb::ui {
namespace {

using test::quick_session;
using test::Rig;
using test::wait_until_idle;

class Room : public ::testing::Test {
 protected:
  Session session = quick_session();
  Rig rig{session};

  [[nodiscard]] bool shows(std::string_view words) {
    return rig.words_on_screen().find(words) != std::string::npos;
  }
  [[nodiscard]] const change::Restructure& restructure() {
    design_ = session.alternative();
    for (const auto& change : design_.changes) {
      if (const auto* r = std::get_if<change::Restructure>(&change.effect)) return *r;
    }
    ADD_FAILURE() << "no restructure";
    return none_;
  }

 private:
  world::Design design_;
  change::Restructure none_;
};

TEST_F(Room, AlwaysSaysHowFarTheFiguresMayBeTrusted) {
  EXPECT_TRUE(shows(report::heading));
  EXPECT_TRUE(shows(report::caution));
  EXPECT_TRUE(shows("Simulated families"));
  session.set_replications(4);
  rig.click("run");
  wait_until_idle(session);
  EXPECT_TRUE(shows(report::heading));
  EXPECT_TRUE(shows(report::caution));
}

TEST_F(Room, AClickOnRunBringsTheDifferenceIn) {
  EXPECT_TRUE(shows("What would the change do to missed assessments?"));
  session.set_replications(30);
  rig.click("run");
  EXPECT_EQ(session.progress().total, 30);
  wait_until_idle(session);
  rig.frame();
  EXPECT_TRUE(shows("30 of 30 runs, done"));
  EXPECT_TRUE(shows("How the difference settles"));
  // 0.7 of the cases, times 41 on average
  EXPECT_TRUE(shows("about 28.7 more children a year"));
  EXPECT_TRUE(shows(": children who needed an assessment and got none"));
  EXPECT_EQ(rig.state.landmarks.by_name.count("chart"), 1U);
  EXPECT_EQ(rig.state.landmarks.by_name.count("table"), 1U);
}

TEST_F(Room, TheRunKeyDoesWhatTheButtonDoes) {
  session.set_replications(2);
  rig.state.keys.run = true;
  rig.frame();
  wait_until_idle(session);
  EXPECT_EQ(session.answer()->result.base.replications, 2);
}

TEST_F(Room, DraggingALeverChangesTheSentenceAndTheDesign) {
  EXPECT_TRUE(shows("No lever moved: isle-of-wight-2011 as its file says."));
  EXPECT_DOUBLE_EQ(restructure().cases_transferred, 0.7);
  const auto slider = rig.where("slider 0");
  rig.press({slider.min.x + 4.0F, slider.centre().y});
  rig.release();
  EXPECT_EQ(session.levers()[0], 0.0);
  EXPECT_EQ(restructure().cases_transferred, 0.0);
  EXPECT_TRUE(shows(
      "1 lever moved from isle-of-wight-2011 as its file says: Open cases that change hands from 70 % to "
      "none."));
  rig.click("reset 0");
  EXPECT_DOUBLE_EQ(restructure().cases_transferred, 0.7);
  EXPECT_TRUE(shows("No lever moved"));
}

TEST_F(Room, ALeverStaysUnderThePointerWhileTheSentenceGrows) {
  const auto before = rig.where("slider 5");
  rig.type("entry 0", "1");
  rig.type("entry 1", "2");
  rig.type("entry 3", "0.1");
  rig.frame();
  EXPECT_EQ(rig.where("slider 5").min.y, before.min.y);
}

TEST_F(Room, AValueCanBeTyped) {
  rig.type("entry 1", "33");
  EXPECT_EQ(session.levers()[1], 33.0);
  EXPECT_EQ(restructure().training_hours, 33.0);
  EXPECT_TRUE(shows("Training for each worker from 15 hours to 33 hours"));
}

TEST_F(Room, AWrongEntryIsToldBesideTheFieldAndChangesNothing) {
  rig.type("entry 1", "many");
  EXPECT_EQ(session.levers()[1], 15.0);
  EXPECT_TRUE(shows("\"many\" is no such number: expected a number from 0 to 500 (hours)"));
  rig.type("entry 1", "16");
  EXPECT_EQ(session.levers()[1], 16.0);
  EXPECT_FALSE(shows("is no such number"));
}

TEST_F(Room, OneKeyResetsTheLeverUnderThePointerAndNoOther) {
  rig.type("entry 1", "33");
  rig.type("entry 2", "10");
  rig.point_at(rig.where("slider 1").centre());
  rig.strike(ImGuiKey_Escape);
  rig.frame();
  rig.state.keys.reset = true;
  rig.frame();
  EXPECT_EQ(session.levers()[1], 15.0);
  EXPECT_EQ(session.levers()[2], 10.0);
  rig.click("reset all");
  EXPECT_DOUBLE_EQ(session.levers()[2], 70.0);
}

TEST_F(Room, AnotherChangeIsChosenFromTheList) {
  rig.click("##change");
  rig.click("##change centre-cut");
  EXPECT_EQ(session.change().name, "centre-cut");
  EXPECT_EQ(session.levers()[0], 0.0);
  EXPECT_TRUE(shows("No lever moved: centre-cut as its file says."));
}

TEST_F(Room, FiguresOfAnOlderQuestionAreMarked) {
  session.set_replications(4);
  rig.click("run");
  wait_until_idle(session);
  EXPECT_FALSE(shows("what was asked before"));
  rig.type("entry 0", "10");
  EXPECT_TRUE(shows("These figures answer what was asked before"));
}

TEST_F(Room, TooFewRunsAreRefusedBesideTheirField) {
  rig.type("##runs", "1");
  EXPECT_EQ(session.replications(), 200);
  EXPECT_TRUE(shows("1 runs: expected 2 to 1,000,000"));
  rig.click("run");
  EXPECT_EQ(session.activity(), Activity::idle);
  rig.type("##runs", "5");
  EXPECT_EQ(session.replications(), 5);
}

TEST(RoomOfDoubt, ThatNothingCanBeSaidYetIsSaid) {
  // The change helps in every second life and harms in the others.
  Session session = quick_session([](const world::Design& d, kernel::WorldKey k, Interval i) {
    auto outcome = test::quick_model(d, k, i);
    const double swing = k.replication % 2 == 0 ? 30.0 : -29.0;
    outcome.figures[*measures::find("missed_assessments")] = 100.0 + (d.changes.empty() ? 0.0 : swing);
    return outcome;
  });
  session.set_replications(6);
  Rig rig{session};
  rig.click("run");
  wait_until_idle(session);
  rig.frame();
  const std::string words = rig.words_on_screen();
  EXPECT_NE(words.find("not enough runs to say (about"), std::string::npos) << words;
}

TEST(RoomOfDoubt, AFaultInTheProgramIsNotBlamedOnTheFiles) {
  Session session = quick_session([](const world::Design&, kernel::WorldKey, Interval) -> world::Outcome {
    throw std::runtime_error("nobody home");
  });
  Rig rig{session};
  rig.click("run");
  wait_until_idle(session);
  EXPECT_NE(rig.words_on_screen().find("A fault in the program, not in your files"), std::string::npos);
}

}  // namespace
}  // namespace lscb::ui

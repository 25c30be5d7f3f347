#include "ui/session/session.h"

#include <gtest/gtest.h>

#include <atomic>
#include <cstdio>
#include <stdexcept>

#include "report/data.h"
#include "rig.h"
#include "ui/session/rows.h"

namespace lscb::ui {
namespace {

using test::quick_model;
using test::quick_session;
using test::wait_until_idle;

TEST(Session, ListsTheScenariosAndChoosesTwo) {
  const auto session = quick_session();
  EXPECT_GE(session.scenarios().size(), 8U);
  EXPECT_EQ(session.base().design->scenario, "no-change");
  EXPECT_EQ(session.change().design->scenario, "isle-of-wight-2011");
  EXPECT_EQ(session.objection(), "");
  EXPECT_EQ(session.activity(), Activity::idle);
}

TEST(Session, TellsWhatIsWrongWithAScenario) {
  auto session = quick_session();
  session.choose_change("restructre");
  EXPECT_FALSE(session.change().design);
  EXPECT_NE(session.change().problem.find("restructure"), std::string::npos) << session.change().problem;
  EXPECT_NE(session.objection(), "");
  session.choose_change("restructure");
  EXPECT_EQ(session.objection(), "");
}

TEST(Session, TakesInWhatComesAndKeepsHowItSettled) {
  auto session = quick_session();
  session.set_replications(40);
  session.run();
  EXPECT_EQ(session.activity(), Activity::running);
  wait_until_idle(session);
  ASSERT_TRUE(session.answer());
  const Answer& answer = *session.answer();
  EXPECT_EQ(answer.result.base.replications, 40);
  ASSERT_FALSE(answer.glimpses.empty());
  EXPECT_EQ(answer.glimpses.back().replications, 40);
  for (std::size_t i = 1; i < answer.glimpses.size(); ++i) {
    EXPECT_LT(answer.glimpses[i - 1].replications, answer.glimpses[i].replications);
  }
  EXPECT_TRUE(session.answer_is_current());
  session.move(Lever::training_hours, 20.0);
  EXPECT_FALSE(session.answer_is_current());
  session.reset(Lever::training_hours);
  EXPECT_TRUE(session.answer_is_current());
}

TEST(Session, AMovedLeverReachesTheModel) {
  auto session = quick_session();
  session.set_replications(15);
  session.move(Lever::cases_transferred, 0.0);
  session.run();
  wait_until_idle(session);
  const auto headline = *headline_index(measures::catalogue());
  EXPECT_EQ(session.answer()->result.alternatives[0].differences[headline].estimate.mean, 0.0);
  session.move(Lever::cases_transferred, 50.0);
  session.run();
  wait_until_idle(session);
  EXPECT_NEAR(*session.answer()->result.alternatives[0].differences[headline].estimate.mean, 0.5 * 41.0,
              1e-9);
}

TEST(Session, StoppingKeepsWhatHasFinished) {
  std::atomic<int> calls{0};
  auto session = quick_session([&calls](const world::Design& d, kernel::WorldKey k, Interval i) {
    ++calls;
    std::this_thread::sleep_for(std::chrono::milliseconds{1});
    return quick_model(d, k, i);
  });
  session.set_replications(1'000'000);
  session.run();
  while (session.progress().done < 3) session.poll();
  session.stop();
  wait_until_idle(session);
  ASSERT_TRUE(session.answer());
  const auto& result = session.answer()->result;
  EXPECT_GE(result.base.replications, 3);
  EXPECT_LT(result.base.replications, 1'000'000);
  EXPECT_EQ(result.base.replications * 2, calls.load());
  EXPECT_EQ(result.replications_asked, 1'000'000);
}

TEST(Session, AFaultInTheModelIsToldAndEndsTheRun) {
  auto session = quick_session([](const world::Design&, kernel::WorldKey, Interval) -> world::Outcome {
    throw std::runtime_error("nobody home");
  });
  session.run();
  wait_until_idle(session);
  EXPECT_NE(session.failure().find("nobody home"), std::string::npos);
  EXPECT_FALSE(session.answer());
}

// Proves that a difference too small to act on keeps its sign in the window: in full, and short in the table.
TEST(Rows, ADifferenceTooSmallToMatterKeepsItsSign) {
  auto session = quick_session();
  session.set_replications(15);
  session.run();
  wait_until_idle(session);
  ASSERT_TRUE(session.answer());
  auto result = session.answer()->result;
  const auto headline = *headline_index(result.base.measures);
  auto& difference = result.alternatives[0].differences[headline];
  difference.estimate = {15, 38.0, 8.0, 33.0, 43.0};
  difference.delta = 43.4;
  difference.verdict = experiment::judge(difference.estimate, difference.delta);
  const Row row = row_of(result, headline);
  EXPECT_EQ(row.verdict, "no difference that matters: more, by less than the 43 you would act on");
  EXPECT_EQ(row.in_short, "more, by less than 43");
}

std::string output_of(const std::string& command) {
  std::string out;
  std::FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return out;
  std::array<char, 4096> part{};
  for (std::size_t n = 0; (n = std::fread(part.data(), 1, part.size(), pipe)) > 0;)
    out.append(part.data(), n);
  EXPECT_EQ(pclose(pipe), 0) << command;
  return out;
}

TEST(SameNumbers, TheWindowSaysWhatTheCommandSays) {
  Session session{test::shipped(), "no-change", "isle-of-wight-2011"};
  session.set_replications(3);
  session.set_seed(7);
  session.run();
  wait_until_idle(session);
  ASSERT_TRUE(session.answer());

  const std::string command =
      std::string{"LSCB_SCENARIOS='"} + LSCB_SCENARIO_FOLDER + "' '" + LSCB_PROGRAM +
      "' compare no-change isle-of-wight-2011 --replications 3 --seed 7 --no-progress";
  const std::string json = output_of(command + " --json");
  ASSERT_FALSE(json.empty());
  EXPECT_EQ(report::to_json(session.answer()->result, LSCB_VERSION), json);

  const std::string text = output_of(command);
  test::Rig rig{session};
  const std::string screen = rig.words_on_screen();
  const auto groups = first_page_rows(session.answer()->result);
  ASSERT_FALSE(groups.empty());
  int figures = 0;
  for (const auto& group : groups) {
    for (const auto& row : group.rows) {
      EXPECT_NE(text.find(row.difference), std::string::npos) << row.label << ": " << row.difference;
      EXPECT_NE(screen.find(row.difference), std::string::npos) << row.label << ": " << row.difference;
      EXPECT_NE(screen.find(row.base), std::string::npos) << row.label << ": " << row.base;
      EXPECT_NE(screen.find(row.in_short), std::string::npos) << row.label << ": " << row.in_short;
      ++figures;
    }
  }
  EXPECT_GE(figures, 10);
  for (const auto& row : groups.front().rows) {
    EXPECT_NE(text.find(row.verdict), std::string::npos) << row.label << ": " << row.verdict;
  }
}

}  // namespace
}  // namespace lscb::ui

// One sitting at the screen, without the screen: which scenarios are chosen, where the levers stand, the
// comparison that runs behind, and what it has said so far.
//
// Thread rule: one thread, the one that draws. The comparison has its own threads inside.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "experiment/compare.h"
#include "experiment/options.h"
#include "measures/catalogue.h"
#include "scenario/library.h"
#include "scenario/load.h"
#include "scenario/provenance.h"
#include "ui/session/levers.h"
#include "world/design.h"

namespace lscb::ui {

/// A scenario as its file says it, or why it cannot be had.
struct ChosenScenario {
  std::string name;  ///< as asked for: a name of the library or a path
  std::optional<world::Design> design;
  scenario::Provenance provenance;
  std::string problem;  ///< every mistake, one a line; empty if there is a design
};

/// What a comparison was asked: two equal questions have equal answers.
struct Question {
  std::string base;
  std::string change;
  LeverValues levers{};
  int replications = 200;
  std::uint64_t seed = 1;
  friend bool operator==(const Question&, const Question&) = default;
};

/// The headline's paired difference when so many replications were done.
struct Glimpse {
  int replications = 0;
  experiment::Estimate difference;
};

/// What has been found, together with what was asked.
struct Answer {
  Question question;
  std::string sentence;              ///< which levers were moved
  experiment::CompareResult result;  ///< over the replications finished so far
  std::vector<Glimpse> glimpses;     ///< by replications, rising
};

enum class Activity : std::uint8_t { idle, running, stopping };

class Session {
 public:
  /// Chooses `base` and `change`; what is wrong with them is kept as their problem.
  Session(scenario::Library library, std::string base, std::string change,
          experiment::Replicator replicator = experiment::the_model(),
          std::vector<measures::Measure> catalogue = measures::catalogue());

  /// Every scenario of the library, by name; areas are left out.
  [[nodiscard]] const std::vector<scenario::Entry>& scenarios() const { return scenarios_; }
  [[nodiscard]] const ChosenScenario& base() const { return base_; }
  [[nodiscard]] const ChosenScenario& change() const { return change_; }
  void choose_base(std::string name);
  /// Puts the levers where the scenario has them.
  void choose_change(std::string name);

  [[nodiscard]] const LeverValues& levers() const { return levers_; }
  void move(Lever lever, double value) { levers_[static_cast<std::size_t>(lever)] = value; }
  void reset(Lever lever);
  void reset_all();
  /// "2 levers moved from …"; empty without a chosen change.
  [[nodiscard]] std::string sentence() const;
  /// The alternative that would run now; empty without a chosen change.
  [[nodiscard]] world::Design alternative() const;

  [[nodiscard]] int replications() const { return replications_; }
  void set_replications(int replications) { replications_ = replications; }
  [[nodiscard]] std::uint64_t seed() const { return seed_; }
  void set_seed(std::uint64_t seed) { seed_ = seed; }

  [[nodiscard]] Question question() const;
  /// Why nothing can be run as things stand, in words; empty if it can.
  [[nodiscard]] std::string objection() const;

  /// Begins a comparison in the background; the answer before it is dropped. REQUIRES: objection() is empty
  /// and activity() is idle.
  void run();
  /// Begins no further replication; what has finished stays in the answer.
  void stop();
  /// Takes in what has come since. True if there is something new to draw. Call it before every frame.
  bool poll();

  [[nodiscard]] Activity activity() const { return activity_; }
  /// Of the comparison that runs, or ran last.
  [[nodiscard]] experiment::Progress progress() const { return progress_; }
  /// "about 20 s left"; empty before the first replication is done.
  [[nodiscard]] std::string time_left() const;
  /// Empty until two replications are done.
  [[nodiscard]] const std::optional<Answer>& answer() const { return answer_; }
  /// The answer belongs to what is chosen now: neither scenario, lever, runs nor seed has been changed since.
  [[nodiscard]] bool answer_is_current() const;
  /// What went wrong inside the program while running; empty if nothing did.
  [[nodiscard]] const std::string& failure() const { return failure_; }

 private:
  [[nodiscard]] ChosenScenario load(std::string name) const;
  [[nodiscard]] experiment::Options options() const;
  void take_snapshot();

  scenario::Library library_;
  experiment::Replicator replicator_;
  std::vector<measures::Measure> catalogue_;
  std::vector<scenario::Entry> scenarios_;
  ChosenScenario base_;
  ChosenScenario change_;
  LeverValues levers_{};
  int replications_ = 200;
  std::uint64_t seed_ = 1;

  std::unique_ptr<experiment::Comparison> comparison_;
  Activity activity_ = Activity::idle;
  experiment::Progress progress_;
  std::chrono::steady_clock::time_point begun_;
  Question asked_;
  std::string asked_sentence_;
  std::optional<Answer> answer_;
  std::string failure_;
};

/// The headline among the measures; none if the catalogue has no such.
[[nodiscard]] std::optional<std::size_t> headline_index(const std::vector<measures::Measure>& measures);

}  // namespace lscb::ui

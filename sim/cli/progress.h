// How far an experiment has come, on standard error; and Ctrl-C.
#pragma once

#include <atomic>
#include <chrono>
#include <string>

#include "cli/command.h"
#include "experiment/options.h"
#include "experiment/run.h"

namespace lscb::cli {

/// "about 1 min 20 s left", from the time taken so far; "" before anything is known.
[[nodiscard]] std::string time_left(double seconds_taken, experiment::Progress progress);

/// A bar that redraws itself on a terminal, or a line every tenth of the way elsewhere. One at a time.
class ProgressBar {
 public:
  /// `what`: is counted, in the plural.
  ProgressBar(ShowProgress show, bool result_on_stdout, const char* what = "replications");
  /// Wipes the bar.
  ~ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  /// Empty where nothing is shown. REQUIRES: the bar outlives the experiment.
  [[nodiscard]] experiment::ProgressCallback callback();

 private:
  void show(experiment::Progress progress);

  const char* what_;
  bool on_terminal_ = false;
  bool shown_ = false;
  bool drawn_ = false;
  int last_tenth_ = 0;
  std::chrono::steady_clock::time_point begun_;
  std::chrono::steady_clock::time_point last_drawn_;
};

/// From its making on the first Ctrl-C only asks to stop; the second ends the program. One at a time.
class Interrupt {
 public:
  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;
  [[nodiscard]] static const std::atomic<bool>& asked();
};

/// Runs `experiment(hooks)` with a bar while it lasts, and such that it stops when an Interrupt is asked to.
template <class Experiment>
auto with_bar(ShowProgress show, const Output& output, Experiment&& experiment,
              const char* what = "replications") {
  ProgressBar bar{show, output.to_stdout(), what};
  return experiment(experiment::Hooks{bar.callback(), &Interrupt::asked()});
}

}  // namespace lscb::cli

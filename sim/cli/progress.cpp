#include "cli/progress.h"

#include <fmt/core.h>
#include <unistd.h>

#include <cmath>
#include <csignal>
#include <cstdio>

namespace lscb::cli {
namespace {

constexpr int bar_width = 30;
std::atomic<bool> interrupted{false};
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may only touch lock-free values");

extern "C" void on_interrupt(int) {
  interrupted = true;
  std::signal(SIGINT, SIG_DFL);
}

}  // namespace

std::string time_left(double seconds_taken, experiment::Progress progress) {
  if (progress.done <= 0) return {};
  const double left = seconds_taken / progress.done * (progress.total - progress.done);
  const auto seconds = static_cast<long>(std::ceil(left));
  if (seconds < 60) return fmt::format("about {} s left", seconds);
  if (seconds < 3600) return fmt::format("about {} min {} s left", seconds / 60, seconds % 60);
  return fmt::format("about {} h {} min left", seconds / 3600, seconds % 3600 / 60);
}

ProgressBar::ProgressBar(ShowProgress show, bool result_on_stdout, const char* what)
    : what_(what),
      on_terminal_(::isatty(STDERR_FILENO) != 0),
      begun_(std::chrono::steady_clock::now()),
      last_drawn_(begun_) {
  shown_ = show == ShowProgress::always ||
           (show == ShowProgress::on_a_terminal && on_terminal_ && !result_on_stdout);
}

ProgressBar::~ProgressBar() {
  if (drawn_ && on_terminal_) std::fputs("\r\x1b[K", stderr);
}

experiment::ProgressCallback ProgressBar::callback() {
  if (!shown_) return {};
  return [this](experiment::Progress progress) { show(progress); };
}

void ProgressBar::show(experiment::Progress progress) {
  const auto now = std::chrono::steady_clock::now();
  const std::string left = time_left(std::chrono::duration<double>(now - begun_).count(), progress);
  if (on_terminal_) {
    if (drawn_ && progress.done < progress.total && now - last_drawn_ < std::chrono::milliseconds{100})
      return;
    const int filled = static_cast<int>(static_cast<long>(bar_width) * progress.done / progress.total);
    std::string bar(static_cast<std::size_t>(filled), '#');
    bar.resize(bar_width, '.');
    const std::string line =
        fmt::format("\r[{}] {} of {} {}, {}\x1b[K", bar, progress.done, progress.total, what_, left);
    std::fputs(line.c_str(), stderr);
    std::fflush(stderr);
  } else {
    const int tenth = static_cast<int>(10L * progress.done / progress.total);
    if (tenth == last_tenth_) return;
    last_tenth_ = tenth;
    std::fprintf(stderr, "%d of %d %s, %s\n", progress.done, progress.total, what_, left.c_str());
  }
  drawn_ = true;
  last_drawn_ = now;
}

Interrupt::Interrupt() {
  interrupted = false;
  std::signal(SIGINT, on_interrupt);
}

Interrupt::~Interrupt() {
  std::signal(SIGINT, SIG_DFL);
}

const std::atomic<bool>& Interrupt::asked() {
  return interrupted;
}

}  // namespace lscb::cli

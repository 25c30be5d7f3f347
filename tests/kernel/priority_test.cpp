// Two classes before one server, the first with priority, against the classical means (Kleinrock, "Queueing
// Systems", volume 2, 1976, sections 3.3 and 3.4). The server is interrupted or not; interrupted work is
// resumed.

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <deque>
#include <vector>

#include "kernel/calendar.h"
#include "kernel/distributions.h"
#include "occupancy.h"
#include "support/equivalence.h"

namespace lscb::proof {
namespace {

using kernel::Cause;
using kernel::Draws;
using kernel::Handle;
using kernel::Tick;
using kernel::WorldKey;

constexpr int kClasses = 2;
constexpr std::array<double, kClasses> kRate = {0.4, 0.25};  // arrivals per unit
// Gamma services, cv 0.5: unlike exponential ones they tell resuming from beginning again.
constexpr std::array<double, kClasses> kMeanService = {0.75, 1.6};  // units
constexpr double kShape = 4.0;
constexpr double kLoad1 = 0.4 * 0.75;
constexpr double kLoad2 = 0.25 * 1.6;
constexpr double kResidual1 =
    0.4 * 0.75 * 0.75 * 1.25 / 2;  // arrival rate times half the second moment of service
constexpr double kResidual2 = 0.25 * 1.6 * 1.6 * 1.25 / 2;

class PriorityServer {
 public:
  PriorityServer(WorldKey world, bool interrupts)
      : world_(world), interrupts_(interrupts), present_{Occupancy(kWindow), Occupancy(kWindow)} {}

  // Mean number present, by class.
  std::array<double, kClasses> run() {
    for (int rank = 0; rank < kClasses; ++rank) schedule_arrival(rank);
    kernel::Fired<Event> fired;
    while (calendar_.next_until(kWindow.to, fired)) {
      if (fired.event.arrives) {
        arrive(fired.event.rank, fired.at);
      } else {
        finish(fired.at);
      }
    }
    std::array<double, kClasses> means{};
    if (busy_)
      present_[static_cast<std::size_t>(now_served_.rank)].still_here(now_served_.arrived, kWindow.to);
    for (std::size_t rank = 0; rank < kClasses; ++rank) {
      for (const Job& job : line_[rank]) present_[rank].still_here(job.arrived, kWindow.to);
      present_[rank].check(kWindow.to);
      means[rank] = present_[rank].mean(kWindow.to);
    }
    return means;
  }

 private:
  static constexpr kernel::Window kWindow{units(1'500), units(16'500)};
  struct Event {
    bool arrives;
    int rank;
  };
  struct Job {
    int rank;
    Tick arrived;
    Tick left;  // work still to be done
  };

  void schedule_arrival(int rank) {
    const auto i = static_cast<std::size_t>(rank);
    Draws draws(world_, Cause::root().child(1 + i, arrivals_[i]++));
    calendar_.schedule(calendar_.now() + kernel::exponential_ticks(draws, kUnit / kRate[i]), {true, rank});
  }

  void arrive(int rank, Tick now) {
    schedule_arrival(rank);
    const auto i = static_cast<std::size_t>(rank);
    Draws draws(world_, Cause::root().child(11 + i, arrivals_[i]));
    const Job job{rank, now,
                  static_cast<Tick>(kernel::gamma(draws, kShape, kUnit * kMeanService[i] / kShape) + 0.5)};
    present_[i].arrive(now);
    if (!busy_) {
      serve(job, now);
    } else if (interrupts_ && rank < now_served_.rank) {
      now_served_.left = calendar_.time_of(completion_) - now;
      calendar_.cancel(completion_);
      line_[static_cast<std::size_t>(now_served_.rank)].push_front(now_served_);
      serve(job, now);
    } else {
      line_[i].push_back(job);
    }
  }

  void serve(const Job& job, Tick now) {
    busy_ = true;
    now_served_ = job;
    completion_ = calendar_.schedule(now + job.left, {false, job.rank});
  }

  void finish(Tick now) {
    present_[static_cast<std::size_t>(now_served_.rank)].leave(now_served_.arrived, now);
    busy_ = false;
    for (std::deque<Job>& line : line_) {
      if (line.empty()) continue;
      const Job next = line.front();
      line.pop_front();
      serve(next, now);
      return;
    }
  }

  WorldKey world_;
  bool interrupts_;
  kernel::Calendar<Event> calendar_;
  std::array<std::uint64_t, kClasses> arrivals_{};
  std::array<std::deque<Job>, kClasses> line_;
  std::array<Occupancy, kClasses> present_;
  Job now_served_{};
  Handle completion_;
  bool busy_ = false;
};

void expect_means(const Claim& first, double first_sojourn, const Claim& second, double second_sojourn,
                  bool interrupts) {
  expect_equivalent({{first, kRate[0] * first_sojourn}, {second, kRate[1] * second_sojourn}},
                    [&](WorldKey world) {
                      const auto means = PriorityServer(world, interrupts).run();
                      return std::vector<double>(means.begin(), means.end());
                    });
}

const Claim kHeadFirst("two classes, not interrupted: mean number of the first class");
const Claim kHeadSecond("two classes, not interrupted: mean number of the second class");

TEST(Priority, NotInterrupted) {
  const double residual = kResidual1 + kResidual2;
  expect_means(kHeadFirst, kMeanService[0] + residual / (1 - kLoad1), kHeadSecond,
               kMeanService[1] + residual / ((1 - kLoad1) * (1 - kLoad1 - kLoad2)), false);
}

const Claim kResumeFirst("two classes, interrupted and resumed: mean number of the first class");
const Claim kResumeSecond("two classes, interrupted and resumed: mean number of the second class");

TEST(Priority, InterruptedAndResumed) {
  const double first = kMeanService[0] + kResidual1 / (1 - kLoad1);
  const double second =
      kMeanService[1] / (1 - kLoad1) + (kResidual1 + kResidual2) / ((1 - kLoad1) * (1 - kLoad1 - kLoad2));
  expect_means(kResumeFirst, first, kResumeSecond, second, true);
}

}  // namespace
}  // namespace lscb::proof

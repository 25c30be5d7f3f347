// How much of what a plan or a CAF owes a family has come, lately.
#pragma once

#include <cmath>

namespace lscb::world {

/// A running mean of the worth of visits that fell due: 1 made and the children seen, 0 missed. What is felt
/// of it goes in eighths: finer steps would change rates without changing anything that anyone could notice.
class Delivery {
 public:
  Delivery() = default;
  /// REQUIRES: 0..1, as everywhere here.
  explicit Delivery(double share) : share_(share) {}

  /// 0 until a first visit.
  [[nodiscard]] double share() const { return share_; }
  [[nodiscard]] double felt() const { return static_cast<double>(std::lround(share_ * 8.0)) / 8.0; }

  /// A visit of that worth. `memory`: over how many visits the mean runs, >= 1. True if it is felt.
  [[nodiscard]] bool add(double worth, double memory) {
    const double before = felt();
    share_ += (worth - share_) / memory;
    return felt() != before;
  }

 private:
  double share_ = 0.0;
};

}  // namespace lscb::world

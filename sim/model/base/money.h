// Money: whole pence. Pounds never become hours, and no sum is ever a floating-point number.
#pragma once

#include <compare>
#include <cstdint>

namespace lscb {

class Pence {
 public:
  constexpr Pence() = default;
  constexpr explicit Pence(std::int64_t count) : count_(count) {}
  [[nodiscard]] constexpr std::int64_t count() const { return count_; }
  constexpr auto operator<=>(const Pence&) const = default;
  constexpr Pence& operator+=(Pence other) {
    count_ += other.count_;
    return *this;
  }
  constexpr Pence& operator-=(Pence other) {
    count_ -= other.count_;
    return *this;
  }

 private:
  std::int64_t count_ = 0;
};

constexpr Pence operator+(Pence a, Pence b) {
  return Pence{a.count() + b.count()};
}
constexpr Pence operator-(Pence a, Pence b) {
  return Pence{a.count() - b.count()};
}
constexpr Pence operator*(Pence a, std::int64_t factor) {
  return Pence{a.count() * factor};
}
constexpr Pence pounds(std::int64_t n) {
  return Pence{n * 100};
}
constexpr double in_pounds(Pence p) {
  return static_cast<double>(p.count()) / 100.0;
}

/// `part` of `whole` of an amount, rounded to the nearest penny. REQUIRES: whole > 0.
constexpr Pence share(Pence amount, std::int64_t part, std::int64_t whole) {
  const std::int64_t product = amount.count() * part;
  return Pence{(product >= 0 ? product + whole / 2 : product - whole / 2) / whole};
}

}  // namespace lscb

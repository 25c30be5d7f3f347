// How fast things happen: rates a year from need, age, the family's circumstances and the services' hold.
// Plain arithmetic without memory; README.md beside this file gives the formulae in words.
#pragma once

#include <array>
#include <cstdint>

#include "life/parameters.h"

namespace lscb::life {

/// What services do to one child's life, set from outside. The neutral value is a life without services.
struct Influence {
  double up_factor = 1.0;    ///< on the rate at which need rises, 0..1
  double down_factor = 1.0;  ///< on the rate at which need falls, 1..6
  double protection = 0.0;   ///< share of serious harms averted, 0..1
  bool removed = false;      ///< looked after away from the household
};

enum class AgeBand : std::uint8_t { unborn, under_1, from_1_to_4, from_5_to_10, from_11_to_17 };

/// What raises the need of every child in a family.
struct Circumstances {
  float frailty = 1.0F;
  bool unsettled = false;    ///< expecting, or with an infant
  bool newcomer = false;     ///< moved into the area within the year
  bool adult_there = false;  ///< a dangerous adult
};

class Rates {
 public:
  /// REQUIRES: every parameter set; intensity > 0.
  Rates(const Parameters& parameters, double intensity);

  /// Of a family.
  [[nodiscard]] float crises(const Circumstances& family) const { return crises_ * family.frailty; }
  [[nodiscard]] float adult_arrives(const Circumstances& family) const {
    return adult_arrives_ * family.frailty;
  }
  [[nodiscard]] float adult_leaves() const { return adult_leaves_; }

  /// Of a child whose own need is `need`, 0..3. Need 3 does not rise, need 0 does not fall.
  [[nodiscard]] float need_up(int need, const Circumstances& family, const Influence& influence) const;
  [[nodiscard]] float need_down(int need, const Influence& influence) const;
  /// Of a child whose effective need is `need`. None for a child removed, and no harm before birth.
  [[nodiscard]] float incidents(int need, AgeBand band, const Influence& influence) const;
  [[nodiscard]] float harms(int need, AgeBand band, const Influence& influence) const;

  /// Severity, in levels of need 0..4, of an incident at an effective need, from a uniform share 0..1. Rises
  /// with both.
  [[nodiscard]] float severity(int need, double share) const {
    const auto n = static_cast<std::size_t>(need);
    return lowest_[n] + (highest_[n] - lowest_[n]) * static_cast<float>(share);
  }

  /// Long-run weight of each need, that of need 0 being 1, of a child without services in a family whose
  /// circumstances do not change: the flows up and down across each cut of the chain balance, a crisis
  /// lifting need to at least 2.
  [[nodiscard]] std::array<double, 4> stationary_need(const Circumstances& family) const;

  /// Long-run chance that a dangerous adult is in the family.
  [[nodiscard]] double stationary_adult(const Circumstances& family) const;

 private:
  std::array<float, 4> up_{};    // by need, at frailty 1; 0 at need 3
  std::array<float, 4> down_{};  // 0 at need 0
  std::array<float, 4> incidents_{};
  std::array<float, 4> harms_{};  // at ages 5-10; 0 at need 0
  std::array<float, 5> harm_factor_{};
  std::array<float, 4> lowest_{}, highest_{};
  float higher_ = 0.0F;
  float expecting_factor_ = 1.0F, moved_factor_ = 1.0F, adult_factor_ = 1.0F;
  float removed_down_ = 1.0F, removed_harm_ = 1.0F;
  float unborn_incidents_ = 1.0F;
  float crises_ = 0.0F, adult_arrives_ = 0.0F, adult_leaves_ = 0.0F;
};

inline float Rates::need_up(int need, const Circumstances& family, const Influence& influence) const {
  float rate = up_[static_cast<std::size_t>(need)] * static_cast<float>(influence.up_factor);
  rate *= need == 0 ? family.frailty : 1.0F - higher_ + higher_ * family.frailty;
  if (family.unsettled) rate *= expecting_factor_;
  if (family.newcomer) rate *= moved_factor_;
  if (family.adult_there && !influence.removed) rate *= adult_factor_;
  return rate;
}

inline float Rates::need_down(int need, const Influence& influence) const {
  const float rate = down_[static_cast<std::size_t>(need)] * static_cast<float>(influence.down_factor);
  return influence.removed ? rate * removed_down_ : rate;
}

inline float Rates::incidents(int need, AgeBand band, const Influence& influence) const {
  if (influence.removed) return 0.0F;
  return incidents_[static_cast<std::size_t>(need)] * (band == AgeBand::unborn ? unborn_incidents_ : 1.0F);
}

inline float Rates::harms(int need, AgeBand band, const Influence& influence) const {
  const float rate = harms_[static_cast<std::size_t>(need)] * harm_factor_[static_cast<std::size_t>(band)] *
                     static_cast<float>(1.0 - influence.protection);
  return influence.removed ? rate * removed_harm_ : rate;
}

}  // namespace lscb::life

// Who is in a post: what they bring with them, and what they have learned here. No name, no history of their
// own beyond it.
#pragma once

#include "base/time.h"
#include "kernel/keyed_random.h"
#include "workforce/parameters.h"

namespace lscb::workforce {

enum class Holder : std::uint8_t { vacant, permanent, agency };

struct Person {
  Minutes experience_before;     ///< in the work, on the first day in this post
  bool newly_qualified = false;  ///< new to the work on that day
  double aptitude = 0.0;         ///< mark in 0..1: rank among all who might have come, for a practice model
  double practised = 0.0;        ///< hours of training and coaching in the practice model here

  /// Experience in the work, here and before. REQUIRES: since <= now.
  [[nodiscard]] Minutes experience(Instant since, Instant now) const {
    return experience_before + (now - since);
  }
  /// Under a year in the work, wherever it was begun. REQUIRES: since <= now.
  [[nodiscard]] bool in_first_year(Instant since, Instant now) const {
    return experience(since, now) < years(1);
  }
};

/// How well somebody works in a systemic practice model, 0..1: what they bring, by aptitude, and what
/// training and coaching add. c = b + (1 - b)(1 - e^(-hours / practice_hours)), b = aptitude^((1 - m) / m)
/// with mean m = practice_untrained. An assumption: the direction is the practice founders' own (facts 3b),
/// the form is ours.
[[nodiscard]] double competence(const Parameters& parameters, const Person& person);

/// Whoever comes. A share of permanent newcomers is new to the work; others, and all agency staff, bring
/// exponential years. `cause` is the post's tenure (and the round of agency cover).
[[nodiscard]] Person draw_person(const Parameters& parameters, Holder holder, kernel::WorldKey key,
                                 kernel::Cause cause);

/// 1 for somebody new to the work, falling in a straight line to 0 at `experience_years`.
[[nodiscard]] double inexperience(const Parameters& parameters, Minutes experience);

}  // namespace lscb::workforce

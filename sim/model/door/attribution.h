// Why a decision went no further: which of the rule's own terms it rested on.
//
// The terms are players of a game worth 1 to a set of them if the decision, with those terms restored to the
// reference worker's and the others as they were, would have gone on, and else nothing. Each has its Shapley
// share of what all of them together are worth: what restoring it adds, on the mean over all orders in which
// they could be restored (Shapley, Contributions to the Theory of Games II, 1953). So the shares of a
// decision add up to 1 where restoring all would have helped, and to 0 where it would not. Exact, by all
// subsets of the terms that are not at the reference already; the others have a share of 0 in any case.
//
// Thread rule: pure.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "door/parameters.h"
#include "door/screening.h"

namespace lscb::door {

/// A term of the rule, and what restoring it means.
enum class Term : std::uint8_t {
  history,     ///< the chronology is read
  checks,      ///< what partners' records hold is known
  policy,      ///< the published thresholds and anchor
  label,       ///< the last label does not pull
  backlog,     ///< no work waits
  engagement,  ///< seeming to engage counts for nothing
  account,     ///< the parents' account is tested
  yardstick,   ///< the team measures by the reference
  chance,      ///< who decides has no noise
  vagueness,   ///< the caller says what happened
};
inline constexpr std::size_t term_count = 10;
[[nodiscard]] const char* id(Term term);     ///< "history"
[[nodiscard]] const char* words(Term term);  ///< "the chronology was not read"

/// What the decision had to reach to go on.
enum class Bar : std::uint8_t { referral, assessment };

/// What better work would have put before who decided.
struct Obtainable {
  bool adult_on_record = false;
  double signal = 0.0;  ///< once the caller says what happened
  friend bool operator==(const Obtainable&, const Obtainable&) = default;
};

/// A decision as it was weighed.
struct Weighed {
  Evidence evidence;
  Decider decider;
  Policy policy;
  Obtainable obtainable;
  Bar bar = Bar::assessment;
};

using Terms = std::uint16_t;  ///< bit by Term
inline constexpr Terms all_terms = (1U << term_count) - 1;

/// Whether it goes on with those terms restored. O(1).
[[nodiscard]] bool goes_on(const Parameters& parameters, const Weighed& weighed, Terms restored);

struct Attribution {
  bool would_have_gone_on = false;          ///< with all terms restored
  std::array<double, term_count> shares{};  ///< by Term; they sum to 1, or are all 0
};

/// REQUIRES: it did not go on. O(2^n) in the terms that are not at the reference, at most 2^10.
[[nodiscard]] Attribution attribute(const Parameters& parameters, const Weighed& weighed);

}  // namespace lscb::door

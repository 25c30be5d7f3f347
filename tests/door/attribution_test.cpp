// Why a decision went no further: shares that add up, and go where there is one cause, two, or none.
#include "door/attribution.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <string>
#include <vector>

#include "example.h"

namespace lscb::door {
namespace {

constexpr int cases = 400;

double sum(const Attribution& why) {
  return std::accumulate(why.shares.begin(), why.shares.end(), 0.0);
}

double share(const Attribution& why, Term term) {
  return why.shares[static_cast<std::size_t>(term)];
}

/// A decision in which every term stands at the reference: nothing to restore.
Weighed at_the_reference(double signal) {
  Weighed w;
  w.evidence.signal = signal;
  w.evidence.chronology_read = true;
  w.evidence.account_tested = true;
  w.decider.yardstick = example().norm_reference;
  w.obtainable = {false, signal};
  return w;
}

/// What passes the bar by `margin` at the reference.
Weighed passing(double margin) {
  const Parameters p = example();
  double signal = 0.0;
  while (!goes_on(p, at_the_reference(signal), 0)) signal += 0.001;
  return at_the_reference(signal + margin);
}

/// A way in which each term can come to stand between the case and the bar.
struct Cause {
  Term term;
  std::function<void(Weighed&)> brought;
};

std::vector<Cause> causes() {
  return {
      {Term::history,
       [](Weighed& w) {  // all of the margin comes from a long file
         w.evidence.signal -= 0.3;
         w.obtainable.signal = w.evidence.signal;
         w.evidence.concerns_on_file = 100.0;
         w.evidence.chronology_read = false;
       }},
      {Term::checks,
       [](Weighed& w) {
         w.evidence.signal -= 0.3;
         w.obtainable = {true, w.evidence.signal};
       }},
      {Term::policy, [](Weighed& w) { w.policy.assessment_shift = w.policy.section47_shift = 1.0; }},
      {Term::label, [](Weighed& w) { w.evidence.label = record::Label::caf; }},
      {Term::backlog, [](Weighed& w) { w.decider.backlog_weeks = 10.0; }},
      {Term::engagement, [](Weighed& w) { w.evidence.engages = true; }},
      {Term::account,
       [](Weighed& w) {
         w.evidence.account_tested = false;
         w.evidence.account = 2.0;
       }},
      {Term::yardstick, [](Weighed& w) { w.decider.yardstick += 2.0; }},
      {Term::chance, [](Weighed& w) { w.decider.noise = -3.0; }},
      {Term::vagueness,
       [](Weighed& w) {
         w.evidence.specific = false;
         w.evidence.signal -= 0.5;
       }},
  };
}

TEST(Attribution, OnePossibleCauseGetsAll) {
  const Parameters p = example();
  for (const Cause& cause : causes()) {
    Weighed w = passing(0.01);
    cause.brought(w);
    ASSERT_FALSE(goes_on(p, w, 0)) << id(cause.term) << " stands in the way";
    const Attribution why = attribute(p, w);
    EXPECT_TRUE(why.would_have_gone_on) << id(cause.term);
    for (std::size_t i = 0; i < term_count; ++i) {
      const auto term = static_cast<Term>(i);
      EXPECT_DOUBLE_EQ(share(why, term), term == cause.term ? 1.0 : 0.0)
          << id(cause.term) << ": " << id(term);
    }
  }
}

// Switched off, a cause has no share, whatever else stood in the way.
TEST(Attribution, ACauseSwitchedOffGetsNothing) {
  const Parameters p = example();
  const std::vector<Cause> all = causes();
  for (const Cause& off : all) {
    Weighed w = passing(0.4);
    for (const Cause& cause : all) {
      if (cause.term != off.term) cause.brought(w);
    }
    ASSERT_FALSE(goes_on(p, w, 0));
    EXPECT_DOUBLE_EQ(share(attribute(p, w), off.term), 0.0) << id(off.term);
  }
}

// Each of two suffices to stop it: restoring either alone helps nothing, and they share alike.
TEST(Attribution, TwoSufficientCausesShareAlike) {
  const Parameters p = example();
  Weighed w = passing(0.01);
  w.decider.backlog_weeks = 10.0;
  w.evidence.engages = true;
  ASSERT_FALSE(goes_on(p, w, 0));
  for (const Term term : {Term::backlog, Term::engagement})
    EXPECT_FALSE(goes_on(p, w, static_cast<Terms>(1U << static_cast<unsigned>(term))))
        << "no but-for: " << id(term);
  const Attribution why = attribute(p, w);
  EXPECT_DOUBLE_EQ(share(why, Term::backlog), 0.5);
  EXPECT_DOUBLE_EQ(share(why, Term::engagement), 0.5);
}

TEST(Attribution, WhatNoTermStoppedHasNoShares) {
  const Parameters p = example();
  Weighed w = at_the_reference(0.1);
  w.decider.backlog_weeks = 10.0;
  w.evidence.engages = true;
  ASSERT_FALSE(goes_on(p, w, all_terms));
  const Attribution why = attribute(p, w);
  EXPECT_FALSE(why.would_have_gone_on);
  for (const double s : why.shares) EXPECT_EQ(s, 0.0);
}

/// Shapley's value by its definition: the mean over all orders of what each adds when its turn comes.
std::array<double, term_count> by_orders(const Parameters& p, const Weighed& w) {
  std::array<std::size_t, term_count> order{};
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::array<double, term_count> sums{};
  constexpr int orders = 4000;  // of 10!: a sample, the same for every case
  std::uint64_t state = 88172645463325252U;
  for (int n = 0; n < orders; ++n) {
    for (std::size_t i = term_count - 1; i > 0; --i) {
      state ^= state << 13U;
      state ^= state >> 7U;
      state ^= state << 17U;
      std::swap(order[i], order[state % (i + 1)]);
    }
    Terms restored = 0;
    bool before = goes_on(p, w, restored);
    for (const std::size_t i : order) {
      restored = static_cast<Terms>(restored | 1U << i);
      const bool now = goes_on(p, w, restored);
      sums[i] += static_cast<int>(now) - static_cast<int>(before);
      before = now;
    }
  }
  for (double& s : sums) s /= orders;
  return sums;
}

Weighed some_decision() {
  Weighed w{some_evidence(), some_decider(), some_policy(), {}, Bar::assessment};
  w.obtainable = {w.evidence.adult_on_record || *rc::gen::arbitrary<bool>(), w.evidence.signal + 0.5};
  if (*rc::gen::arbitrary<bool>()) w.bar = Bar::referral;
  return w;
}

/// One that would go on at the reference, with any of the causes in its way.
Weighed some_hindered_decision() {
  Weighed w = passing(*rc::gen::inRange(1, 80) / 100.0);
  for (const Cause& cause : causes()) {
    if (*rc::gen::arbitrary<bool>()) cause.brought(w);
  }
  return w;
}

// With the rest that no term stopped the shares add up exactly, decision by decision.
TEST(Attribution, SharesAddUp) {
  const Parameters p = example();
  proof::holds(cases, [&] {
    const Weighed w = some_decision();
    RC_PRE(!goes_on(p, w, 0));
    const Attribution why = attribute(p, w);
    RC_ASSERT(why.would_have_gone_on == goes_on(p, w, all_terms));
    RC_ASSERT(std::abs(sum(why) - (why.would_have_gone_on ? 1.0 : 0.0)) < 1e-12);
  });
}

// The sum over subsets is the mean over orders: within 5 standard errors of a sample of 4,000 orders, so that
// a right program fails once in ten thousand cases or less often (a share's deviation over orders is below
// 1).
TEST(Attribution, IsTheMeanOverOrders) {
  const Parameters p = example();
  proof::holds(30, [&] {
    const Weighed w = some_hindered_decision();
    RC_PRE(!goes_on(p, w, 0) && goes_on(p, w, all_terms));
    const Attribution why = attribute(p, w);
    const auto sampled = by_orders(p, w);
    for (std::size_t i = 0; i < term_count; ++i)
      RC_ASSERT(std::abs(why.shares[i] - sampled[i]) < 5.0 / std::sqrt(4000.0));
  });
}

TEST(Attribution, TermsHaveNamesOfTheirOwn) {
  for (std::size_t a = 0; a < term_count; ++a) {
    for (std::size_t b = 0; b < a; ++b) {
      EXPECT_STRNE(id(static_cast<Term>(a)), id(static_cast<Term>(b)));
      EXPECT_STRNE(words(static_cast<Term>(a)), words(static_cast<Term>(b)));
    }
  }
}

}  // namespace
}  // namespace lscb::door

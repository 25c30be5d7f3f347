#include "door/attribution.h"

#include "kernel/assert.h"
#include "kernel/shapley.h"

namespace lscb::door {
namespace {

constexpr bool has(Terms terms, Term term) {
  return (terms >> static_cast<unsigned>(term) & 1U) != 0;
}

/// What restoring those terms makes of it.
Weighed restored_to(const Parameters& p, const Weighed& as_it_was, Terms restored) {
  Weighed w = as_it_was;
  if (has(restored, Term::history)) w.evidence.chronology_read = true;
  if (has(restored, Term::checks)) w.evidence.adult_on_record = w.obtainable.adult_on_record;
  if (has(restored, Term::policy)) w.policy = Policy{};
  if (has(restored, Term::label)) w.evidence.label = record::Label::none;
  if (has(restored, Term::backlog)) w.decider.backlog_weeks = 0.0;
  if (has(restored, Term::engagement)) w.evidence.engages = false;
  if (has(restored, Term::account)) w.evidence.account_tested = true;
  if (has(restored, Term::yardstick)) w.decider.yardstick = p.norm_reference;
  if (has(restored, Term::chance)) w.decider.noise = 0.0;
  if (has(restored, Term::vagueness) && !w.evidence.specific) {
    w.evidence.specific = true;
    w.evidence.signal = w.obtainable.signal;
  }
  return w;
}

/// Terms whose restoring changes what is weighed.
Terms players(const Parameters& p, const Weighed& w) {
  Terms all = 0;
  for (unsigned i = 0; i < term_count; ++i) {
    const auto one = static_cast<Terms>(1U << i);
    const Weighed restored = restored_to(p, w, one);
    if (!(restored.evidence == w.evidence && restored.decider == w.decider && restored.policy == w.policy))
      all = static_cast<Terms>(all | one);
  }
  return all;
}

/// |S|! (n - |S| - 1)! / n!, by |S|: the share of all orders in which just the set S comes before one player.
std::array<double, term_count> weights(std::size_t n) {
  std::array<double, term_count> all{};
  double weight = 1.0 / static_cast<double>(n);
  for (std::size_t size = 0; size < n; ++size) {
    all[size] = weight;
    if (size + 1 < n) weight *= static_cast<double>(size + 1) / static_cast<double>(n - size - 1);
  }
  return all;
}

}  // namespace

const char* id(Term term) {
  static constexpr std::array<const char*, term_count> ids = {"history", "checks",     "policy",  "label",
                                                              "backlog", "engagement", "account", "yardstick",
                                                              "chance",  "vagueness"};
  return ids[static_cast<std::size_t>(term)];
}

const char* words(Term term) {
  static constexpr std::array<const char*, term_count> all = {
      "the chronology was not read",
      "partner agencies' records were not known",
      "policy had moved the thresholds",
      "the last, lower label pulled",
      "work was waiting",
      "the family seemed to engage",
      "the parents' account was taken as given",
      "the team's yardstick had drifted",
      "chance: who decided saw it otherwise than most",
      "the caller spoke in general terms"};
  return all[static_cast<std::size_t>(term)];
}

bool goes_on(const Parameters& p, const Weighed& weighed, Terms restored) {
  const Weighed w = restored_to(p, weighed, restored);
  const double total = score(p, w.evidence, w.decider, w.policy).total();
  const Thresholds t = in_force(p, w.policy);
  return total >= t.section47 || total >= (w.bar == Bar::referral ? t.referral : t.assessment);
}

Attribution attribute(const Parameters& p, const Weighed& weighed) {
  LSCB_DEBUG_ASSERT(!goes_on(p, weighed, 0), "only a decision that went no further has a why");
  Attribution result;
  result.would_have_gone_on = goes_on(p, weighed, all_terms);
  const Terms playing = players(p, weighed);
  std::array<unsigned, term_count> who{};
  std::size_t n = 0;
  for (unsigned i = 0; i < term_count; ++i) {
    if ((playing >> i & 1U) != 0) who[n++] = i;
  }
  if (!result.would_have_gone_on || n == 0) return result;

  std::array<bool, std::size_t{1} << term_count> worth{};
  const std::size_t sets = std::size_t{1} << n;
  for (std::size_t set = 0; set < sets; ++set) {
    Terms restored = 0;
    for (std::size_t i = 0; i < n; ++i) {
      if ((set >> i & 1U) != 0) restored = static_cast<Terms>(restored | 1U << who[i]);
    }
    worth[set] = goes_on(p, weighed, restored);
  }
  const auto weight = weights(n);
  kernel::each_joining(
      n, [&](std::size_t set) { return static_cast<int>(worth[set]); },
      [&](std::size_t i, std::size_t size, int adds) { result.shares[who[i]] += weight[size] * adds; });
  return result;
}

}  // namespace lscb::door

// Laws of chance of what is observed, against theory.
#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "example.h"
#include "observe/finding.h"
#include "support/equivalence.h"

namespace lscb::observe {
namespace {

using proof::Claim;
using proof::Scale;

constexpr std::uint64_t draws = 4000;  // a run

template <class Answer>
double mean_of(Answer&& answer) {
  double sum = 0.0;
  for (std::uint64_t i = 0; i < draws; ++i) sum += answer(cause(i));
  return sum / static_cast<double>(draws);
}

// The mean of normal(centre, spread), rounded to a whole level and cut to 0..3.
double mean_found(double centre, double spread) {
  double mean = 0.0;
  for (int level = 1; level <= 3; ++level)
    mean += 0.5 * std::erfc((level - 0.5 - centre) / spread / std::sqrt(2.0));
  return mean;
}

constexpr proof::Terms levels{.margin = 0.02, .scale = Scale::kAbsolute};
const Claim full_1{"observe: a full assessment of need 1 finds 1 on average", levels};
const Claim full_2{"observe: a full assessment of need 2 finds 2 on average", levels};
const Claim full_0{"observe: a full assessment of need 0", levels};
const Claim full_3{"observe: a full assessment of need 3", levels};
const Claim unseen{"observe: need 3 where the child was not seen", levels};
const Claim hidden{"observe: need 3 of which 1 shows, the adult hidden", levels};

TEST(FindingLaw, IsUnbiasedWhereNothingIsHiddenAndAllIsDone) {
  const Parameters p = example();
  // Between the ends of the scale the cut takes as much off as it puts on, but for less than 1e-4.
  ASSERT_NEAR(mean_found(1.0, p.finding_error), 1.0, 1e-3);
  ASSERT_NEAR(mean_found(2.0, p.finding_error), 2.0, 1e-3);
  Care not_seen;
  not_seen.child_seen = false;
  proof::expect_equivalent(
      {{full_1, 1.0},
       {full_2, 2.0},
       {full_0, mean_found(0.0, p.finding_error)},
       {full_3, mean_found(3.0, p.finding_error)},
       {unseen, mean_found(3.0 - p.finding_bias_unseen, p.finding_error + p.finding_error_unseen)},
       {hidden, mean_found(1.0, p.finding_error)}},
      [&](kernel::WorldKey world) {
        const auto found = [&](Truth truth, const Care& care) {
          return mean_of([&](kernel::Cause work) {
            return double{1.0} * find_need(p, truth, care, world, work, cause(3));
          });
        };
        return std::vector{found({1, 1, false}, {}), found({2, 2, false}, {}),       found({0, 0, false}, {}),
                           found({3, 3, false}, {}), found({3, 3, false}, not_seen), found({3, 1, true}, {})};
      });
}

const Claim noticed{"observe: share of incidents noticed", {.margin = 0.02}};
const Claim by_police{"observe: share of incidents noticed by the police", {.margin = 0.05}};
const Claim willing{"observe: share of witnesses who call", {.margin = 0.02}};
const Claim delay{"observe: mean delay of a call", {.margin = 0.05}};

TEST(NoticeLaw, FollowsTheMixAndTheDelays) {
  const Parameters p = example();
  const Scene scene{2.0, 9.0, 1.0};
  const auto m = mix();
  // At nine: schools at 1.4, no centre, health at 0.8.
  const double seen = p.notice_base + p.notice_per_severity * scene.severity;
  double all = 0.0;
  for (int i = 0; i < spec::referrer_count; ++i) {
    const auto referrer = static_cast<spec::Referrer>(i);
    const double exposure = referrer == spec::Referrer::school             ? 1.4
                            : referrer == spec::Referrer::childrens_centre ? 0.0
                            : referrer == spec::Referrer::health           ? 0.8
                                                                           : 1.0;
    all += m[spec::index(referrer)] * exposure;
  }
  const double mean_days = p.delayed_share * p.delayed_days + (1.0 - p.delayed_share) * p.prompt_days;
  proof::expect_equivalent(
      {{noticed, seen * all},
       {by_police, seen * m[spec::index(spec::Referrer::police)]},
       {willing, p.call_willingness},
       {delay, mean_days}},
      [&](kernel::WorldKey world) {
        double seen_by_any = 0.0;
        double police = 0.0;
        double calls = 0.0;
        double waited = 0.0;
        for (std::uint64_t i = 0; i < draws; ++i) {
          const Witness w = witness(p, m, scene, world, cause(i));
          if (!w.noticed) continue;
          seen_by_any += 1.0;
          police += w.referrer == spec::Referrer::police ? 1.0 : 0.0;
          calls += w.reluctance < willingness(p, 1.0, 0, 1.0) ? 1.0 : 0.0;
          waited += in_days(w.delay);
        }
        const double n = static_cast<double>(draws);
        return std::vector{seen_by_any / n, police / n, calls / seen_by_any, waited / seen_by_any};
      });
}

const Claim vague{"observe: share of vague reports, tie half broken", {.margin = 0.03}};
const Claim told{"observe: mean signal of a specific report", {.margin = 0.02}};
const Claim named{"observe: share of siblings named", {.margin = 0.02}};
const Claim revealed{"observe: share of checks that bring out the adult, tie half broken", {.margin = 0.03}};
const Claim seen_gone{"observe: share of visits that see that the adult has gone", {.margin = 0.03}};
const Claim said_gone{"observe: share of visits told that he has, who has not", {.margin = 0.03}};
const Claim convinced{"observe: mean of the parents' account", {.margin = 0.03}};
const Claim engaging{"observe: share of families that seem to engage", {.margin = 0.02}};

TEST(ReportLaw, FollowsItsParameters) {
  const Parameters p = example();
  const Scene scene{3.0, 9.0, 1.0};
  proof::expect_equivalent(
      {{vague, 0.5 * (p.vague_share + p.vague_share_without_tie)},
       {told, scene.severity},
       {named, p.sibling_named},
       {revealed, 0.5 * p.checks_reveal_adult},
       {seen_gone, p.adult_seen_gone},
       {said_gone, p.adult_said_gone},
       {convinced, p.account_convinces + 0.3 * (1.0 - p.account_convinces)},
       {engaging, p.engagement_share}},
      [&](kernel::WorldKey world) {
        double vague_reports = 0.0;
        double specific = 0.0;
        double signal = 0.0;
        double siblings = 0.0;
        for (std::uint64_t i = 0; i < draws; ++i) {
          const Report r = report(p, scene, 0.5, 1, 0b0111, world, cause(i));
          vague_reports += r.specific ? 0.0 : 1.0;
          siblings += (r.children & 1) + (r.children >> 2 & 1);
          if (!r.specific) continue;
          specific += 1.0;
          signal += r.signal;
        }
        const double n = static_cast<double>(draws);
        return std::vector{
            vague_reports / n,
            signal / specific,
            siblings / (2.0 * n),
            mean_of([&](kernel::Cause c) { return checks_reveal(p, 0.5, world, c) ? 1.0 : 0.0; }),
            mean_of([&](kernel::Cause c) { return adult_seems_gone(p, false, world, c) ? 1.0 : 0.0; }),
            mean_of([&](kernel::Cause c) { return adult_seems_gone(p, true, world, c) ? 1.0 : 0.0; }),
            mean_of([&](kernel::Cause c) { return parents_account(p, world, c); }),
            mean_of([&](kernel::Cause c) { return seems_to_engage(p, world, c) ? 1.0 : 0.0; })};
      });
}

}  // namespace
}  // namespace lscb::observe

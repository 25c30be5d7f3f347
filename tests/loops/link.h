// A causal loop as an experiment: links in their order, each with a sign and a delta written down before the
// experiment was run, and what was then found. Paired replications on the same lives.
#pragma once

#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

#include "designs.h"
#include "experiment/compare.h"
#include "experiment/verdict.h"

namespace lscb::loops {

enum class Sign { up, down };
/// `found`: the interval leaves 0 out on the side expected, and the mean is beyond delta (the whole interval
/// need not be). `against`: the same on the other side. `slight`: the sign is settled, on either side, and
/// the mean is within delta. `none`: the interval lies within +-delta, whatever its sign. `open`: any other,
/// the runs do not settle it.
enum class Finding { found, none, against, slight, open };

inline const char* words(Finding finding) {
  constexpr const char* all[] = {"found", "not found", "found the other way", "sign only", "not settled"};
  return all[static_cast<int>(finding)];
}

struct Link {
  const char* measure;
  Sign expected;  ///< written down before
  double delta;   ///< a difference that matters, in the measure's unit; written down before
  Finding found;  ///< as MODEL.md tells it
};

struct Setting {
  Interval counted;
  int replications = 60;
  std::uint64_t seed = 11;
  double confidence = 0.99;  ///< of each interval by itself
};

inline std::vector<experiment::Difference> differences(const world::Design& base,
                                                       const world::Design& alternative,
                                                       const Setting& setting) {
  experiment::Options options;
  options.replications = setting.replications;
  options.seed = setting.seed;
  options.from = setting.counted.from;
  options.to = setting.counted.to;
  options.confidence = setting.confidence;
  return experiment::compare(base, {alternative}, options).alternatives.at(0).differences;
}

inline Finding finding_of(const experiment::Estimate& difference, Sign expected, double delta) {
  const bool beyond = std::abs(difference.mean.value_or(0.0)) > delta;
  switch (experiment::judge(difference, delta)) {
    case experiment::Verdict::no_difference_that_matters:
      return Finding::none;
    case experiment::Verdict::more:
      return !beyond ? Finding::slight : (expected == Sign::up ? Finding::found : Finding::against);
    case experiment::Verdict::fewer:
      return !beyond ? Finding::slight : (expected == Sign::down ? Finding::found : Finding::against);
    case experiment::Verdict::not_enough_runs:
      break;
  }
  return Finding::open;
}

/// Prints each link and expects what is on file.
inline void expect_links(const char* what, const world::Design& base, const world::Design& alternative,
                         const std::vector<Link>& links, const Setting& setting) {
  const auto all = differences(base, alternative, setting);
  std::printf("%s\n", what);
  for (const Link& link : links) {
    const auto& d = all.at(measures::find(link.measure).value()).estimate;
    const Finding finding = finding_of(d, link.expected, link.delta);
    std::printf("  %-40s expected %-4s delta %8.3f: %9.3f (%9.3f to %9.3f) %s\n", link.measure,
                link.expected == Sign::up ? "up" : "down", link.delta, d.mean.value_or(NAN),
                d.low.value_or(NAN), d.high.value_or(NAN), words(finding));
    EXPECT_EQ(words(finding), std::string(words(link.found))) << link.measure;
  }
}

/// With the loop switched off every link lies within +-delta.
inline void expect_still(const char* what, const world::Design& base, const world::Design& alternative,
                         std::vector<Link> links, const Setting& setting) {
  for (Link& link : links) link.found = Finding::none;
  expect_links(what, base, alternative, links, setting);
}

}  // namespace lscb::loops

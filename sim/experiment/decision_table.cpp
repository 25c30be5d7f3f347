#include "experiment/decision_table.h"

#include "experiment/ratio.h"
#include "experiment/replications.h"
#include "experiment/summary.h"
#include "kernel/assert.h"

namespace lscb::experiment {
namespace {

using Numbers = std::vector<double>;

/// A number a year of each replication of one design.
template <class Number>
Numbers numbers(const Replications& replications, std::size_t design, int done, double years,
                Number&& number) {
  Numbers all;
  all.reserve(static_cast<std::size_t>(done));
  for (int r = 0; r < done; ++r) {
    const auto& decisions = replications.outcomes(r)[design].decisions;
    LSCB_REQUIRE(decisions, "the designs were run with their decisions kept");
    all.push_back(static_cast<double>(number(*decisions)) / years);
  }
  return all;
}

Series series(const Numbers& numbers) {
  return {numbers.begin(), numbers.end()};
}

class Summing {
 public:
  Summing(const Replications& replications, std::size_t first, int done, double confidence)
      : replications_(replications),
        first_(first),
        done_(done),
        years_(in_years(replications.workload().counted.length())),
        t_(confidence) {}

  WhyOfDesign of(std::size_t design) {
    const world::Design& d = replications_.workload().designs[design];
    WhyOfDesign result;
    result.scenario = d.scenario;
    result.title = d.title;
    const auto missed = [](const world::DecisionTally& tally) {
      std::int64_t sum = 0;
      for (const std::int64_t kind : tally.by_kind) sum += kind;
      return sum;
    };
    result.missed = level(design, missed);
    if (design != first_) result.missed_difference = difference(design, missed);
    for (std::size_t k = 0; k < result.by_kind.size(); ++k)
      result.by_kind[k] = level(design, [k](const auto& tally) { return tally.by_kind[k]; });
    result.decided = level(design, [](const auto& tally) { return tally.decided; });
    for (std::size_t k = 0; k < result.terms.size(); ++k)
      result.terms[k] = part(design, [k](const auto& tally) { return tally.shares[k]; });
    result.beyond = part(design, [](const auto& tally) { return tally.beyond; });
    return result;
  }

 private:
  template <class Number>
  Estimate level(std::size_t design, const Number& number) {
    return estimate(series(numbers(replications_, design, done_, years_, number)), t_);
  }
  template <class Number>
  Estimate difference(std::size_t design, const Number& number) {
    return estimate(apart(series(numbers(replications_, first_, done_, years_, number)),
                          series(numbers(replications_, design, done_, years_, number))),
                    t_);
  }
  template <class Number>
  WhyPart part(std::size_t design, const Number& number) {
    const auto decided = [](const auto& tally) { return tally.decided; };
    const Numbers of_part = numbers(replications_, design, done_, years_, number);
    const Numbers whole = numbers(replications_, design, done_, years_, decided);
    WhyPart result{estimate(series(of_part), t_), ratio(of_part, whole, t_), {}, {}};
    if (design == first_) return result;
    const Numbers first_part = numbers(replications_, first_, done_, years_, number);
    const Numbers first_whole = numbers(replications_, first_, done_, years_, decided);
    result.difference = difference(design, number);
    result.share_difference = ratio_difference({of_part, whole}, {first_part, first_whole}, t_);
    return result;
  }

  const Replications& replications_;
  const std::size_t first_;
  const int done_;
  const double years_;
  StudentT t_;
};

}  // namespace

std::vector<WhyOfDesign> decision_table(const Replications& replications, std::span<const std::size_t> places,
                                        int done, double confidence) {
  std::vector<WhyOfDesign> table;
  if (places.empty()) return table;
  Summing summing{replications, places.front(), done, confidence};
  for (const std::size_t place : places) table.push_back(summing.of(place));
  return table;
}

}  // namespace lscb::experiment

#include "experiment/decision_table.h"

#include "experiment/ratio.h"
#include "experiment/replications.h"
#include "experiment/summary.h"
#include "kernel/assert.h"

namespace lscb::experiment {
namespace {

using Numbers = std::vector<double>;

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
    const auto decided = [](const auto& tally) { return tally.decided; };
    const Numbers whole = numbers(design, decided);
    const Numbers first_whole = numbers(first_, decided);
    result.decided = estimate(series(whole), t_);
    for (std::size_t k = 0; k < result.terms.size(); ++k)
      result.terms[k] = part(
          design, [k](const auto& tally) { return tally.shares[k]; }, whole, first_whole);
    result.beyond = part(
        design, [](const auto& tally) { return tally.beyond; }, whole, first_whole);
    return result;
  }

 private:
  /// A number a year of each replication of one design.
  template <class Number>
  [[nodiscard]] Numbers numbers(std::size_t design, const Number& number) const {
    Numbers all;
    all.reserve(static_cast<std::size_t>(done_));
    for (int r = 0; r < done_; ++r) {
      const auto& decisions = replications_.outcomes(r)[design].decisions;
      LSCB_REQUIRE(decisions, "the designs were run with their decisions kept");
      all.push_back(static_cast<double>(number(*decisions)) / years_);
    }
    return all;
  }
  template <class Number>
  Estimate level(std::size_t design, const Number& number) {
    return estimate(series(numbers(design, number)), t_);
  }
  template <class Number>
  Estimate difference(std::size_t design, const Number& number) {
    return estimate(apart(series(numbers(first_, number)), series(numbers(design, number))), t_);
  }
  template <class Number>
  WhyPart part(std::size_t design, const Number& number, const Numbers& whole, const Numbers& first_whole) {
    const Numbers of_part = numbers(design, number);
    WhyPart result{estimate(series(of_part), t_), ratio(of_part, whole, t_), {}, {}};
    if (design == first_) return result;
    const Numbers of_first = numbers(first_, number);
    result.difference = estimate(apart(series(of_first), series(of_part)), t_);
    result.share_difference = ratio_difference({of_part, whole}, {of_first, first_whole}, t_);
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

#include "experiment/why.h"

#include <utility>

#include "experiment/compare.h"
#include "experiment/ratio.h"
#include "experiment/replications.h"
#include "experiment/summary.h"
#include "measures/catalogue.h"
#include "world/replicate.h"

namespace lscb::experiment {
namespace {

using Numbers = std::vector<double>;

/// A number a year of each replication of one design.
template <class Number>
Numbers numbers(const Replications& replications, std::size_t design, int done, double years,
                Number&& number) {
  Numbers all;
  all.reserve(static_cast<std::size_t>(done));
  for (int r = 0; r < done; ++r)
    all.push_back(static_cast<double>(number(*replications.outcomes(r)[design].decisions)) / years);
  return all;
}

Series series(const Numbers& numbers) {
  return {numbers.begin(), numbers.end()};
}

class Summing {
 public:
  Summing(const Replications& replications, int done, double confidence)
      : replications_(replications),
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
    if (design > 0) result.missed_difference = difference(design, missed);
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
    return estimate(apart(series(numbers(replications_, 0, done_, years_, number)),
                          series(numbers(replications_, design, done_, years_, number))),
                    t_);
  }
  template <class Number>
  WhyPart part(std::size_t design, const Number& number) {
    const Numbers of_part = numbers(replications_, design, done_, years_, number);
    const Numbers whole =
        numbers(replications_, design, done_, years_, [](const auto& tally) { return tally.decided; });
    WhyPart result{estimate(series(of_part), t_), ratio(of_part, whole, t_), {}};
    if (design > 0) result.difference = difference(design, number);
    return result;
  }

  const Replications& replications_;
  const int done_;
  const double years_;
  StudentT t_;
};

}  // namespace

WhyResult why(const std::vector<world::Design>& designs, const Options& options, const Hooks& hooks) {
  refuse(objections(addresses_of(designs), options));
  Workload work = workload_of(options, hooks);
  work.counted = counted_window(designs, options);
  work.designs = designs;
  work.measures = measures::catalogue().size();
  const Replications replications{std::move(work), world::replicate_with_decisions, hooks.progress};
  replications.wait();

  WhyResult result{basis_of(replications, options.confidence)};
  Summing summing{replications, result.replications, options.confidence};
  for (std::size_t d = 0; d < designs.size(); ++d) result.designs.push_back(summing.of(d));
  return result;
}

}  // namespace lscb::experiment

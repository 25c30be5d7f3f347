#include "experiment/compare.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "experiment/design_difference.h"
#include "experiment/replications.h"
#include "experiment/summary.h"

namespace lscb::experiment {
namespace {

std::vector<const world::Design*> all_designs(const world::Design& base,
                                              const std::vector<world::Design>& alternatives) {
  std::vector<const world::Design*> all{&base};
  for (const auto& alternative : alternatives) all.push_back(&alternative);
  return all;
}

std::vector<std::string> compare_objections(const world::Design& base,
                                            const std::vector<world::Design>& alternatives,
                                            const Options& options) {
  auto found = objections(all_designs(base, alternatives), options);
  if (alternatives.empty()) found.push_back("no alternative to compare with " + base.scenario);
  return found;
}

std::vector<Lever> levers(const world::Design& base, const world::Design& alternative) {
  std::vector<Lever> all;
  const auto add = [&all](const std::vector<change::Change>& one, const std::vector<change::Change>& other,
                          bool removed) {
    for (const auto& change : changes_without(one, other)) {
      all.push_back({change.title, change.owner, change.date, removed});
    }
  };
  add(alternative.changes, base.changes, false);
  add(base.changes, alternative.changes, true);
  add(alternative.history, base.history, false);
  add(base.history, alternative.history, true);
  std::stable_sort(all.begin(), all.end(), [](const Lever& a, const Lever& b) { return a.date < b.date; });
  return all;
}

struct Pairing {
  std::optional<double> correlation;
  std::optional<double> variance_ratio;
};

/// Over the replications in which both sides are defined. Two passes, for the digits.
Pairing pairing(const Series& base, const Series& alternative) {
  double n = 0.0, base_sum = 0.0, alternative_sum = 0.0;
  const auto for_each_pair = [&](auto&& act) {
    for (std::size_t r = 0; r < base.size(); ++r) {
      if (base[r] && alternative[r]) act(*base[r], *alternative[r]);
    }
  };
  for_each_pair([&](double b, double a) {
    n += 1.0;
    base_sum += b;
    alternative_sum += a;
  });
  if (n < 2.0) return {};
  const double base_mean = base_sum / n, alternative_mean = alternative_sum / n;
  double base_squares = 0.0, alternative_squares = 0.0, products = 0.0, difference_squares = 0.0;
  for_each_pair([&](double b, double a) {
    const double from_base = b - base_mean, from_alternative = a - alternative_mean;
    const double apart = (a - b) - (alternative_mean - base_mean);
    base_squares += from_base * from_base;
    alternative_squares += from_alternative * from_alternative;
    products += from_base * from_alternative;
    difference_squares += apart * apart;
  });
  Pairing result;
  const auto varies = [n](double squares, double mean) {
    // The mean of equal numbers may miss them by a rounding; what is below that is no variation.
    const double rounding = 1e-14 * mean;
    return squares > n * rounding * rounding;
  };
  const bool base_varies = varies(base_squares, base_mean);
  const bool alternative_varies = varies(alternative_squares, alternative_mean);
  if (base_varies && alternative_varies) {
    result.correlation =
        std::clamp(products / (std::sqrt(base_squares) * std::sqrt(alternative_squares)), -1.0, 1.0);
  }
  const double scale = std::max(std::abs(base_mean), std::abs(alternative_mean));
  if ((base_varies || alternative_varies) && varies(difference_squares, scale)) {
    result.variance_ratio = (base_squares + alternative_squares) / difference_squares;
  }
  return result;
}

}  // namespace

Interval counted_window(const world::Design& base, const std::vector<world::Design>& alternatives,
                        const Options& options) {
  Instant first = base.window.to;
  for (const auto& alternative : alternatives) {
    if (const auto differs = first_difference(base, alternative)) first = std::min(first, *differs);
  }
  Interval counted = base.window;
  if (first < counted.to) counted.from = std::max(counted.from, first);
  if (options.from) counted.from = *options.from;
  if (options.to) counted.to = *options.to;
  if (counted.from >= counted.to) counted.from = options.from.value_or(base.window.from);
  return counted;
}

Interval counted_window(const std::vector<world::Design>& designs, const Options& options) {
  return counted_window(designs.front(), {designs.begin() + 1, designs.end()}, options);
}

class Comparison::Work {
 public:
  Work(world::Design base, std::vector<world::Design> alternatives, const Options& options,
       const Hooks& hooks, Replicator replicator, std::vector<measures::Measure> catalogue)
      : options_(options),
        forms_(factorial_contrasts(base, alternatives)),
        replications_(workload(std::move(base), std::move(alternatives), options, hooks, catalogue.size()),
                      std::move(replicator), hooks.progress),
        catalogue_(Catchments{replications_.workload().designs}.behind(std::move(catalogue))) {}

  [[nodiscard]] Replications& replications() { return replications_; }
  [[nodiscard]] const Replications& replications() const { return replications_; }

  [[nodiscard]] CompareResult result() const {
    const int done = replications_.done_from_first();
    const auto& designs = replications_.workload().designs;
    StudentT individual{options_.confidence};
    StudentT simultaneous{simultaneous_level(options_.confidence, designs.size() - 1)};
    CompareResult result;
    result.counted = replications_.workload().counted;
    result.replications_asked = options_.replications;
    result.base = summarise(replications_, 0, done, catalogue_, individual);
    result.delta_is_default = !options_.delta.has_value();
    result.delta = headline_delta(result.base);
    for (std::size_t d = 1; d < designs.size(); ++d) {
      Alternative& alternative = result.alternatives.emplace_back();
      alternative.run = summarise(replications_, d, done, catalogue_, individual);
      alternative.levers = levers(designs[0], designs[d]);
      alternative.board = board_view(replications_, d, done, individual);
      alternative.dip = dip(replications_, d, done, individual);
      alternative.catchments = beyond_area(replications_, d, done, catalogue_, options_.confidence);
      for (std::size_t m = 0; m < catalogue_.size(); ++m) {
        const bool headline = catalogue_[m].id == headline_id;
        alternative.differences.push_back(difference(d, m, done, headline ? result.delta : std::nullopt,
                                                     headline, headline ? simultaneous : individual));
      }
    }
    set_deciles(result, done);
    StudentT over_contrasts{simultaneous_level(options_.confidence, std::max<std::size_t>(forms_.size(), 1))};
    for (const auto& form : forms_)
      result.contrasts.push_back(contrast(form, done, result.delta, individual, over_contrasts));
    return result;
  }

 private:
  static Workload workload(world::Design base, std::vector<world::Design> alternatives,
                           const Options& options, const Hooks& hooks, std::size_t measures) {
    Workload work = workload_of(options, hooks);
    work.counted = counted_window(base, alternatives, options);
    work.designs.push_back(std::move(base));
    for (auto& alternative : alternatives) work.designs.push_back(std::move(alternative));
    work.measures = measures;
    return work;
  }

  [[nodiscard]] std::optional<double> headline_delta(const RunResult& base) const {
    if (options_.delta) return options_.delta;
    for (std::size_t m = 0; m < catalogue_.size(); ++m) {
      if (catalogue_[m].id == headline_id && base.figures[m].mean) {
        return default_delta_share * std::abs(*base.figures[m].mean);
      }
    }
    return std::nullopt;
  }

  void set_deciles(CompareResult& result, int done) const {
    for (std::size_t m = 0; m < catalogue_.size(); ++m) {
      if (catalogue_[m].id != headline_id) continue;
      const Series base = series(replications_, 0, m, done);
      result.headline = deciles(base, options_.confidence);
      for (std::size_t d = 0; d < result.alternatives.size(); ++d) {
        const Series alternative = series(replications_, d + 1, m, done);
        result.alternatives[d].headline = deciles(alternative, options_.confidence);
        result.alternatives[d].headline_difference = deciles(apart(base, alternative), options_.confidence);
      }
    }
  }

  [[nodiscard]] Difference difference(std::size_t design, std::size_t measure, int done,
                                      std::optional<double> delta, bool simultaneous, StudentT& t) const {
    const Series base = series(replications_, 0, measure, done);
    const Series alternative = series(replications_, design, measure, done);
    Difference result;
    result.estimate = estimate(apart(base, alternative), t);
    result.level = options_.confidence;
    result.simultaneous = simultaneous;
    result.delta = delta;
    result.verdict = judge(result.estimate, delta);
    if (result.verdict == Verdict::not_enough_runs) {
      result.runs_needed = runs_needed(result.estimate, delta, done, t);
    }
    const auto [correlation, variance_ratio] = pairing(base, alternative);
    result.correlation = correlation;
    result.variance_ratio = variance_ratio;
    return result;
  }

  [[nodiscard]] Contrast contrast(const ContrastForm& form, int done, std::optional<double> headline_delta,
                                  StudentT& individual, StudentT& simultaneous) const {
    Contrast result;
    result.form = form;
    for (std::size_t m = 0; m < catalogue_.size(); ++m) {
      Series sums(static_cast<std::size_t>(done));
      for (int r = 0; r < done; ++r) sums[static_cast<std::size_t>(r)] = sum(form, m, r);
      ContrastFigure& figure = result.figures.emplace_back();
      figure.level = options_.confidence;
      figure.simultaneous = catalogue_[m].id == headline_id;
      StudentT& t = figure.simultaneous ? simultaneous : individual;
      figure.estimate = estimate(sums, t);
      if (figure.simultaneous) figure.delta = headline_delta;
      figure.verdict = judge(figure.estimate, figure.delta);
      if (figure.verdict == Verdict::not_enough_runs) {
        figure.runs_needed = runs_needed(figure.estimate, figure.delta, done, t);
      }
    }
    return result;
  }

  [[nodiscard]] std::optional<double> sum(const ContrastForm& form, std::size_t measure,
                                          int replication) const {
    double total = 0.0;
    for (const Term& term : form.terms) {
      const auto& value = replications_.outcomes(replication)[term.design].figures[measure];
      if (!value) return std::nullopt;
      total += term.weight * *value;
    }
    return total;
  }

  const Options options_;
  const std::vector<ContrastForm> forms_;
  Replications replications_;
  const std::vector<measures::Measure> catalogue_;  // with the catchments'
};

Comparison::Comparison(world::Design base, std::vector<world::Design> alternatives, Options options,
                       const Hooks& hooks, Replicator replicator, std::vector<measures::Measure> catalogue) {
  refuse(compare_objections(base, alternatives, options));
  work_ = std::make_unique<Work>(std::move(base), std::move(alternatives), options, hooks,
                                 std::move(replicator), std::move(catalogue));
}

Comparison::~Comparison() = default;

Progress Comparison::progress() const {
  return work_->replications().progress();
}

bool Comparison::finished() const {
  return work_->replications().finished();
}

void Comparison::cancel() {
  work_->replications().cancel();
}

CompareResult Comparison::snapshot() const {
  return work_->result();
}

CompareResult Comparison::wait() {
  work_->replications().wait();
  return work_->result();
}

CompareResult compare(const world::Design& base, const std::vector<world::Design>& alternatives,
                      const Options& options, const Hooks& hooks, const Replicator& replicator,
                      const std::vector<measures::Measure>& catalogue) {
  return Comparison{base, alternatives, options, hooks, replicator, catalogue}.wait();
}

}  // namespace lscb::experiment

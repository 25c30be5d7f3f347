#include "experiment/board_view.h"

#include <algorithm>
#include <array>

#include "experiment/chart.h"
#include "experiment/design_difference.h"
#include "experiment/replications.h"

namespace lscb::experiment {
namespace {

using measures::Better;
using measures::Quarterly;
using measures::Visible;

/// First signals of many runs.
class Signals {
 public:
  void add(std::optional<std::size_t> with_change, std::optional<std::size_t> without) {
    ++runs_;
    if (with_change) quarters_.push_back(*with_change);
    if (without) ++false_alarms_;
  }

  /// `weeks_until(quarter)`: when figures of that quarter come to be seen.
  template <class F>
  [[nodiscard]] Signal signal(F&& weeks_until) {
    Signal result;
    if (runs_ == 0) return result;
    const auto runs = static_cast<double>(runs_);
    result.share = static_cast<double>(quarters_.size()) / runs;
    result.base_share = static_cast<double>(false_alarms_) / runs;
    if (quarters_.empty()) return result;
    std::sort(quarters_.begin(), quarters_.end());
    const auto half_of_all = static_cast<std::size_t>((runs_ + 1) / 2);
    if (quarters_.size() >= half_of_all) result.weeks_of_half = weeks_until(quarters_[half_of_all - 1]);
    const std::size_t half = quarters_.size() / 2;
    const double upper = weeks_until(quarters_[half]);
    result.weeks = quarters_.size() % 2 == 1 ? upper : (weeks_until(quarters_[half - 1]) + upper) / 2.0;
    return result;
  }

 private:
  std::int64_t runs_ = 0;
  std::int64_t false_alarms_ = 0;
  std::vector<std::size_t> quarters_;
};

std::optional<double> mean(Points points) {
  double sum = 0.0;
  int n = 0;
  for (const auto& point : points) {
    if (!point) continue;
    sum += static_cast<double>(*point);
    ++n;
  }
  if (n == 0) return std::nullopt;
  return sum / n;
}

Reads reads(const Estimate& difference, Better well) {
  if (!difference.low || !difference.high) return Reads::no_clear_difference;
  const bool more = *difference.low > 0.0;
  const bool less = *difference.high < 0.0;
  if (!more && !less) return Reads::no_clear_difference;
  if (well == Better::neither) return Reads::either_way;
  return more == (well == Better::higher) ? Reads::better : Reads::worse;
}

/// One figure of one design in one replication, quarter by quarter.
std::vector<std::optional<float>> by_quarter(const Quarterly& quarterly, Visible figure) {
  std::vector<std::optional<float>> points;
  for (int q = 0; q < quarterly.quarters(); ++q) points.push_back(quarterly.at(q, figure));
  return points;
}

/// The first signal that reads as a warning, or as good news.
std::optional<std::size_t> first(const Chart& chart, Points after, Better well, bool warning) {
  if (well == Better::neither) {
    const auto low = chart.first_signal(after, Side::low);
    const auto high = chart.first_signal(after, Side::high);
    return low && high ? std::min(low, high) : (low ? low : high);
  }
  return chart.first_signal(after, (well == Better::higher) == warning ? Side::low : Side::high);
}

/// Which quarters lie before the change and which are watched.
struct Division {
  std::size_t first_before = 0;
  std::size_t first_watched = 0;
};

std::optional<Division> divide(const measures::Quarters& quarters, Instant change, Instant counted_to) {
  const auto at = quarters.of(change);
  if (!at || *at < quarters_before || quarters[*at].to > counted_to) return std::nullopt;
  return Division{static_cast<std::size_t>(*at - quarters_before), static_cast<std::size_t>(*at)};
}

Seen seen(const Replications& replications, std::size_t alternative, int done, Visible figure,
          const Division& division, std::size_t end, StudentT& t, const auto& weeks_until) {
  const Better well = measures::info(figure).reads_well;
  Seen result;
  result.figure = figure;
  Signals warnings;
  Signals good_news;
  Series apart;
  for (int r = 0; r < done; ++r) {
    const auto& outcomes = replications.outcomes(r);
    const auto base = by_quarter(outcomes[0].quarterly, figure);
    const auto changed = by_quarter(outcomes[alternative].quarterly, figure);
    const auto watched = [&](const auto& points) {
      return Points{points}.subspan(division.first_watched, end - division.first_watched);
    };
    const auto before = [&](const auto& points) {
      return Points{points}.subspan(division.first_before, quarters_before);
    };
    const auto mean_base = mean(watched(base));
    const auto mean_changed = mean(watched(changed));
    apart.push_back(mean_base && mean_changed ? std::optional{*mean_changed - *mean_base} : std::nullopt);
    const auto base_chart = Chart::of(before(base));
    const auto chart = Chart::of(before(changed));
    if (!base_chart || !chart) continue;
    ++result.n;
    warnings.add(first(*chart, watched(changed), well, true), first(*base_chart, watched(base), well, true));
    if (well != Better::neither) {
      good_news.add(first(*chart, watched(changed), well, false),
                    first(*base_chart, watched(base), well, false));
    }
  }
  result.difference = estimate(apart, t);
  result.reads = reads(result.difference, well);
  result.warning = warnings.signal(weeks_until);
  if (well != Better::neither) result.good_news = good_news.signal(weeks_until);
  return result;
}

}  // namespace

const char* id(Reads reads) {
  static constexpr std::array<const char*, 4> ids = {"better", "worse", "either way", "no clear difference"};
  return ids[static_cast<std::size_t>(reads)];
}

std::optional<BoardView> board_view(const Replications& replications, std::size_t alternative, int done,
                                    StudentT& t) {
  const Workload& workload = replications.workload();
  const world::Design& base = workload.designs[0];
  const auto change = first_difference(base, workload.designs[alternative]);
  if (!change || done == 0) return std::nullopt;
  const Quarterly& one = replications.outcomes(0)[0].quarterly;
  if (one.quarters() == 0) return std::nullopt;
  const measures::Quarters quarters{{one.first.from, add_months(one.first.from, 3 * one.quarters())}};
  const Instant counted_to = workload.counted.to;
  const auto division = divide(quarters, *change, counted_to);
  if (!division) return std::nullopt;
  auto end = division->first_watched;
  while (end < static_cast<std::size_t>(quarters.count()) && quarters[static_cast<int>(end)].to <= counted_to)
    ++end;

  BoardView view;
  view.change = *change;
  view.lag_weeks = base.parameters.measures.quarterly_lag_weeks;
  view.quarters = static_cast<int>(end - division->first_watched);
  view.watched = {quarters[static_cast<int>(division->first_watched)].from,
                  quarters[static_cast<int>(end) - 1].to};
  const auto weeks_until = [&](std::size_t quarter) {
    const Instant over = quarters[static_cast<int>(division->first_watched + quarter)].to;
    return in_days(over - *change) / 7.0 + view.lag_weeks;
  };
  for (int i = 0; i < measures::visible_count; ++i) {
    view.figures.push_back(
        seen(replications, alternative, done, static_cast<Visible>(i), *division, end, t, weeks_until));
  }
  return view;
}

}  // namespace lscb::experiment

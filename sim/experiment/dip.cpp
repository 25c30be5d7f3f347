#include "experiment/dip.h"

#include <variant>

#include "experiment/design_difference.h"
#include "experiment/replications.h"

namespace lscb::experiment {
namespace {

using measures::CaseWork;
using measures::CaseWorkWeek;

std::optional<Instant> first_go_live(const std::vector<change::Change>& changes) {
  std::optional<Instant> first;
  for (const auto& change : changes) {
    if (!std::holds_alternative<change::Restructure>(change.effect)) continue;
    if (!first || change.date < *first) first = change.date;
  }
  return first;
}

std::optional<double> less_one(double now, double before) {
  if (!(before > 0.0)) return std::nullopt;
  return now / before - 1.0;
}

std::optional<double> an_hour(const CaseWorkWeek& sum) {
  if (sum.paid <= 0) return std::nullopt;
  return static_cast<double>(sum.done) / static_cast<double>(sum.paid);
}

/// Both figures of a stretch of weeks.
struct Apart {
  Estimate work;
  Estimate per_hour;
};

class Weeks {
 public:
  Weeks(const Replications& replications, std::size_t alternative, int done, StudentT& t)
      : replications_(replications), alternative_(alternative), done_(done), t_(t) {}

  [[nodiscard]] Apart apart(std::int64_t first, std::int64_t count) const {
    Series work;
    Series per_hour;
    for (int r = 0; r < done_; ++r) {
      const auto& outcomes = replications_.outcomes(r);
      const auto base = outcomes[0].case_work.sum(first, count);
      const auto changed = outcomes[alternative_].case_work.sum(first, count);
      if (!base || !changed) {
        work.emplace_back();
        per_hour.emplace_back();
        continue;
      }
      work.push_back(less_one(static_cast<double>(changed->done), static_cast<double>(base->done)));
      const auto base_hour = an_hour(*base);
      const auto changed_hour = an_hour(*changed);
      per_hour.push_back(base_hour && changed_hour ? less_one(*changed_hour, *base_hour) : std::nullopt);
    }
    return {estimate(work, t_), estimate(per_hour, t_)};
  }

 private:
  const Replications& replications_;
  std::size_t alternative_;
  int done_;
  StudentT& t_;
};

/// The first of two successive quarters from the go-live on in which `end_of` is no further below the base.
template <class EndOf>
std::optional<int> back(const std::vector<DipQuarter>& quarters, EndOf&& end_of) {
  bool before = false;
  for (const DipQuarter& quarter : quarters) {
    if (quarter.number < 1) continue;
    const std::optional<double> end = end_of(quarter);
    const bool is_back = end && *end >= -dip_back_within;
    if (is_back && before) return quarter.number - 1;
    before = is_back;
  }
  return std::nullopt;
}

DipFigure figure(const Estimate& depth, const std::vector<DipQuarter>& quarters,
                 Estimate DipQuarter::*which) {
  DipFigure result;
  result.depth = depth;
  result.back = back(quarters, [&](const DipQuarter& quarter) { return (quarter.*which).mean; });
  result.surely_back = back(quarters, [&](const DipQuarter& quarter) { return (quarter.*which).low; });
  return result;
}

}  // namespace

std::optional<Dip> dip(const Replications& replications, std::size_t alternative, int done, StudentT& t) {
  const Workload& workload = replications.workload();
  const auto& changes = workload.designs[alternative].changes;
  auto go_live = first_go_live(changes_without(changes, workload.designs[0].changes));
  if (!go_live) go_live = first_go_live(changes);
  if (!go_live || done == 0) return std::nullopt;
  const CaseWork& record = replications.outcomes(0)[alternative].case_work;
  if (record.weeks.empty() || *go_live < record.from) return std::nullopt;

  const std::int64_t first = record.first_week_from(*go_live);
  const auto begins = [&](int quarters) { return first + std::int64_t{quarters} * dip_quarter_weeks; };
  const auto at = [&](std::int64_t week) { return record.from + weeks(1) * week; };
  const auto on_record = [&](std::int64_t week) {
    return week >= 0 && week + dip_quarter_weeks <= static_cast<std::int64_t>(record.weeks.size()) &&
           at(week + dip_quarter_weeks) <= workload.counted.to;
  };
  if (!on_record(begins(dip_depth_quarters - 1))) return std::nullopt;

  const Weeks weeks_of{replications, alternative, done, t};
  Dip result;
  result.go_live = *go_live;
  for (int q = -dip_quarters_before; q < 0 || on_record(begins(q)); ++q) {
    if (!on_record(begins(q))) continue;
    const auto apart = weeks_of.apart(begins(q), dip_quarter_weeks);
    result.quarters.push_back(
        {q < 0 ? q : q + 1, {at(begins(q)), at(begins(q + 1))}, apart.work, apart.per_hour});
  }
  const auto depth = weeks_of.apart(first, std::int64_t{dip_depth_quarters} * dip_quarter_weeks);
  result.work = figure(depth.work, result.quarters, &DipQuarter::work);
  result.per_hour = figure(depth.per_hour, result.quarters, &DipQuarter::per_hour);
  return result;
}

}  // namespace lscb::experiment

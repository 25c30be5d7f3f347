// From histories to figures: one replication's result. See classification.h for what each state means and
// catalogue.h for the figures' ids.
#pragma once

#include <functional>
#include <memory>
#include <span>

#include "base/statutory_limits.h"
#include "base/time.h"
#include "measures/catalogue.h"
#include "measures/history.h"
#include "measures/opportunity.h"
#include "measures/organisation.h"

namespace lscb::measures {

/// Counts child by child. Pure: the same histories in the same order give the same bytes.
///
///   Counter counter{counted, run};
///   for (each child) counter.add(history);
///   result.figures = counter.finish(tally);
///
/// Thread rule: one thread at a time. No allocation a child once the longest history has been seen.
class Counter {
 public:
  /// `counted` is the window of the figures, `run` all that was simulated, with run-in and run-on.
  /// REQUIRES: counted lies inside run and is not empty.
  /// `catchments`: how many the area has; children of others are in no split.
  Counter(Interval counted, Interval run, AssessmentRules rules = {}, std::size_t catchments = 0);
  /// Called for each missed opportunity as it is counted, each contact once.
  void on_missed(std::function<void(const Opportunity&)> call);
  ~Counter();
  Counter(const Counter&) = delete;
  Counter& operator=(const Counter&) = delete;
  Counter(Counter&&) noexcept;
  Counter& operator=(Counter&&) noexcept;

  /// REQUIRES: the children of a household one after another, so that a contact that names two is counted
  /// once. A child without need, contacts or harm costs a few comparisons.
  void add(const ChildHistory& history);

  [[nodiscard]] Figures finish(const OrganisationTally& organisation) const;
  /// As catchment_figures().
  [[nodiscard]] Figures by_catchment() const;

 private:
  struct Sums;
  std::unique_ptr<Sums> sums_;
};

/// All at once. REQUIRES: as Counter.
[[nodiscard]] Figures figures(std::span<const ChildHistory> children, const OrganisationTally& organisation,
                              Interval counted, Interval run, AssessmentRules rules = {});

}  // namespace lscb::measures

#include "experiment/hindsight.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "experiment/compare.h"
#include "experiment/families.h"
#include "experiment/ratio.h"
#include "experiment/replications.h"
#include "experiment/summary.h"
#include "kernel/assert.h"
#include "measures/catalogue.h"
#include "world/recording.h"
#include "world/watch.h"

namespace lscb::experiment {
namespace {

using measures::HindsightTally;

using Tally = HindsightTally;
constexpr const char* harms = "harms";
constexpr const char* families = "families";
constexpr const char* children = "children";

std::vector<HindsightCount> count_catalogue() {
  return {
      {"serious_harms", "serious harms", harms, 0, true, &Tally::harms},
      {"serious_harms_in_service", "of a child under assessment or on a plan as it came", harms, 1, false,
       &Tally::harms_in_service},
      {"never_called_harms", "nobody had called about the family before", harms, 1, false,
       &Tally::never_called},
      {"not_flagged_harms", "calls had come, and none of them was flagged", harms, 1, false,
       &Tally::not_flagged},
      {"predictable_harms", "predictable: a flagged call about the family came before", harms, 1, true,
       &Tally::predictable},
      {"predictable_harms_child_named", "one of these calls named the child", harms, 2, false,
       &Tally::predictable_named},
      {"predictable_harms_within_a_year", "one of these calls came within a year before", harms, 2, false,
       &Tally::predictable_recent},
      {"predictable_harms_after_harm", "each of these calls told of an earlier harm", harms, 2, false,
       &Tally::predictable_only_of_harm},
      {"predictable_harms_in_service", "the child was under assessment or on a plan as it came", harms, 2,
       false, &Tally::predictable_in_service},
      {"preventable_harms", "would not have come, had the reference worker met the family", harms, 2, true,
       &Tally::averted},
      {"harmed_families", "families with a serious harm", families, 0, false, &Tally::harmed_families},
      {"predictable_families", "with a predictable one", families, 1, true, &Tally::predictable_families},
      {"preventable_families", "none of which would have come so", families, 2, false,
       &Tally::averted_families},
      {"astray_families", "played again with nothing changed, not the recorded harms: should be none",
       families, 2, false, &Tally::astray_families},
      {"harms_since_flag", "serious harms to these families from the first flagged call on", harms, 0, false,
       &Tally::since_flag_harms},
      {"harms_since_flag_by_reference", "serious harms to them, had the reference worker met them", harms, 0,
       false, &Tally::since_flag_harms_by_reference},
      {"called_families", "families called about", families, 0, false, &Tally::called},
      {"flagged_families", "flagged families", families, 0, true, &Tally::flagged},
      {"flagged_harmed_families", "came to serious harm afterwards, by the run's end", families, 1, false,
       &Tally::flagged_harmed},
      {"flagged_unharmed_families", "came to none", families, 1, false, &Tally::flagged_unharmed},
      {"flagged_left_families", "not assessed and on no plan from the flag on", families, 1, false,
       &Tally::flagged_left},
      {"flagged_left_unharmed_families", "came to none", families, 2, false, &Tally::flagged_left_unharmed},
      {"flagged_followed_families", "with a year of the run after the flag", families, 1, false,
       &Tally::flagged_year},
      {"flagged_followed_unharmed_families", "came to none in that year, as long as they were here", families,
       2, false, &Tally::flagged_year_unharmed},
      {"taken_on_children", "children in need assessed after a call", children, 0, false,
       &Tally::taken_on_children},
      {"lucky_children", "only through luck: but for chance the call would have ended there", children, 1,
       true, &Tally::lucky_children},
      {"lucky_families", "families of these", families, 2, false, &Tally::lucky_families},
      {"turned_away_children", "children in need about whom a decision ended a call", children, 0, false,
       &Tally::turned_away_children},
      {"unlucky_children", "only through bad luck: but for chance the call would have gone on", children, 1,
       true, &Tally::unlucky_children},
      {"unlucky_families", "families of these", families, 2, false, &Tally::unlucky_families},
      {"unlucky_unheard_children", "gone on to be decided again, not surely to an assessment", children, 2,
       false, &Tally::unlucky_unheard_children},
      {"unlucky_never_assessed_children", "not assessed later either, by the run's end", children, 2, false,
       &Tally::unlucky_assessed_never_children},
  };
}

std::vector<HindsightShare> share_catalogue() {
  return {
      {"predictable_share", "of serious harms: predictable", &Tally::predictable, &Tally::harms},
      {"preventable_share", "of predictable harms: averted with the reference worker", &Tally::averted,
       &Tally::predictable},
      {"expected_averted_share",
       "of the harm to be expected in these families from the first flagged call on: averted",
       &Tally::since_flag_expected_averted, &Tally::since_flag_expected, false},
      {"predictable_in_service_share", "of predictable harms: of a child under assessment or on a plan",
       &Tally::predictable_in_service, &Tally::predictable},
      {"flagged_unharmed_share", "of flagged families: no serious harm by the run's end",
       &Tally::flagged_unharmed, &Tally::flagged},
      {"flagged_left_unharmed_share", "of those not assessed and on no plan from the flag on: likewise",
       &Tally::flagged_left_unharmed, &Tally::flagged_left},
      {"flagged_followed_unharmed_share", "of those with a year after the flag: no serious harm in it",
       &Tally::flagged_year_unharmed, &Tally::flagged_year},
      {"lucky_share", "of children in need assessed after a call: only through luck", &Tally::lucky_children,
       &Tally::taken_on_children},
      {"unlucky_share", "of those about whom a decision ended a call: only through bad luck",
       &Tally::unlucky_children, &Tally::turned_away_children},
  };
}

/// The place of the one with that id.
template <class Entry>
std::size_t place(const std::vector<Entry>& catalogue, std::string_view id) {
  const auto found =
      std::find_if(catalogue.begin(), catalogue.end(), [id](const Entry& entry) { return entry.id == id; });
  LSCB_REQUIRE(found != catalogue.end(), "hindsight has a figure of that id");
  return static_cast<std::size_t>(found - catalogue.begin());
}

bool few(std::int64_t number) {
  return number <= few_families;
}

class Summing {
 public:
  Summing(const Replications& replications, int done, double confidence)
      : replications_(replications), done_(done), t_(confidence) {}

  HindsightOfDesign of(std::size_t design) {
    const world::Design& d = replications_.workload().designs[design];
    HindsightOfDesign result;
    result.scenario = d.scenario;
    result.title = d.title;
    for (int r = 0; r < done_; ++r) result.children += children_in(design, r) / done_;
    for (const HindsightCount& what : hindsight_counts())
      result.counts.push_back(counted(design, what.number));
    for (const HindsightShare& what : hindsight_shares()) result.shares.push_back(share(design, what));
    return result;
  }

 private:
  using Number = std::int64_t HindsightTally::*;

  [[nodiscard]] const HindsightTally& tally(std::size_t design, int r) const {
    return *replications_.outcomes(r)[design].hindsight;
  }
  [[nodiscard]] double years() const { return in_years(replications_.workload().counted.length()); }
  [[nodiscard]] double children_in(std::size_t design, int r) const {
    return static_cast<double>(tally(design, r).child_minutes) /
           static_cast<double>(replications_.workload().counted.length().count());
  }
  [[nodiscard]] Series a_year(std::size_t design, Number number) const {
    Series all;
    for (int r = 0; r < done_; ++r) all.emplace_back(static_cast<double>(tally(design, r).*number) / years());
    return all;
  }

  CountedFigure counted(std::size_t design, Number number) {
    CountedFigure figure;
    Series per_10000;
    double child_years = 0.0;
    for (int r = 0; r < done_; ++r) {
      const std::int64_t found = tally(design, r).*number;
      const double lived = children_in(design, r) * years();
      figure.number += found;
      figure.replications_with += found > 0;
      child_years += lived;
      per_10000.push_back(lived > 0.0 ? std::optional{1e4 * static_cast<double>(found) / lived}
                                      : std::nullopt);
    }
    figure.a_year = estimate(a_year(design, number), t_);
    figure.per_10000 = estimate(per_10000, t_);
    for (Estimate* rate : {&figure.a_year, &figure.per_10000}) keep_within(*rate, 0.0);
    figure.few = few(figure.number) && child_years > 0.0;
    if (figure.few) {
      const auto [low, high] = poisson_interval(figure.number, t_.confidence());
      figure.a_year.low = low / (years() * done_);
      figure.a_year.high = high / (years() * done_);
      figure.per_10000.low = 1e4 * low / child_years;
      figure.per_10000.high = 1e4 * high / child_years;
    }
    if (design > 0) figure.difference = estimate(apart(a_year(0, number), a_year(design, number)), t_);
    return figure;
  }

  ShareFigure share(std::size_t design, const HindsightShare& what) {
    ShareFigure figure;
    std::vector<double> part, whole;
    for (int r = 0; r < done_; ++r) {
      const HindsightTally& one = tally(design, r);
      figure.part += one.*what.part;
      figure.whole += one.*what.whole;
      part.push_back(static_cast<double>(one.*what.part));
      whole.push_back(static_cast<double>(one.*what.whole));
    }
    figure.share = ratio(part, whole, t_);
    figure.few = what.of_cases && figure.whole > 0 && few(std::min(figure.part, figure.whole - figure.part));
    if (figure.few) {
      const auto [low, high] = binomial_interval(figure.part, figure.whole, t_.confidence());
      figure.share.low = low;
      figure.share.high = high;
    }
    return figure;
  }

  const Replications& replications_;
  const int done_;
  StudentT t_;
};

/// Each design recorded, so that families with a predictable harm can be played again.
void replicate(const std::vector<world::Design>& designs, kernel::WorldKey key, Interval counted,
               world::Together& out) {
  world::Watch watch;
  watch.reference = true;
  out.outcomes.assign(designs.size(), {});
  for (std::size_t d = 0; d < designs.size(); ++d) {
    out.playing = d;
    const world::Recording recording{designs[d], key, counted, &watch};
    out.outcomes[d] = recording.outcome();
    out.outcomes[d].hindsight = recording.hindsight();
  }
}

}  // namespace

const std::vector<HindsightCount>& hindsight_counts() {
  static const std::vector<HindsightCount> all = count_catalogue();
  return all;
}

const std::vector<HindsightShare>& hindsight_shares() {
  static const std::vector<HindsightShare> all = share_catalogue();
  return all;
}

const CountedFigure& HindsightOfDesign::count(std::string_view id) const {
  return counts[place(hindsight_counts(), id)];
}

const ShareFigure& HindsightOfDesign::share(std::string_view id) const {
  return shares[place(hindsight_shares(), id)];
}

HindsightResult hindsight(const std::vector<world::Design>& designs, const Options& options,
                          const Hooks& hooks) {
  std::vector<const world::Design*> all;
  for (const auto& design : designs) all.push_back(&design);
  refuse(objections(all, options));
  Workload work;
  work.counted = counted_window(designs.front(), {designs.begin() + 1, designs.end()}, options);
  work.designs = designs;
  work.seed = options.seed;
  work.replications = options.replications;
  work.threads = options.threads;
  work.measures = measures::catalogue().size();
  work.outside_cancel = hooks.cancel;
  const Replications replications{std::move(work), replicate, hooks.progress};
  replications.wait();

  HindsightResult result;
  result.seed = options.seed;
  result.replications = replications.done_from_first();
  result.replications_asked = options.replications;
  result.confidence = options.confidence;
  result.counted = replications.workload().counted;
  Summing summing{replications, result.replications, options.confidence};
  for (std::size_t d = 0; d < designs.size(); ++d) result.designs.push_back(summing.of(d));
  return result;
}

}  // namespace lscb::experiment

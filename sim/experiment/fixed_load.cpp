#include "experiment/fixed_load.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

#include "experiment/families.h"
#include "experiment/missed_game.h"
#include "experiment/missed_sample.h"
#include "experiment/ratio.h"
#include "experiment/summary.h"
#include "kernel/assert.h"

namespace lscb::experiment {
namespace {

std::size_t place(Group group) {
  return static_cast<std::size_t>(group);
}

/// Children of the household who are missed in the record, by bit of position. `missed` is by household.
std::uint8_t recorded_bits(const std::vector<world::MissedChild>& missed, HouseholdId household) {
  auto one = std::lower_bound(
      missed.begin(), missed.end(), household,
      [](const world::MissedChild& child, HouseholdId wanted) { return child.household < wanted; });
  unsigned bits = 0;
  for (; one != missed.end() && one->household == household; ++one) bits |= 1U << one->position;
  return static_cast<std::uint8_t>(bits);
}

std::vector<std::uint64_t> causes_of(const std::vector<world::MissedChild>& missed) {
  std::vector<std::uint64_t> causes;
  causes.reserve(missed.size());
  for (const world::MissedChild& child : missed) causes.push_back(child.cause.value);
  std::sort(causes.begin(), causes.end());
  return causes;
}

bool is_in(const std::vector<std::uint64_t>& causes, kernel::Cause cause) {
  return std::binary_search(causes.begin(), causes.end(), cause.value);
}

}  // namespace

FixedLoadSample::FixedLoadSample(const Recorded& recorded, const Restorings& restorings, kernel::WorldKey key,
                                 std::size_t size) {
  const auto& missed = recorded.missed();
  const auto sample = missed_sample(missed, key, size);
  tally_.missed = static_cast<std::int64_t>(missed.size());
  tally_.sampled = static_cast<std::int64_t>(sample.size());
  missed_ = causes_of(missed);
  children_.reserve(sample.size());
  HouseholdId playing;
  std::vector<std::uint8_t> bits(restorings.sets());
  for (const world::MissedChild& child : sample) {
    if (child.household != playing) {
      playing = child.household;
      for (GroupSet set = 0; set < restorings.sets(); ++set)
        bits[set] = recorded.replay(playing, restorings.design(set), restorings.eased(set));
      tally_.replays += static_cast<std::int64_t>(restorings.sets());
      if (bits[0] != recorded_bits(missed, playing)) ++tally_.astray;
    }
    add(child, restorings, bits);
  }
}

void FixedLoadSample::add(const world::MissedChild& missed, const Restorings& restorings,
                          const std::vector<std::uint8_t>& missed_bits) {
  // Whom the record misses is missed with nothing restored, whatever its replay says.
  const auto game = missed_game(restorings.players().size(), [&](GroupSet restored) {
    return restored != 0 && (missed_bits[restored] >> missed.position & 1U) == 0;
  });
  Child& child = children_.emplace_back(Child{missed.cause, {}});
  tally_.beyond += game.beyond;
  tally_.beyond_told += game.beyond && missed.told;
  for (std::size_t i = 0; i < restorings.players().size(); ++i) {
    const std::size_t group = place(restorings.players()[i]);
    const GroupPart& part = game.parts[i];
    child.but_for[group] = part.but_for;
    tally_.groups[group].but_for += part.but_for;
    tally_.groups[group].sufficient_alone += part.sufficient_alone;
    tally_.groups[group].orders += part.orders;
  }
}

void FixedLoadSample::set_against(Group group, const std::vector<world::MissedChild>& missed_again) {
  const std::vector<std::uint64_t> again = causes_of(missed_again);
  FixedLoadTally::OfGroup& of_group = tally_.groups[place(group)];
  for (const Child& child : children_) {
    const bool not_missed = !is_in(again, child.cause);
    of_group.again_not_missed += not_missed;
    of_group.neither += not_missed && child.but_for[place(group)];
  }
  std::vector<std::uint64_t> both;
  std::set_intersection(missed_.begin(), missed_.end(), again.begin(), again.end(), std::back_inserter(both));
  of_group.no_longer = static_cast<std::int64_t>(missed_.size() - both.size());
  of_group.newly = static_cast<std::int64_t>(again.size() - both.size());
}

void FixedLoadSample::set_against_all(const std::vector<world::MissedChild>& missed_again) {
  const std::vector<std::uint64_t> again = causes_of(missed_again);
  tally_.beyond_again = std::count_if(children_.begin(), children_.end(),
                                      [&](const Child& child) { return is_in(again, child.cause); });
}

namespace {

/// One count of each replication's tally, as children or as parts of children.
class Counts {
 public:
  /// `number(tally)` is a count of the sample.
  template <class Number>
  Counts(const FixedLoadTallies& tallies, Number&& number) {
    numbers_.reserve(tallies.size());
    for (const FixedLoadTally& tally : tallies) {
      const double each_stands_for =
          tally.sampled == 0 ? 0.0 : static_cast<double>(tally.missed) / static_cast<double>(tally.sampled);
      numbers_.push_back(each_stands_for * number(tally));
    }
  }
  [[nodiscard]] std::span<const double> of_all_missed() const { return numbers_; }
  [[nodiscard]] Series a_year(double years) const {
    Series series;
    series.reserve(numbers_.size());
    for (const double number : numbers_) series.emplace_back(number / years);
    return series;
  }

 private:
  std::vector<double> numbers_;  // by replication, of all whom it missed
};

double sampled_in(const FixedLoadTally& tally) {
  return static_cast<double>(tally.sampled);
}

class Summing {
 public:
  Summing(const FixedLoadTallies& tallies, const FixedLoadTallies* first, double years)
      : tallies_(tallies), first_(first), years_(years), whole_(tallies, sampled_in) {}

  template <class Number>
  [[nodiscard]] Estimate share(Number&& number, StudentT& t) const {
    return ratio(Counts{tallies_, number}.of_all_missed(), whole_.of_all_missed(), t);
  }
  template <class Part, class Whole>
  [[nodiscard]] Estimate share(Part&& part, Whole&& whole, StudentT& t) const {
    return ratio(Counts{tallies_, part}.of_all_missed(), Counts{tallies_, whole}.of_all_missed(), t);
  }
  /// Of a count of children in the sample, who may be few.
  template <class Number>
  [[nodiscard]] Estimate share_of_sample(Number&& number, StudentT& t) const {
    Estimate result = share(number, t);
    if (result.low && is_few(number)) {
      const auto [found, sampled] = found_in_sample(number);
      const auto [low, high] = binomial_interval(found, sampled, t.confidence());
      // The share weighs replications by whom they missed, the count does not.
      const double weight =
          found == 0 ? 1.0 : *result.mean * static_cast<double>(sampled) / static_cast<double>(found);
      result.low = weight * low;
      result.high = weight * high;
    }
    keep_within(result, 0.0, 1.0);
    return result;
  }
  template <class Number>
  [[nodiscard]] bool is_few(Number&& number) const {
    const auto [found, sampled] = found_in_sample(number);
    return sampled > 0 && std::min(found, sampled - found) <= few_families;
  }
  /// Of a count of all whom the replications missed, as a share of them.
  template <class Number>
  [[nodiscard]] Estimate of_all(Number&& number, StudentT& t) const {
    return ratio(of_each(number), whole_.of_all_missed(), t);
  }
  /// The share that a count of the sample is, less the share that a count of all is.
  template <class Number, class OfAll>
  [[nodiscard]] Estimate gross_less_net(Number&& number, OfAll&& of_all, StudentT& t) const {
    const Counts sample{tallies_, number};
    std::vector<double> less = of_each(of_all);
    for (std::size_t i = 0; i < less.size(); ++i) less[i] = sample.of_all_missed()[i] - less[i];
    return ratio(less, whole_.of_all_missed(), t);
  }
  template <class Number, class OfFirst>
  [[nodiscard]] FixedLoadPart part(Number&& number, OfFirst&& of_first, StudentT& t) const {
    const Counts counts{tallies_, number};
    FixedLoadPart result;
    result.share = ratio(counts.of_all_missed(), whole_.of_all_missed(), t);
    const Series a_year = counts.a_year(years_);
    result.a_year = estimate(a_year, t);
    if (first_ != nullptr)
      result.beyond_first = estimate(apart(Counts{*first_, of_first}.a_year(years_), a_year), t);
    return result;
  }
  template <class Number>
  [[nodiscard]] FixedLoadPart part(Number&& number, StudentT& t) const {
    return part(number, number, t);
  }
  template <class Number>
  [[nodiscard]] FixedLoadPart part_of_sample(Number&& number, StudentT& t) const {
    FixedLoadPart result = part(number, t);
    result.share = share_of_sample(number, t);
    keep_within(result.a_year, 0.0);
    return result;
  }

 private:
  template <class Number>
  [[nodiscard]] std::pair<std::int64_t, std::int64_t> found_in_sample(Number&& number) const {
    std::pair<std::int64_t, std::int64_t> sum{0, 0};
    for (const FixedLoadTally& tally : tallies_) {
      sum.first += static_cast<std::int64_t>(number(tally));
      sum.second += tally.sampled;
    }
    return sum;
  }
  template <class Number>
  [[nodiscard]] std::vector<double> of_each(Number&& number) const {
    std::vector<double> numbers;
    for (const FixedLoadTally& tally : tallies_) numbers.push_back(number(tally));
    return numbers;
  }

  const FixedLoadTallies& tallies_;
  const FixedLoadTallies* first_;
  const double years_;
  const Counts whole_;
};

double orders_in_all(const Restorings& restorings) {
  return static_cast<double>(kernel::factorial(restorings.players().size()));
}

FixedLoadGroup group_of(const Summing& summing, Group group, const Restorings& restorings, double all_orders,
                        double all_orders_of_first, StudentT& t) {
  using OfGroup = FixedLoadTally::OfGroup;
  const auto count = [group](std::int64_t OfGroup::*member) {
    return [group, member](const FixedLoadTally& tally) {
      return static_cast<double>(tally.groups[place(group)].*member);
    };
  };
  const auto shapley = [group](double all) {
    return [group, all](const FixedLoadTally& tally) {
      return static_cast<double>(tally.groups[place(group)].orders) / all;
    };
  };
  const auto& players = restorings.players();
  FixedLoadGroup result;
  result.group = group;
  result.at_reference = std::find(players.begin(), players.end(), group) == players.end();
  // What there is nothing of to restore is nought, and no count that might have been another.
  if (result.at_reference) {
    result.but_for = summing.part(count(&OfGroup::but_for), t);
    result.sufficient_alone = summing.part(count(&OfGroup::sufficient_alone), t);
    result.again = summing.share(count(&OfGroup::again_not_missed), t);
  } else {
    result.but_for = summing.part_of_sample(count(&OfGroup::but_for), t);
    result.sufficient_alone = summing.part_of_sample(count(&OfGroup::sufficient_alone), t);
    result.again = summing.share_of_sample(count(&OfGroup::again_not_missed), t);
  }
  result.shapley = summing.part(shapley(all_orders), shapley(all_orders_of_first), t);
  result.error = summing.share(
      [&](const FixedLoadTally& tally) {
        const OfGroup& numbers = tally.groups[place(group)];
        return static_cast<double>(numbers.but_for - numbers.again_not_missed);
      },
      t);
  result.agreement = summing.share(count(&OfGroup::neither), count(&OfGroup::again_not_missed), t);
  const auto net = [&](const FixedLoadTally& tally) {
    return static_cast<double>(tally.groups[place(group)].no_longer - tally.groups[place(group)].newly);
  };
  result.no_longer = summing.of_all(count(&OfGroup::no_longer), t);
  result.newly = summing.of_all(count(&OfGroup::newly), t);
  result.net = summing.of_all(net, t);
  result.apart = summing.gross_less_net(count(&OfGroup::but_for), net, t);
  // Few in the sample scatter less than what they stand for: then the ends of both.
  if (!result.at_reference && result.apart.low && summing.is_few(count(&OfGroup::but_for))) {
    result.apart.low = *result.but_for.share.low - *result.net.high;
    result.apart.high = *result.but_for.share.high - *result.net.low;
  }
  for (Estimate* part : {&result.agreement, &result.no_longer}) keep_within(*part, 0.0, 1.0);
  keep_within(result.newly, 0.0);
  return result;
}

}  // namespace

FixedLoad fixed_load(const FixedLoadTallies& tallies, const Restorings& restorings,
                     const FixedLoadTallies* first, const Restorings* first_restorings, double years,
                     StudentT& single, StudentT& together) {
  LSCB_REQUIRE((first == nullptr) == (first_restorings == nullptr) &&
                   (first == nullptr || first->size() == tallies.size()),
               "scenarios are set against each other replication by replication");
  FixedLoad result;
  for (const FixedLoadTally& tally : tallies) {
    result.missed += tally.missed;
    result.sampled += tally.sampled;
    result.replays += tally.replays;
    result.astray += tally.astray;
  }
  result.sets = restorings.sets();
  const Summing summing{tallies, first, years};
  result.all = summing.part(sampled_in, single);
  keep_within(result.all.a_year, 0.0);
  const double all_orders = orders_in_all(restorings);
  const double all_orders_of_first = first_restorings != nullptr ? orders_in_all(*first_restorings) : 1.0;
  for (std::size_t g = 0; g < group_count; ++g)
    result.groups[g] =
        group_of(summing, all_groups[g], restorings, all_orders, all_orders_of_first, together);
  result.beyond = summing.part_of_sample(
      [](const FixedLoadTally& tally) { return static_cast<double>(tally.beyond); }, single);
  result.beyond_told = summing.share_of_sample(
      [](const FixedLoadTally& tally) { return static_cast<double>(tally.beyond_told); }, single);
  FixedLoadTallies with_all;
  std::copy_if(tallies.begin(), tallies.end(), std::back_inserter(with_all),
               [](const FixedLoadTally& tally) { return tally.beyond_again.has_value(); });
  result.runs = static_cast<int>(tallies.size());
  result.runs_with_all = static_cast<int>(with_all.size());
  for (const FixedLoadTally& tally : with_all) result.sampled_with_all += tally.sampled;
  const Summing of_those{with_all, nullptr, years};
  result.beyond_there = of_those.share_of_sample(
      [](const FixedLoadTally& tally) { return static_cast<double>(tally.beyond); }, single);
  const auto again = [](const FixedLoadTally& tally) { return tally.beyond_again.value_or(0); };
  result.beyond_again = of_those.share_of_sample(
      [&](const FixedLoadTally& tally) { return static_cast<double>(again(tally)); }, single);
  result.beyond_error = of_those.share(
      [&](const FixedLoadTally& tally) { return static_cast<double>(tally.beyond - again(tally)); }, single);
  return result;
}

}  // namespace lscb::experiment

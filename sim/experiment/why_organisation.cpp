#include "experiment/why_organisation.h"

#include <exception>
#include <optional>
#include <stdexcept>
#include <utility>

#include "experiment/compare.h"
#include "experiment/replications.h"
#include "experiment/restorings.h"
#include "experiment/summary.h"
#include "kernel/assert.h"
#include "measures/catalogue.h"

namespace lscb::experiment {
namespace {

/// Where each design's own run and its seven restored ones stand among the designs that are run: a group at
/// its reference stands where the design does.
struct Places {
  std::size_t as_it_was = 0;
  std::array<std::size_t, group_count> restored{};
  std::vector<std::size_t> again;  ///< all but as_it_was, each once
  /// Run in some replications only; none where at most one group has anything to restore, whose run it is.
  std::optional<world::Design> all_restored;
  /// The one group's run, or where there is none the design's own.
  [[nodiscard]] std::size_t last() const { return again.empty() ? as_it_was : again.back(); }
  [[nodiscard]] bool at_reference(std::size_t group) const { return restored[group] == as_it_was; }
};

/// Plays replications, fills their outcomes, and leaves the tallies of the samples in their places.
class Playing {
 public:
  Playing(const Recorder& recorder, const std::vector<Places>& places,
          const std::vector<Restorings>& restorings, const std::vector<world::Design>& designs,
          std::size_t sample, int replications)
      : recorder_(recorder),
        places_(places),
        restorings_(restorings),
        sample_(sample),
        check_each_(
            static_cast<std::uint64_t>((replications + checked_replications - 1) / checked_replications)),
        tallies_(places.size(), FixedLoadTallies(static_cast<std::size_t>(replications))) {
    for (const Places& own : places) {
      for (const std::size_t place : own.again) {
        again_.push_back(designs[place]);
        place_of_again_.push_back(place);
      }
    }
    for (std::size_t d = 0; d < places.size(); ++d) {
      if (!places[d].all_restored) continue;
      with_all_.push_back(*places[d].all_restored);
      sample_of_all_.push_back(d);
    }
  }

  void operator()(const std::vector<world::Design>& designs, kernel::WorldKey key, Interval counted,
                  world::Together& out) {
    out.outcomes.assign(designs.size(), {});
    std::vector<FixedLoadSample> samples;
    for (std::size_t d = 0; d < places_.size(); ++d) {
      out.playing = places_[d].as_it_was;
      const auto recorded = recorder_.record(designs[out.playing], key, counted);
      samples.emplace_back(*recorded, restorings_[d], key, sample_);
      out.outcomes[out.playing] = recorded->outcome();
      out.outcomes[out.playing].missed = recorded->missed();
    }
    run_again(key, counted, out);
    for (std::size_t d = 0; d < places_.size(); ++d) {
      for (std::size_t g = 0; g < group_count; ++g) {
        if (!places_[d].at_reference(g))
          samples[d].set_against(all_groups[g], out.outcomes[places_[d].restored[g]].missed);
      }
      if (!places_[d].all_restored) samples[d].set_against_all(out.outcomes[places_[d].last()].missed);
    }
    if (key.replication % check_each_ == 0) check(key, counted, out.playing, samples);
    for (std::size_t d = 0; d < places_.size(); ++d) tallies_[d][key.replication] = samples[d].tally();
    for (world::Outcome& outcome : out.outcomes) outcome.missed = {};
  }

  [[nodiscard]] std::vector<FixedLoadTallies>& tallies() { return tallies_; }

 private:
  /// The restored designs, all together: what two of them share of their past is played once.
  void run_again(kernel::WorldKey key, Interval counted, world::Together& out) const {
    auto outcomes = name_missed(again_, place_of_again_, key, counted, out.playing);
    for (std::size_t i = 0; i < again_.size(); ++i) out.outcomes[place_of_again_[i]] = std::move(outcomes[i]);
  }

  /// Likewise with all restored, for the samples alone.
  void check(kernel::WorldKey key, Interval counted, std::size_t& playing,
             std::vector<FixedLoadSample>& samples) const {
    std::vector<std::size_t> place_of_design;
    for (const std::size_t d : sample_of_all_) place_of_design.push_back(places_[d].as_it_was);
    try {
      const auto outcomes = name_missed(with_all_, place_of_design, key, counted, playing);
      for (std::size_t i = 0; i < with_all_.size(); ++i)
        samples[sample_of_all_[i]].set_against_all(outcomes[i].missed);
    } catch (const std::exception& error) {
      throw std::runtime_error(std::string{"with all restored: "} + error.what());
    } catch (...) {
      throw std::runtime_error("with all restored: an error without a description");
    }
  }

  /// `playing` becomes the place of that which fails.
  std::vector<world::Outcome> name_missed(const std::vector<world::Design>& designs,
                                          const std::vector<std::size_t>& place_of, kernel::WorldKey key,
                                          Interval counted, std::size_t& playing) const {
    world::Together played;
    try {
      recorder_.name_missed(designs, key, counted, played);
    } catch (...) {
      playing = place_of[played.playing];
      throw;
    }
    LSCB_REQUIRE(played.outcomes.size() == designs.size(),
                 "each design that is played again names whom it misses");
    return std::move(played.outcomes);
  }

  const Recorder& recorder_;
  const std::vector<Places>& places_;
  const std::vector<Restorings>& restorings_;
  const std::size_t sample_;
  const std::uint64_t check_each_;
  std::vector<world::Design> again_;
  std::vector<std::size_t> place_of_again_;  // among the designs that are run
  std::vector<world::Design> with_all_;
  std::vector<std::size_t> sample_of_all_;  // among `places`
  std::vector<FixedLoadTallies> tallies_;   // by design; each written by the worker of its replication
};

class Summing {
 public:
  Summing(const Replications& replications, const std::vector<FixedLoadTallies>& tallies,
          const std::vector<Restorings>& restorings, int done, double confidence)
      : replications_(replications),
        tallies_(tallies),
        restorings_(restorings),
        done_(done),
        single_(confidence),
        together_(simultaneous_level(confidence, group_count)) {
    for (std::size_t f = 0; f < missed_ids.size(); ++f) measures_[f] = *measures::find(missed_ids[f]);
  }

  OrganisationOfDesign of(const std::vector<Places>& places, std::size_t d) {
    const Places& own = places[d];
    const world::Design& design = replications_.workload().designs[own.as_it_was];
    OrganisationOfDesign result;
    result.scenario = design.scenario;
    result.title = design.title;
    for (std::size_t f = 0; f < missed_ids.size(); ++f) {
      result.missed[f] = estimate(figure(own.as_it_was, f), single_);
      for (std::size_t g = 0; g < group_count; ++g) {
        ButFor& but_for = result.groups[g];
        const Series effect = effect_of(own, g, f);
        but_for.group = all_groups[g];
        but_for.at_reference = own.at_reference(g);
        but_for.difference[f] = estimate(effect, together_);
        if (d > 0)
          but_for.beyond_first[f] = estimate(apart(effect_of(places.front(), g, f), effect), together_);
      }
    }
    const bool other = d > 0;
    result.fixed_load = fixed_load(tallies_[d], restorings_[d], other ? &tallies_.front() : nullptr,
                                   other ? &restorings_.front() : nullptr,
                                   in_years(replications_.workload().counted.length()), single_, together_);
    return result;
  }

 private:
  [[nodiscard]] Series figure(std::size_t design, std::size_t f) const {
    return series(replications_, design, measures_[f], done_);
  }
  [[nodiscard]] Series effect_of(const Places& places, std::size_t g, std::size_t f) const {
    return apart(figure(places.as_it_was, f), figure(places.restored[g], f));
  }

  const Replications& replications_;
  const std::vector<FixedLoadTallies>& tallies_;
  const std::vector<Restorings>& restorings_;
  const int done_;
  StudentT single_;
  StudentT together_;
  std::array<std::size_t, missed_ids.size()> measures_{};
};

}  // namespace

std::size_t sample_of_each(int sample, int replications) {
  LSCB_REQUIRE(sample >= 1 && replications >= 1, "a sample is of one child or more in one run or more");
  return (static_cast<std::size_t>(sample) + static_cast<std::size_t>(replications) - 1) /
         static_cast<std::size_t>(replications);
}

WhyOrganisation why_organisation(const std::vector<world::Design>& designs, const Options& options,
                                 int sample, const Hooks& hooks, const Recorder& recorder) {
  refuse(objections(addresses_of(designs), options));
  Workload work = workload_of(options, hooks);
  work.counted = counted_window(designs, options);
  std::vector<Places> places;
  std::vector<Restorings> restorings;
  for (const auto& design : designs) {
    Places& own = places.emplace_back();
    const Restorings& sets = restorings.emplace_back(design);
    own.as_it_was = work.designs.size();
    own.restored.fill(own.as_it_was);
    work.designs.push_back(design);
    for (std::size_t i = 0; i < sets.players().size(); ++i) {
      const Group group = sets.players()[i];
      own.restored[static_cast<std::size_t>(group)] = work.designs.size();
      own.again.push_back(work.designs.size());
      world::Design& other = work.designs.emplace_back(sets.design(GroupSet{1} << i));
      other.scenario += std::string{" with "} + id(group) + " restored";  // as a failure names it
    }
    if (sets.players().size() > 1) own.all_restored = sets.design(sets.all());
  }
  work.measures = measures::catalogue().size();
  Playing playing{recorder,
                  places,
                  restorings,
                  work.designs,
                  sample_of_each(sample, options.replications),
                  options.replications};
  const Replications replications{std::move(work), std::ref(playing), hooks.progress};
  replications.wait();

  WhyOrganisation result{basis_of(replications, options.confidence)};
  result.sample = sample;
  for (auto& tallies : playing.tallies()) tallies.resize(static_cast<std::size_t>(result.replications));
  Summing summing{replications, playing.tallies(), restorings, result.replications, options.confidence};
  for (std::size_t d = 0; d < designs.size(); ++d) result.designs.push_back(summing.of(places, d));
  std::vector<std::size_t> as_they_were;
  for (const Places& own : places) as_they_were.push_back(own.as_it_was);
  result.in_the_decision =
      decision_table(replications, as_they_were, result.replications, options.confidence);
  return result;
}

}  // namespace lscb::experiment

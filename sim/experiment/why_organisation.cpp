#include "experiment/why_organisation.h"

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
  std::size_t all_restored = 0;    ///< where none or one has anything to restore, that of this
  std::vector<std::size_t> again;  ///< all but as_it_was, each once
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
        tallies_(places.size(), FixedLoadTallies(static_cast<std::size_t>(replications))) {
    for (const Places& own : places) {
      for (const std::size_t place : own.again) {
        again_.push_back(designs[place]);
        place_of_again_.push_back(place);
      }
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
      samples[d].set_against_all(out.outcomes[places_[d].all_restored].missed);
      tallies_[d][key.replication] = samples[d].tally();
    }
    for (world::Outcome& outcome : out.outcomes) outcome.missed = {};
  }

  [[nodiscard]] std::vector<FixedLoadTallies>& tallies() { return tallies_; }

 private:
  /// The restored designs, all together: what two of them share of their past is played once.
  void run_again(kernel::WorldKey key, Interval counted, world::Together& out) const {
    world::Together played;
    try {
      recorder_.name_missed(again_, key, counted, played);
    } catch (...) {
      out.playing = place_of_again_[played.playing];
      throw;
    }
    LSCB_REQUIRE(played.outcomes.size() == again_.size(),
                 "each design that is played again names whom it misses");
    for (std::size_t i = 0; i < again_.size(); ++i)
      out.outcomes[place_of_again_[i]] = std::move(played.outcomes[i]);
  }

  const Recorder& recorder_;
  const std::vector<Places>& places_;
  const std::vector<Restorings>& restorings_;
  const std::size_t sample_;
  std::vector<world::Design> again_;
  std::vector<std::size_t> place_of_again_;  // among the designs that are run
  std::vector<FixedLoadTallies> tallies_;    // by design; each written by the worker of its replication
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
    own.as_it_was = own.all_restored = work.designs.size();
    own.restored.fill(own.as_it_was);
    work.designs.push_back(design);
    const auto play = [&](GroupSet set, const std::string& what) {
      own.again.push_back(work.designs.size());
      world::Design& other = work.designs.emplace_back(sets.design(set));
      other.scenario += " with " + what + " restored";  // as a failure names it
      return own.again.back();
    };
    for (std::size_t i = 0; i < sets.players().size(); ++i) {
      const Group group = sets.players()[i];
      own.all_restored = own.restored[static_cast<std::size_t>(group)] = play(GroupSet{1} << i, id(group));
    }
    if (sets.players().size() > 1) own.all_restored = play(sets.all(), "all");
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
  return result;
}

}  // namespace lscb::experiment

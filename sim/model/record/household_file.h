// What children's social care has on file about a household, and how much of it the present worker has in
// view. This is knowledge, not truth: it is written only by contacts, checks, files received and findings.
//
// Thread rule: one replication, one thread. All operations O(1), no allocation.
#pragma once

#include <array>
#include <cstdint>

#include "base/time.h"
#include "spec/area.h"

namespace lscb::record {

/// The label an earlier decision left on the family; later decisions are anchored on it.
enum class Label : std::uint8_t { none, no_further_action, caf, child_in_need, protection };

/// The file that another authority holds on a family that moved in.
enum class EarlierFile : std::uint8_t { none, held_elsewhere, requested, received };

/// Everything told so far, as one number: the sum of reported concerns, each fading with age.
class Chronology {
 public:
  /// Half of an entry's weight is gone after two years (assumption; the entry itself is never lost).
  static constexpr double half_life_years = 2.0;

  /// `specific`: the entry says what happened; else it is in general terms ("considerable concerns").
  void add(double concern, Instant at, bool specific = true);
  /// The faded sum at `at`, >= 0, in levels of need. An entry in general terms counts for `vague_share` of
  /// its concern, 0..1.
  [[nodiscard]] double weight(Instant at, double vague_share = 1.0) const;
  [[nodiscard]] int entries() const { return entries_; }
  [[nodiscard]] int vague_entries() const { return vague_entries_; }

 private:
  [[nodiscard]] double fading(Instant at) const;

  double weight_ = 0.0;
  double vague_ = 0.0;  // the part of weight_ that is in general terms
  Instant since_ = Instant::long_ago();
  int entries_ = 0;
  int vague_entries_ = 0;
};

struct HouseholdFile {
  Chronology chronology;
  double earlier_concerns = 0.0;  ///< what the previous authority's file adds, once received
  EarlierFile earlier_file = EarlierFile::none;
  Label label = Label::none;
  bool adult_known = false;  ///< a check or disclosure has put the dangerous adult on file
  bool adult_named = false;  ///< a family tree names him, so that partners can be asked about him
  bool engages = false;      ///< parents are seen to engage with the CAF
  int contacts = 0;
  double in_view = 1.0;  ///< share of the file the present worker knows, 0..1
  spec::ByReferrer<std::uint8_t>
      refusals{};  ///< calls by each source that led to nothing, since the last that did

  /// The concerns a worker finds who reads the chronology; `vague_share` as in Chronology::weight.
  [[nodiscard]] double concerns_on_file(Instant at, double vague_share = 1.0) const {
    return chronology.weight(at, vague_share) + earlier_concerns;
  }
  /// The dangerous adult has gone, or another one has come whom nobody can know.
  void forget_adult() { adult_known = adult_named = false; }
  void refused(spec::Referrer referrer);
  void acted_on(spec::Referrer referrer) { refusals[spec::index(referrer)] = 0; }
};

}  // namespace lscb::record
